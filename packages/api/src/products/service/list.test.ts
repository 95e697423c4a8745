/** Lists: filters, orders, pages and their cost, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as stores from "../../stores/service.ts";
import { addProduct, type TestProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import type { ListProductsInput, ProductSort, ProductSummary } from "../contract.ts";
import * as catalogue from "./index.ts";

type Wish = Partial<ListProductsInput>;

const sorts: readonly ProductSort[] = [
  "newest",
  "price_asc",
  "price_desc",
  "title",
  "relevance",
  "rating",
  "manual",
];
const HOUR = 3_600_000;
const start = new Date("2026-01-01T00:00:00.000Z").getTime();

describe.each(engines)("product lists on %s", (engine) => {
  let shop: Shop;
  const list = (wish: Wish = {}) => catalogue.list(shop.ctx(), { limit: 100, ...wish });
  const slugs = async (wish: Wish = {}) => (await list(wish)).items.map(({ slug }) => slug);

  async function allPages(wish: Wish): Promise<readonly ProductSummary[]> {
    const items: ProductSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ ...wish, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(wish.limit ?? 100);
      items.push(...page.items);
      expect(items.length, "pages without end").toBeLessThanOrEqual(100);
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    const category = (slug: string, parent: string | null = null) =>
      catalogue.saveCategory(shop.ctx(), { slug, name: slug, parent });
    await category("home");
    await category("lamps", "home");
    await category("floor-lamps", "lamps");
    await category("rugs", "home");
    await category("empty");
    const shelves = ["home", "lamps", "floor-lamps", "rugs", null];
    for (let i = 0; i < 60; i++) {
      await addProduct(shop, {
        slug: `p-${i}`,
        // Few different titles, prices and days: equal keys must not confuse the pages.
        title: `Title ${i % 7}`,
        descriptionHtml: i % 2 === 0 ? "<p>woven wool</p>" : "<p>clay</p>",
        vendor: `Vendor ${i % 4}`,
        category: shelves[i % shelves.length] ?? null,
        tags: [`tag-${i % 3}`, `tag-${i % 5}`],
        price: 1000 + (i % 6) * 500,
        stock: i % 3,
        publishedAt: new Date(start + (i % 8) * HOUR),
      });
    }
    await addProduct(shop, { slug: "hidden", status: "draft", category: "rugs" });
    await addProduct(shop, { slug: "gone", status: "archived", category: "rugs" });
    await addProduct(shop, {
      slug: "tomorrow",
      category: "rugs",
      publishedAt: new Date(Date.now() + 24 * HOUR),
    });
  });
  afterAll(() => shop.close());

  const numberOf = (slug: string): number => Number(slug.slice(2));
  const expected = (keep: (i: number) => boolean): string[] =>
    Array.from({ length: 60 }, (_, i) => i)
      .filter(keep)
      .map((i) => `p-${i}`)
      .sort();

  it("show published products only, and the next ones from their hour on", async () => {
    for (const sort of sorts) {
      expect((await slugs({ sort })).sort()).toEqual(expected(() => true));
      expect((await slugs({ sort, category: "rugs" })).sort()).toEqual(
        expected((i) => i % 5 === 3),
      );
      expect((await slugs({ sort, q: "title" })).sort()).toEqual(expected(() => true));
    }
    shop.advance(25 * HOUR);
    expect((await slugs())[0]).toBe("tomorrow");
    shop.advance(-25 * HOUR);
  });

  it("show a summary that needs no other call", async () => {
    const summary: TestProduct = {
      slug: "summary",
      title: "Summary",
      publishedAt: new Date(start - HOUR),
      options: [{ name: "Size", values: ["S", "M"] }],
      pictures: [{ url: "/a.svg", alt: "A" }],
      variants: [
        { values: ["S"], price: 900, compareAt: 1200 },
        { values: ["M"], price: 1100, compareAt: 5000 },
      ],
    };
    await addProduct(shop, summary);
    const items = await allPages({ limit: 25 });
    expect(items.at(-1)).toMatchObject({
      slug: "summary",
      price: { amount: 900, currency: "EUR" },
      compare_at_price: { amount: 1200, currency: "EUR" },
      has_price_range: true,
      in_stock: true,
      variant_count: 2,
      picture: { url: "/a.svg", alt: "A" },
    });
    await addProduct(shop, { ...summary, status: "archived" });
  });

  it.each(sorts)("page through each row exactly once in the order %s", async (sort) => {
    const wishes: Wish[] = [
      {},
      { category: "home" },
      { category: "rugs" },
      { in_stock: true },
      { category: "home", vendor: ["Vendor 1", "Vendor 2"] },
      { q: "title" },
    ];
    for (const wish of wishes) {
      const whole = await slugs({ ...wish, sort });
      for (const limit of [1, 7, 24]) {
        const paged = await allPages({ ...wish, sort, limit });
        expect([wish, paged.map(({ slug }) => slug)]).toEqual([wish, whole]);
      }
      expect(new Set(whole).size).toBe(whole.length);
    }
  });

  it("stand in the order that was asked for", async () => {
    const rows = async (sort: ProductSort, wish: Wish = {}) =>
      (await list({ ...wish, sort })).items;
    const ascending = (keys: readonly (number | string)[]) =>
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    for (const wish of [{}, { category: "home" }, { in_stock: true }]) {
      ascending((await rows("price_asc", wish)).map(({ price }) => price?.amount ?? 0));
      ascending((await rows("price_desc", wish)).map(({ price }) => -(price?.amount ?? 0)));
      ascending((await rows("title", wish)).map(({ title }) => title));
      ascending((await rows("newest", wish)).map(({ slug }) => -(numberOf(slug) % 8)));
    }
  });

  it("filter by category with what is below it, vendor, tag, price and stock, and by all at once", async () => {
    const filtered = async (wish: Wish) => (await slugs(wish)).sort();
    expect(await filtered({ category: "home" })).toEqual(expected((i) => i % 5 < 4));
    expect(await filtered({ category: "lamps" })).toEqual(expected((i) => [1, 2].includes(i % 5)));
    expect(await filtered({ vendor: ["Vendor 0", "Vendor 3"] })).toEqual(
      expected((i) => [0, 3].includes(i % 4)),
    );
    expect(await filtered({ tag: ["tag-4", "none"] })).toEqual(expected((i) => i % 5 === 4));
    expect(await filtered({ min_price: 1500, max_price: 2000 })).toEqual(
      expected((i) => [1, 2].includes(i % 6)),
    );
    expect(await filtered({ in_stock: true })).toEqual(expected((i) => i % 3 > 0));
    expect(await filtered({ in_stock: false })).toEqual(expected(() => true));
    expect(
      await filtered({
        category: "home",
        vendor: ["Vendor 1", "Vendor 3"],
        tag: ["tag-1", "tag-2"],
        max_price: 3000,
        in_stock: true,
        q: "clay",
      }),
    ).toEqual(
      expected(
        (i) =>
          i % 5 < 4 &&
          [1, 3].includes(i % 4) &&
          (i % 3 > 0 || [1, 2].includes(i % 5)) &&
          i % 6 < 5 &&
          i % 3 > 0,
      ),
    );
    expect(await filtered({ category: "empty" })).toEqual([]);
    expect(await filtered({ vendor: [], tag: [] })).toHaveLength(60);
  });

  it("are refused for a category that is not there, and for a cursor of another order", async () => {
    await expect(list({ category: "nowhere" })).rejects.toMatchObject({
      reason: "category_not_found",
    });
    await expect(list({ category: "nowhere", in_stock: true })).rejects.toMatchObject({
      reason: "category_not_found",
    });
    const { next_cursor: cursor } = await list({ limit: 1, sort: "price_asc" });
    const wish = { limit: 1, sort: "newest" as const, cursor: cursor ?? "" };
    await expect(list(wish)).rejects.toMatchObject({ reason: "cursor_invalid" });
  });

  it("do not fail on texts and cursors that nobody would send in good faith", async () => {
    const cursorOf = (...parts: unknown[]) =>
      Buffer.from(JSON.stringify(parts)).toString("base64url");
    for (const text of ["\0", "a\0b", "\ud800", "'; drop table products; --", "%", "_"]) {
      expect(await slugs({ vendor: [text], tag: [text] })).toEqual([]);
      await expect(list({ category: text })).rejects.toMatchObject({ kind: "not_found" });
      const cursor = cursorOf("title", text, uuid7());
      await list({ sort: "title", cursor });
    }
    const far = cursorOf("newest", Number.MAX_SAFE_INTEGER, uuid7());
    expect(await slugs({ cursor: far })).not.toContain("tomorrow");
    expect(await slugs({ cursor: cursorOf("newest", -Number.MAX_SAFE_INTEGER, uuid7()) })).toEqual(
      [],
    );
    for (const sort of ["price_asc", "price_desc"] as const) {
      for (const key of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]) {
        await list({ sort, cursor: cursorOf(sort, key, uuid7()) });
      }
    }
  });

  it("cost one statement, whatever the size of the page, and one for a name among other filters", async () => {
    const wishes: [Wish, budget: number][] = [
      [{}, 1],
      [{ category: "home" }, 1],
      [{ category: "rugs", sort: "title" }, 1],
      [{ category: "home", in_stock: true, tag: ["tag-1"] }, 2],
      [{ q: "title" }, 1],
    ];
    for (const [wish, budget] of wishes) {
      for (const limit of [5, 50]) {
        const { result, statements } = await statementsOf(() => list({ ...wish, limit }));
        expect(statements).toHaveLength(budget);
        expect(result.items.length).toBeGreaterThanOrEqual(5);
      }
    }
    const { statements } = await statementsOf(() => catalogue.get(shop.ctx(), { id: "p-1" }));
    expect(statements.length).toBeLessThanOrEqual(8);
  });

  it("show nothing of another store", async () => {
    const store = await stores.open(shop.test.database.system, {
      slug: "other",
      name: "Other",
      currency: "EUR",
      pricesIncludeTax: true,
      taxRateBasisPoints: 2000,
      shippingCountries: ["FR"],
      orderNumberPrefix: "O-",
    });
    const other = shop.ctx({ store, db: shop.test.database.forStore(store.id) });
    expect((await catalogue.list(other, { limit: 10 })).items).toEqual([]);
    expect((await catalogue.list(other, { limit: 10, q: "title" })).items).toEqual([]);
    expect((await catalogue.facets(other, {})).total).toBe(0);
    await expect(catalogue.get(other, { id: "p-1" })).rejects.toMatchObject({ kind: "not_found" });
    await expect(catalogue.list(other, { limit: 10, category: "home" })).rejects.toMatchObject({
      reason: "category_not_found",
    });
  });
});
