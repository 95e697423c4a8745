/**
 * What lists cost in a catalogue of a hundred thousand products, by the databases' own plans: each
 * documented order and filter is answered from an index, and a page never reads the whole catalogue.
 */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../src/inventory/service/index.ts";
import * as prices from "../src/prices/service/index.ts";
import type { FacetsInput, ListProductsInput, ProductSort } from "../src/products/contract.ts";
import * as catalogue from "../src/products/service/index.ts";
import * as staff from "../src/products/staff/service/index.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { fillLarge, LARGE } from "../src/testing/large-catalogue.ts";
import { BUSY_VARIANT, fillRecords, PRICE_LIST } from "../src/testing/large-records.ts";
import { planOf as plansOf, rowsReadBy } from "../src/testing/plans.ts";

type Wish = Omit<ListProductsInput, "limit">;

/** Of a hundred thousand: what a filter leaves may be put in order, but never the catalogue. */
const MOST_ROWS = 6000;

/** A step that goes through a large table row by row, without an index that leads to them. */
const WALK =
  /(Seq Scan on|^SCAN) (products|product_(prices|tags)|variants|attribute_values|stock_(levels|movements)|price_(history|list_entries)|search_documents|documents)\b(?!.* USING )/;

const sorts: readonly ProductSort[] = ["newest", "price_asc", "price_desc", "title", "rating"];
const filters: readonly Wish[] = [
  {},
  { category: "c-7" },
  { category: "d-42" },
  { collection: "picked" },
  { brand: ["b-10", "b-40"] },
  { on_sale: true },
  { min_rating: 3 },
  { attributes: ["shade:Shade 8", "shade:Shade 9"] },
  { vendor: ["Vendor 3", "Vendor 4"] },
  { tag: ["tag-5"] },
  { min_price: 1000, max_price: 1200 },
  { in_stock: true },
  { category: "c-7", in_stock: true, min_price: 5000 },
  { currency: "USD" },
  { currency: "USD", min_price: 1000, max_price: 1200 },
  { currency: "USD", on_sale: true },
];
const staffWishes = [
  {},
  { status: "draft" },
  { status: "archived" },
  { category: "c-7" },
  { brand: "b-7" },
  { tag: "tag-5" },
  { in_stock: false },
  { in_stock: true },
  { q: "kind1008" },
  { q: "kind1008", in_stock: true },
  { deleted: true },
] as const;

describe.each(engines)("a hundred thousand products on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file", store: { currencies: ["USD"] } });
    await fillLarge(shop);
    await fillRecords(shop);
  }, 240_000);
  afterAll(() => shop.close());

  const planOf = (text: string) => plansOf(shop, text);

  const walks = (plan: readonly string[]): readonly string[] =>
    plan.filter((step) => WALK.test(step));

  const wishes = sorts.flatMap((sort) => filters.map((filter) => ({ ...filter, sort })));

  async function expectCheap<T>(work: () => Promise<T>, most: number): Promise<T> {
    const { result, statements, parameters } = await statementsOf(work);
    expect(statements.length).toBeLessThanOrEqual(most);
    for (const [i, text] of statements.entries()) {
      const plan = await planOf(text);
      expect(walks(plan), plan.join("\n")).toEqual([]);
      const rows = await rowsReadBy(shop, text, parameters[i] ?? []);
      if (rows !== null) expect(rows, plan.join("\n")).toBeLessThan(MOST_ROWS);
    }
    return result;
  }

  it.each(wishes)("lists %j by an index, in one statement and one for each name", async (wish) => {
    const { category, ...further } = wish;
    const isWhole = Object.keys(further).length === 1;
    const named = [isWhole ? undefined : category, wish.collection, wish.brand, wish.attributes];
    const lookups = named.filter((name) => name !== undefined).length;
    const list = () => catalogue.list(shop.ctx(), { limit: 24, ...wish });
    expect((await expectCheap(list, 1 + lookups)).items).toHaveLength(24);
  });

  const staffSorts = ["updated", "created", "title"] as const;
  const byStaff = staffSorts.flatMap((sort) => staffWishes.map((wish) => ({ ...wish, sort })));

  it.each(byStaff)("lists %j for staff by an index, in one statement", async (wish) => {
    const lookups = "category" in wish || "brand" in wish ? 1 : 0;
    const list = () => staff.list(shop.ctx(), { deleted: false, limit: 24, ...wish });
    const { items } = await expectCheap(list, 1 + lookups);
    expect(items).toHaveLength("status" in wish && wish.status === "archived" ? 0 : 24);
  });

  const found: readonly Wish[] = [
    { q: "kind1008" },
    { q: "kind1008 vendor", in_stock: true },
    { q: "kind1008", category: "c-8" },
    { q: "kind1008", currency: "USD" },
    { q: "kind1010", currency: "USD", on_sale: true },
    { q: "kind1008", currency: "USD", min_price: 1000, max_price: 40_000 },
  ];
  const searches = (["relevance", ...sorts] as const).flatMap((sort) =>
    found.map((wish) => ({ ...wish, sort })),
  );

  it.each(searches)("finds %j by the index of words", async (wish) => {
    const lookups = wish.category === undefined ? 0 : 1;
    // One more for where the words stand.
    const list = () => catalogue.list(shop.ctx(), { limit: 5, ...wish });
    expect((await expectCheap(list, 2 + lookups)).items.length).toBeGreaterThan(0);
  });

  it("completes what is typed by the index of words", async () => {
    const suggest = () => catalogue.suggest(shop.ctx(), { q: "kind1008", limit: 8 });
    expect((await expectCheap(suggest, 2)).products).toHaveLength(8);
  });

  const facets: readonly FacetsInput[] = [
    { category: "c-7", brand: ["b-10"] },
    { q: "kind1008" },
    { q: "kind1008", category: "c-8" },
  ];

  it.each(facets)("counts the facets of %j among those alone", async (wish) => {
    const count = () => catalogue.facets(shop.ctx(), wish);
    expect((await expectCheap(count, 4)).total).toBeGreaterThan(0);
  });

  it("lists the entries of a price list by an index", async () => {
    const list = () => prices.listEntries(shop.ctx(), { id: PRICE_LIST, limit: 24 });
    const { items, next_cursor } = await expectCheap(list, 2);
    expect(items).toHaveLength(24);
    const cursor = next_cursor ?? "";
    const next = () => prices.listEntries(shop.ctx(), { id: PRICE_LIST, limit: 24, cursor });
    expect((await expectCheap(next, 2)).items).toHaveLength(24);
    const found = () =>
      prices.listEntries(shop.ctx(), { id: PRICE_LIST, limit: 24, q: "kind1010" });
    expect((await expectCheap(found, 2)).items.length).toBeGreaterThan(0);
  });

  it("lists what a variant cost by an index", async () => {
    const list = () => prices.history(shop.ctx(), { variant_id: BUSY_VARIANT, limit: 24 });
    expect((await expectCheap(list, 2)).items).toHaveLength(24);
  });

  it.each([{}, { type: "adjust" }, { type: "receive" }, { type: "ship" }] as const)(
    "lists a variant's movements %j by an index",
    async (wish) => {
      const asked = { variant_id: BUSY_VARIANT, limit: 24, ...wish };
      const { items } = await expectCheap(() => inventory.listMovements(shop.ctx(), asked), 2);
      expect(items).toHaveLength("type" in wish && wish.type === "ship" ? 0 : 24);
    },
  );

  const location_id = "00000000-0000-7000-8000-c00000000002";
  const levels = [{}, { location_id }, { low: true }, { out: true }, { location_id, low: true }];

  it.each(levels)("lists the stock %j by an index, in two statements at most", async (wish) => {
    const list = () => inventory.listLevels(shop.ctx(), { limit: 24, ...wish });
    const { items } = await expectCheap(list, "low" in wish ? 2 : 1);
    expect(items.length).toBeGreaterThan(20);
  });

  it.each([{ preorder: true }, { backorder: true }])(
    "lists what is sold ahead %j by an index, in one statement",
    async (wish) => {
      const list = () => inventory.listLevels(shop.ctx(), { limit: 24, ...wish });
      expect((await expectCheap(list, 1)).items).toHaveLength(24);
    },
  );

  it("lists bundles by an index of theirs, in one statement and one for what they are made of", async () => {
    const list = () => inventory.listBundles(shop.ctx(), { limit: 24 });
    const { items } = await expectCheap(list, 2);
    expect(items).toHaveLength(24);
    const { statements } = await statementsOf(list);
    const plan = (await planOf(statements[0] ?? "")).join("\n");
    expect(plan).toContain("variants_bundles");
    expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER BY|Sort Key/);
  });

  it.each(sorts)("reads no more of the catalogue than a page of %s", async (sort) => {
    const { statements } = await statementsOf(() =>
      catalogue.list(shop.ctx(), { limit: 24, sort }),
    );
    const plan = await planOf(statements[0] ?? "");
    // A sort would have to see every product first.
    expect(plan.filter((step) => /TEMP B-TREE FOR ORDER BY|Sort Key/.test(step))).toEqual([]);
  });

  it.each(["price_asc", "price_desc"] as const)(
    "reads no more of the prices in another currency than a page of %s",
    async (sort) => {
      const { statements } = await statementsOf(() =>
        catalogue.list(shop.ctx(), { limit: 24, sort, currency: "USD" }),
      );
      const plan = await planOf(statements[0] ?? "");
      expect(plan.join("\n")).toContain("product_prices_price");
      expect(plan.filter((step) => /TEMP B-TREE FOR ORDER BY|Sort Key/.test(step))).toEqual([]);
    },
  );

  it("goes on behind the last page as behind the first", async () => {
    let cursor: string | undefined;
    for (let pages = 0; pages < 3; pages += 1) {
      const { next_cursor, items } = await catalogue.list(shop.ctx(), {
        limit: 100,
        sort: "price_asc",
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(items).toHaveLength(100);
      cursor = next_cursor ?? undefined;
    }
  });

  it("finds one product by its address or its id, and counts all of them once", async () => {
    for (const id of ["p-77777", "00000000-0000-7000-8000-200000000001"]) {
      const { statements } = await statementsOf(() => catalogue.get(shop.ctx(), { id }));
      for (const text of statements) {
        const plan = await planOf(text);
        expect(walks(plan), `${text}\n${plan.join("\n")}`).toEqual([]);
      }
    }
    const { total } = await catalogue.facets(shop.ctx(), {});
    expect(total).toBe(LARGE);
  });
});
