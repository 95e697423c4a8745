/** Answers that are kept, after each kind of write: the next one has what it shows, the others hold. */
import { appRouter, type Context, type ProcedureMeta, prices, products, shipping } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type Owner, openOwner } from "./support/owner.ts";

const HOUR_MS = 3_600_000;

const jug = { slug: "jug", title: "Jug", variants: [{ price: 1200, onHand: 7 }] };

/** Every operation whose answers are kept, asked at least once. */
const reads = {
  store: "/store/",
  list: "/products/?limit=50&sort=title",
  french: "/products/?limit=50&sort=title&locale=fr",
  cheap: "/products/?max_price=1000",
  inStock: "/products/?in_stock=true",
  search: "/products/?q=acme",
  picked: "/products/?collection=picked",
  facets: "/product-facets/",
  suggest: "/product-suggestions/?q=acme",
  mug: "/products/mug/",
  mugInFrench: "/products/mug/?locale=fr",
  set: "/products/set/",
  categories: "/categories/",
  categoriesInFrench: "/categories/?locale=fr",
  category: "/categories/cups/",
  brands: "/brands/",
  brand: "/brands/acme/",
  collections: "/collections/",
  collection: "/collections/picked/",
  reviews: "/products/mug/reviews/",
  summary: "/products/mug/reviews/summary/",
} as const;
type Read = keyof typeof reads;
const names = Object.keys(reads) as readonly Read[];

interface Kept {
  readonly text: string;
  readonly tag: string | null;
  readonly cache: string | null;
}

interface Write {
  readonly what: string;
  readonly by: () => Promise<unknown>;
  /** These at least are others afterwards; where there are none, everything has the tag it had. */
  readonly shows: readonly Read[];
  /** Nothing is made anew. */
  readonly keeps?: boolean;
}

describe.each(engines)("kept answers after a write on %s", (engine) => {
  let server: TestServer;
  let ctx: Context;
  let owner: Owner;
  const ids = new Map<string, string>();
  const id = (name: string): string => ids.get(name) ?? "";

  beforeAll(async () => {
    server = await openServer({ engine });
    ctx = server.services.systemContext();
    owner = await openOwner(server);
    await shipping.saveMethod(ctx, {
      ...{ code: "standard", name: "Standard", description: "", amount: 490, freeFrom: 10_000 },
      ...{ countries: [], minDays: 2, maxDays: 4, position: 0 },
    });
    await products.saveCategory(ctx, { slug: "cups", name: "Cups" });
    for (const slug of ["mug", "bowl", "set"]) {
      await products.saveProduct(ctx, {
        ...{ slug, title: `The ${slug}`, category: "cups", vendor: "Acme" },
        variants: [{ sku: slug.toUpperCase(), price: 1200, onHand: slug === "set" ? 0 : 7 }],
      });
      const product = await get<{ id: string; variants: { id: string }[] }>(`/products/${slug}/`);
      ids.set(slug, product.id).set(`${slug} variant`, product.variants[0]?.id ?? "");
    }
    ids.set("cups", (await get<{ id: string }>("/categories/cups/")).id);
    ids.set("acme", (await get<{ id: string }>("/brands/acme/")).id);
    await make("picked", "/admin/collections/", { kind: "manual", name: "Picked" });
  });
  afterAll(async () => {
    vi.useRealTimers();
    await server.close();
  });

  const send = <T = unknown>(method: string, path: string, body?: object) =>
    owner.send<T>(method, path, body);
  const get = <T>(path: string) => send<T>("GET", path);
  async function make(name: string, path: string, body: object): Promise<void> {
    ids.set(name, (await send<{ id: string }>("POST", path, body)).id);
  }
  /** As somebody who has not signed in: kept where it can be. */
  async function kept(name: Read): Promise<Kept> {
    const answer = await server.fetch(`/api/v1${reads[name]}`);
    const { headers } = answer;
    return { text: await answer.text(), tag: headers.get("etag"), cache: headers.get("x-cache") };
  }
  /** As somebody who has: never kept. */
  const made = async (name: Read) => (await owner.ask("GET", reads[name])).text();

  const translate = (kind: string, name: string, texts: object) =>
    send("PUT", `/admin/translations/${kind}/${id(name)}/fr/`, { texts });
  const picks = () => `/admin/collections/${id("picked")}/products/`;
  async function buy(): Promise<void> {
    await send("PUT", "/cart/addresses/", {
      shipping_address: {
        ...{ first_name: "Amina", last_name: "Berrada", line1: "12 rue des Tanneurs" },
        ...{ city: "Lyon", postal_code: "69002", country_code: "FR" },
      },
    });
    await send("PUT", "/cart/shipping-method/", { code: "standard" });
    await send("POST", "/orders/", { payment: { gateway: "test", token: "tok_visa" } });
  }
  async function review(): Promise<void> {
    const { items } = await get<{ items: { order_line_id: string }[] }>("/reviews/eligible/");
    const order_line_id = items[0]?.order_line_id;
    await make("review", "/reviews/", { order_line_id, rating: 4, body: "Fine." });
  }
  const list = () => `/admin/price-lists/${id("sale")}/`;
  const priced = ["list", "cheap", "facets", "mug"] as const;
  const change = (name: string) => ({ variant_id: id(`${name} variant`), note: "Counted." });

  const writes: readonly Write[] = [
    {
      what: "a price list for everybody that is empty",
      by: () => make("sale", "/admin/price-lists/", { name: "Sale" }),
      shows: [],
    },
    {
      what: "an entry of it",
      by: () => send("PUT", `${list()}entries/`, { entries: [{ sku: "MUG", amount: 900 }] }),
      shows: priced,
    },
    {
      what: "another amount of the entry",
      by: () => send("PUT", `${list()}entries/`, { entries: [{ sku: "MUG", amount: 800 }] }),
      shows: ["list", "mug"],
    },
    { what: "it off", by: () => send("PATCH", list(), { is_active: false }), shows: priced },
    { what: "it on", by: () => send("PATCH", list(), { is_active: true }), shows: priced },
    {
      what: "its end, an hour away",
      by: () => send("PATCH", list(), { ends_at: new Date(Date.now() + HOUR_MS).toISOString() }),
      shows: [],
    },
    {
      what: "its end by the clock",
      by: async () => {
        vi.setSystemTime(Date.now() + HOUR_MS);
        await owner.signIn();
        await prices.applyDue(ctx);
      },
      shows: priced,
    },
    { what: "its time again", by: () => send("PATCH", list(), { ends_at: null }), shows: priced },
    { what: "it gone", by: () => send("DELETE", list()), shows: priced },
    {
      what: "a product's translation",
      by: () => translate("product", "mug", { title: "La tasse" }),
      shows: ["french", "mugInFrench"],
    },
    {
      what: "a category's translation",
      by: () => translate("category", "cups", { name: "Tasses" }),
      shows: ["categoriesInFrench"],
    },
    {
      what: "no translation any more",
      by: () => send("DELETE", `/admin/translations/product/${id("mug")}/fr/`),
      shows: ["french", "mugInFrench"],
    },
    {
      what: "a collection's terms",
      by: () => send("PATCH", `/admin/collections/${id("picked")}/`, { name: "Chosen" }),
      shows: ["collections", "collection"],
    },
    {
      what: "a pick",
      by: () => send("POST", picks(), { product_ids: [id("mug"), id("bowl")] }),
      shows: ["picked"],
    },
    {
      what: "the order of the picks",
      by: () => send("PUT", picks(), { product_ids: [id("bowl"), id("mug")] }),
      shows: ["picked"],
    },
    {
      what: "a pick taken out",
      by: () => send("DELETE", `${picks()}${id("bowl")}/`),
      shows: ["picked"],
    },
    {
      what: "a brand's name",
      by: () => send("PATCH", `/admin/brands/${id("acme")}/`, { name: "Zenith" }),
      shows: ["brands", "brand", "mug", "list", "facets", "search", "suggest"],
    },
    {
      what: "what a bundle is made of",
      by: () =>
        send("PUT", `/admin/inventory/bundles/${id("set variant")}/`, {
          components: [{ variant_id: id("bowl variant"), quantity: 2 }],
        }),
      shows: ["set", "inStock"],
    },
    {
      what: "units of its component",
      by: () => send("POST", "/admin/inventory/receive/", { ...change("bowl"), quantity: 2 }),
      shows: ["set"],
    },
    {
      what: "no bundle any more",
      by: () => send("DELETE", `/admin/inventory/bundles/${id("set variant")}/`),
      shows: ["set", "inStock"],
    },
    {
      what: "units counted",
      by: () => send("POST", "/admin/inventory/count/", { ...change("mug"), on_hand: 0 }),
      shows: ["mug", "list", "inStock", "facets"],
    },
    {
      what: "units taken in",
      by: () => send("POST", "/admin/inventory/receive/", { ...change("mug"), quantity: 1 }),
      shows: ["mug", "list", "inStock", "facets"],
    },
    {
      what: "a draft",
      by: () => products.saveProduct(ctx, { ...jug, status: "draft" }),
      shows: [],
    },
    {
      what: "a cart",
      by: () => send("POST", "/cart/lines/", { variant_id: id("mug variant") }),
      ...{ shows: [], keeps: true },
    },
    {
      what: "the account of somebody",
      by: () => send("PATCH", "/users/me/", { first_name: "Oumar" }),
      ...{ shows: [], keeps: true },
    },
    {
      what: "the last one sold",
      by: buy,
      shows: ["mug", "list", "inStock", "facets"],
    },
    { what: "a review that waits", by: review, shows: [] },
    {
      what: "a review that staff publishes",
      by: () => send("POST", `/admin/reviews/${id("review")}/publish/`, {}),
      shows: ["reviews", "summary", "mug", "list"],
    },
    {
      what: "an answer to it",
      by: () => send("PUT", `/admin/reviews/${id("review")}/reply/`, { body: "Thank you." }),
      shows: ["reviews"],
    },
    {
      what: "a review that staff rejects",
      by: () => send("POST", `/admin/reviews/${id("review")}/reject/`, { reason: "spam" }),
      shows: ["reviews", "summary", "mug", "list"],
    },
    {
      what: "the currencies of the store",
      by: () => send("PATCH", "/admin/settings/", { currencies: ["USD"] }),
      shows: ["store"],
    },
  ];

  test.each(writes)("have at once: $what", async ({ by, shows, keeps = false }) => {
    const before = new Map<Read, Kept>();
    for (const name of names) before.set(name, await kept(name));
    await by();
    for (const name of names) {
      const after = await kept(name);
      expect(after.text, name).toBe(await made(name));
      const tag = before.get(name)?.tag;
      if (shows.includes(name)) expect(after.tag, name).not.toBe(tag);
      if (shows.length === 0) expect(after.tag, name).toBe(tag);
      if (keeps) expect(after.cache, name).toBe("hit");
    }
  });

  test("are all asked for here", () => {
    const procedures: object = appRouter._def.procedures;
    const paths = Object.values(procedures)
      .map((procedure: { readonly _def: { readonly meta?: ProcedureMeta } }) => procedure._def)
      .filter(({ meta }) => meta?.shared !== undefined)
      .map(({ meta }) => meta?.openapi?.path.replace("/v1", "") ?? "");
    expect(paths).not.toEqual([]);
    const asked = Object.values(reads).map((path) => path.replace(/\?.*/, ""));
    for (const path of paths) {
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
      expect(
        asked.some((one) => pattern.test(one)),
        path,
      ).toBe(true);
    }
  });
});
