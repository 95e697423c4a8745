/** A search engine beside the database: followed by events, rebuilt under writes, and never needed. */
import { Readable } from "node:stream";
import { access, type Context, consume, permissions, products, search, sequence } from "@souk/api";
import { uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { openSearchServer, type SearchServer } from "./support/search-server.ts";

const ALIAS = "souk-souk";
const kinds = ["elasticsearch", "opensearch"] as const;

const lamp = (n: number, changes: object = {}) => ({
  slug: `lamp-${n}`,
  title: `Reading Lamp ${n}`,
  vendor: n % 2 === 0 ? "Stork" : "Heron",
  descriptionHtml: "<p>Light for evenings.</p>",
  variants: [{ price: 1000 + n, onHand: n % 3 }],
  ...changes,
});

describe.each(engines.flatMap((engine) => kinds.map((kind) => ({ engine, kind }))))(
  "$kind beside $engine",
  ({ engine, kind }) => {
    let remote: SearchServer;
    let server: TestServer;
    let alone: TestServer;
    let ctx: Context;
    const lines: string[] = [];

    beforeAll(async () => {
      remote = await openSearchServer(kind, { auth: { user: "souk", password: "p:w" } });
      const environment = { SEARCH_URL: remote.url.replace("p:w", "p%3Aw"), LOG_LEVEL: "info" };
      server = await openServer({
        engine,
        environment,
        logTo: { write: (line) => lines.push(line) },
      });
      alone = await openServer({ engine, database: server.database });
      ctx = server.services.systemContext();
      for (let n = 0; n < 12; n += 1) await products.saveProduct(ctx, lamp(n));
      await products.saveProduct(ctx, lamp(12, { slug: "teapot", title: "Kestrel Teapot" }));
      await search.rebuildIndex(ctx, engineOf(ctx));
    });
    afterAll(async () => {
      await alone.close();
      await server.close();
      await remote.stop();
    });

    const engineOf = ({ ports }: Context) => {
      if (ports.searchEngine === null) throw new Error("there is no engine");
      return ports.searchEngine;
    };
    /** What the worker does. */
    async function follow(node = uuid7()): Promise<void> {
      await sequence(ctx.db, ctx.store.id);
      const failures: unknown[] = [];
      const onFailure = (_event: object, error: unknown) => failures.push(error);
      const options = { db: ctx.db, storeId: ctx.store.id, node, now: ctx.now, onFailure };
      while ((await consume(search.engineConsumer(ctx, engineOf(ctx)), options)) > 0);
      if (failures.length > 0) throw failures[0];
    }
    const json = async (path: string, from = server) => (await from.fetch(`/api/v1${path}`)).json();
    const find = async (query: string, from = server): Promise<string[]> => {
      const { items } = (await json(`/products/?limit=100&q=${query}`, from)) as {
        items: { slug: string }[];
      };
      return items.map(({ slug }) => slug);
    };
    const titleOf = (slug: string) =>
      [...remote.documents(ALIAS).values()].filter(({ title = "" }) => title === slug).length;

    test("finds what the words say, also with a letter wrong or half typed", async () => {
      const asked = remote.asked("_search");
      expect(await find("teapot")).toEqual(["teapot"]);
      expect(await find("kestrle teapto")).toEqual(["teapot"]);
      expect(await find("kest")).toEqual(["teapot"]);
      expect(remote.asked("_search") - asked).toBeGreaterThanOrEqual(3);
    });

    test("agrees with the database about filters, facets and pages", async () => {
      for (const [filter, sort] of [
        ["", ""],
        ["&vendor=Stork", ""],
        ["&in_stock=true", "&sort=title"],
        ["&max_price=1006", "&sort=price_desc"],
      ] as const) {
        const query = `reading%20lamp${filter}`;
        const whole = await find(query + sort);
        expect(whole.length).toBeGreaterThan(4);
        expect(whole.toSorted()).toEqual((await find(query + sort, alone)).toSorted());
        const facets = `/product-facets/?q=${query}`;
        expect(await json(facets)).toEqual(await json(facets, alone));
        const paged: string[] = [];
        for (let cursor: string | null = ""; cursor !== null; ) {
          const page = (await json(
            `/products/?limit=2&q=${query}${sort}${cursor && `&cursor=${cursor}`}`,
          )) as {
            items: { slug: string }[];
            next_cursor: string | null;
          };
          paged.push(...page.items.map(({ slug }) => slug));
          cursor = page.next_cursor;
        }
        expect(paged).toEqual(whole);
      }
    });

    test("follows what is saved, once or twice, and what goes", async () => {
      await products.saveProduct(ctx, lamp(20, { slug: "urn", title: "Copper Urn" }));
      await products.saveProduct(ctx, lamp(21, { slug: "vat", title: "Copper Vat" }));
      await follow();
      await expect.poll(() => find("copper")).toHaveLength(2);
      const [id = ""] = [...remote.documents(ALIAS)].flatMap(([id, { title }]) =>
        title === "copper vat" ? [id] : [],
      );
      await ctx.db.transaction((db) => search.remove({ ...ctx, db }, id));
      await follow();
      await expect.poll(() => find("copper")).toEqual(["urn"]);
      expect(titleOf("copper vat")).toBe(0);
    });

    test("is asked for what shoppers see at that moment alone, and by staff for all", async () => {
      const far = new Date(ctx.now().getTime() + 3_600_000);
      const wanted = {
        spool: {},
        soon: { publishedAt: far },
        hidden: { status: "draft" },
      } as const;
      for (const [slug, more] of Object.entries(wanted)) {
        const until = slug === "spool" ? { unpublishAt: far } : {};
        const draft = lamp(50, { slug, title: `Spool ${slug}`, variants: [{ price: 100 }] });
        await products.saveProduct(ctx, { ...draft, ...more, ...until });
      }
      await follow();
      const titled = async (at: Date | null) => {
        const hits = await engineOf(ctx).find(ctx.store.slug, ["spool"], at);
        const known = remote.documents(ALIAS);
        return hits.map(({ productId }) => known.get(productId)?.["title"]).sort();
      };
      await expect.poll(() => titled(null)).toHaveLength(3);
      expect(await titled(ctx.now())).toEqual(["spool spool"]);
      expect(await titled(far)).toEqual(["spool soon"]);
      // A shopper's words find no draft as they stand, so they are asked again with a letter wrong.
      const asked = remote.asked("_search");
      expect(await find("hidden")).toEqual([]);
      expect(remote.asked("_search") - asked).toBe(2);

      await products.saveProduct(ctx, {
        ...lamp(50, { slug: "hidden", title: "Spool hidden", variants: [{ price: 100 }] }),
        status: "active",
      });
      await follow();
      expect(await titled(ctx.now())).toEqual(["spool hidden", "spool spool"]);

      const binned = await engineOf(ctx).find(ctx.store.slug, ["spool", "hidden"], null);
      const { key } = await access.createApiKey(
        {
          ...ctx,
          actor: {
            ...{ kind: "api_key", keyId: "set-up", name: "Set-up" },
            permissions: new Set(permissions),
          },
        },
        { name: "Keeper", permissions: ["products:write"], expires_at: null },
      );
      const path = `/api/v1/admin/products/${binned[0]?.productId}/`;
      const headers = { Authorization: `Bearer ${key}` };
      expect((await server.fetch(path, { method: "DELETE", headers })).ok).toBe(true);
      await follow();
      await expect.poll(() => titled(ctx.now())).toEqual(["spool spool"]);
    });

    test("keeps no answer to a search, and all others as ever", async () => {
      const kept = async (path: string) => {
        await server.fetch(path);
        return (await server.fetch(path)).headers.get("x-cache");
      };
      expect(await kept("/api/v1/products/?q=teapot")).toBe("miss");
      expect(await kept("/api/v1/product-facets/?q=teapot")).toBe("miss");
      expect(await kept("/api/v1/products/?limit=2")).toBe("hit");
    });

    test("is rebuilt beside the old index, and loses nothing that is written meanwhile", async () => {
      const [old] = remote.indices();
      remote.before("_aliases", async () => {
        await products.saveProduct(ctx, lamp(30, { slug: "late", title: "Zinc Bowl" }));
        await products.saveProduct(ctx, lamp(31, { slug: "teapot", title: "Merlin Teapot" }));
        await follow();
        expect(titleOf("merlin teapot")).toBe(1);
        expect(await find("lamp")).toHaveLength(12);
      });
      await search.rebuildIndex(ctx, engineOf(ctx));
      expect(remote.indices()).toHaveLength(1);
      expect(remote.indices()).not.toContain(old);
      expect([titleOf("merlin teapot"), titleOf("zinc bowl")]).toEqual([1, 1]);
      await expect.poll(() => find("zinc")).toEqual(["late"]);
      expect(await search.ensureIndex(ctx, engineOf(ctx))).toBe(0);
    });

    test("leaves the old index in its place when a rebuild fails", async () => {
      const before = remote.indices();
      remote.before("_refresh", async () => {
        throw new Error("no");
      });
      await expect(search.rebuildIndex(ctx, engineOf(ctx))).rejects.toThrow();
      expect(remote.indices()).toEqual(before);
      expect(await find("lamp")).toHaveLength(12);
    });

    test("keeps one index when two nodes make the first at once", async () => {
      const engine = engineOf(ctx);
      const make = (title: string) =>
        engine.rebuild(
          "race",
          Readable.from([
            [{ productId: uuid7(), title, vendor: "", keywords: "", body: "", shown: null }],
          ]),
        );
      remote.before("_aliases", async () => {
        await make("second");
      });
      await make("first");
      const [left] = [...remote.documents("souk-race").values()];
      expect(left).toMatchObject({ title: "second" });
      expect(remote.indices().filter((name) => name.startsWith("souk-race"))).toHaveLength(1);
    });

    test("finds many thousands at once, and makes an index of an older definition anew", async () => {
      const engine = engineOf(ctx);
      const shown = { from: new Date(0), until: null };
      const many = Array.from({ length: 1500 }, () => ({
        ...{ productId: uuid7(), title: "pin", vendor: "", keywords: "", body: "", shown },
      }));
      await engine.rebuild("many", Readable.from([many]));
      expect(await engine.find("many", ["pin"], ctx.now())).toHaveLength(1500);
      expect(await engine.hasIndex("many")).toBe(true);
      const made = (prefix: string) => remote.indices().filter((name) => name.startsWith(prefix));
      expect(made("souk-many-")).toEqual(made("souk-many-v2-"));
      remote.rename(made("souk-many-")[0] ?? "", "souk-many-1764000000000");
      expect(await engine.hasIndex("many")).toBe(false);
    });

    describe("that fails", () => {
      beforeEach(() => {
        vi.useFakeTimers({ toFake: ["Date"] });
        lines.length = 0;
      });

      test.each(["drop", "fail", "hang"] as const)(
        "by %s is not needed, and is found again",
        async (fault) => {
          remote.fault = fault;
          const began = performance.now();
          const asked = remote.asked("_search");
          for (let i = 0; i < 5; i += 1)
            expect(await find("teapot")).toEqual(await find("teapot", alone));
          expect(await find("tepaot")).toEqual(["teapot"]);
          expect(performance.now() - began).toBeLessThan(3000);
          expect(remote.asked("_search")).toBe(asked);
          await products.saveProduct(
            ctx,
            lamp(40, { slug: `missed-${fault}`, title: `Brass ${fault}` }),
          );
          if (fault !== "hang") await expect(follow()).rejects.toThrow();
          remote.fault = null;
          vi.setSystemTime(Date.now() + 60_000);
          await follow();
          await expect
            .poll(() => remote.documents(ALIAS).size && titleOf(`brass ${fault}`))
            .toBe(1);
          await expect.poll(() => find(`brass%20${fault}`)).toEqual([`missed-${fault}`]);
          expect(remote.asked("_search")).toBeGreaterThan(asked);
          expect(lines.filter((line) => line.includes("cannot be asked"))).toHaveLength(1);
          expect(lines.filter((line) => line.includes("can be asked again"))).toHaveLength(1);
          vi.useRealTimers();
        },
      );
    });
  },
);
