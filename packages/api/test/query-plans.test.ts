/**
 * What lists cost in a catalogue of a hundred thousand products, by the databases' own plans: each
 * documented order and filter is answered from an index, and a page never reads the whole catalogue.
 */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListProductsInput, ProductSort } from "../src/products/contract.ts";
import * as catalogue from "../src/products/service/index.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { fillLarge, LARGE } from "../src/testing/large-catalogue.ts";
import { planOf as plansOf } from "../src/testing/plans.ts";

type Wish = Omit<ListProductsInput, "limit">;

const sorts: readonly ProductSort[] = ["newest", "price_asc", "price_desc", "title"];
const filters: readonly Wish[] = [
  {},
  { category: "c-7" },
  { vendor: ["Vendor 3", "Vendor 4"] },
  { tag: ["tag-5"] },
  { min_price: 1000, max_price: 1200 },
  { in_stock: true },
  { category: "c-7", in_stock: true, min_price: 5000 },
  { currency: "USD" },
  { currency: "USD", min_price: 1000, max_price: 1200 },
];

describe.each(engines)("a hundred thousand products on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file", store: { currencies: ["USD"] } });
    await fillLarge(shop);
  }, 240_000);
  afterAll(() => shop.close());

  const planOf = (text: string) => plansOf(shop, text);

  /** Steps that go through the products one by one, without an index that leads to them. */
  const walks = (plan: readonly string[]): readonly string[] =>
    plan.filter((step) => /Seq Scan on products|^SCAN products(?!.* USING )/.test(step));

  const wishes = sorts.flatMap((sort) => filters.map((filter) => ({ ...filter, sort })));

  it.each(wishes)("lists %j by an index, in one statement", async (wish) => {
    const { result, statements } = await statementsOf(() =>
      catalogue.list(shop.ctx(), { limit: 24, ...wish }),
    );
    expect(result.items).toHaveLength(24);
    expect(statements).toHaveLength(1);
    const plan = await planOf(statements[0] ?? "");
    expect(walks(plan), plan.join("\n")).toEqual([]);
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
