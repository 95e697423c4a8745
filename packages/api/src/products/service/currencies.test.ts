/** The catalogue in a currency that is not the store's own. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import type { ListProductsInput } from "../contract.ts";
import * as catalogue from "./index.ts";

describe.each(engines)("the catalogue in another currency on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD", "MAD"] } });
    await catalogue.saveCategory(shop.ctx(), { slug: "cups", name: "Cups" });
    // Dear in euros is cheap in dollars, so that no order can be taken for the other.
    for (let i = 0; i < 7; i += 1) {
      await addProduct(shop, {
        ...{ slug: `cup-${i}`, title: `Cup ${i}`, vendor: i % 2 === 0 ? "Even" : "Odd" },
        ...{ category: "cups", publishedAt: new Date(Date.UTC(2026, 0, 1 + i)) },
        variants: [
          { price: 1000 + i, prices: [{ currency: "USD", amount: 900 - i, compareAt: 1000 }] },
        ],
      });
    }
    await addProduct(shop, { slug: "euros-only", title: "Cup for euros", category: "cups" });
  });
  afterAll(() => shop.close());

  const list = (input: Partial<ListProductsInput>) =>
    catalogue.list(shop.ctx(), { limit: 24, currency: "USD", ...input });
  const slugs = async (input: Partial<ListProductsInput>) =>
    (await list(input)).items.map(({ slug }) => slug);
  const cups = (...numbers: readonly number[]) => numbers.map((i) => `cup-${i}`);

  it("shows prices in it, and leaves out what has none", async () => {
    const { items } = await list({ sort: "title", limit: 100 });
    expect(items.map(({ slug }) => slug)).toEqual(cups(0, 1, 2, 3, 4, 5, 6));
    expect(items[1]).toMatchObject({
      price: { amount: 899, currency: "USD" },
      compare_at_price: { amount: 1000, currency: "USD" },
    });
    const own = await catalogue.list(shop.ctx(), { limit: 100, currency: "EUR" });
    expect(own.items).toHaveLength(8);
    expect(await slugs({ currency: "MAD" })).toEqual([]);
  });

  it("sorts and filters by it, alone and with other filters, searched or not", async () => {
    expect(await slugs({ sort: "price_asc" })).toEqual(cups(6, 5, 4, 3, 2, 1, 0));
    expect(await slugs({ sort: "price_desc" })).toEqual(cups(0, 1, 2, 3, 4, 5, 6));
    expect(await slugs({ sort: "newest" })).toEqual(cups(6, 5, 4, 3, 2, 1, 0));
    expect(await slugs({ sort: "price_asc", min_price: 895, max_price: 897 })).toEqual(
      cups(5, 4, 3),
    );
    expect(await slugs({ sort: "price_asc", vendor: ["Odd"], category: "cups" })).toEqual(
      cups(5, 3, 1),
    );
    expect(await slugs({ q: "cup", sort: "price_asc" })).toEqual(cups(6, 5, 4, 3, 2, 1, 0));
    expect((await slugs({ q: "cup" })).toSorted()).toEqual(cups(0, 1, 2, 3, 4, 5, 6));
  });

  it.each(["price_asc", "price_desc", "newest", "title"] as const)(
    "pages through each product once in the order %s, one statement a page",
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { result, statements } = await statementsOf(() =>
          list({ sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) }),
        );
        expect(statements).toHaveLength(1);
        seen.push(...result.items.map(({ slug }) => slug));
        cursor = result.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.toSorted()).toEqual(cups(0, 1, 2, 3, 4, 5, 6));
    },
  );

  it("counts facets and suggests in it", async () => {
    const facets = await catalogue.facets(shop.ctx(), { currency: "USD" });
    expect(facets).toMatchObject({
      total: 7,
      price: { min: { amount: 894, currency: "USD" }, max: { amount: 900, currency: "USD" } },
    });
    const narrow = await catalogue.facets(shop.ctx(), { currency: "USD", min_price: 899 });
    expect(narrow.total).toBe(2);
    const suggested = await catalogue.suggest(shop.ctx(), { q: "cup", limit: 10, currency: "USD" });
    expect(suggested.products).toHaveLength(7);
    expect(suggested.products[0]?.price?.currency).toBe("USD");
  });

  it("shows a product with the variants that have a price in it", async () => {
    const { slug } = await addProduct(shop, {
      options: [{ name: "Size", values: ["S", "L"] }],
      variants: [
        { values: ["S"], price: 100, prices: [{ currency: "MAD", amount: 1100 }] },
        { values: ["L"], price: 200 },
      ],
    });
    const shown = await catalogue.get(shop.ctx(), { id: slug, currency: "MAD" });
    expect(shown.variants).toMatchObject([
      { title: "S", price: { amount: 1100, currency: "MAD" }, base_price: { currency: "MAD" } },
    ]);
    const own = await catalogue.get(shop.ctx(), { id: slug });
    expect(own.variants).toHaveLength(2);
  });

  it("is refused in a currency that the store does not sell in, naming the field", async () => {
    const refused = { reason: "currency_unknown", fields: { currency: [expect.any(String)] } };
    const currency = "GBP";
    await expect(list({ currency })).rejects.toMatchObject(refused);
    await expect(list({ currency, q: "cup" })).rejects.toMatchObject(refused);
    await expect(catalogue.facets(shop.ctx(), { currency })).rejects.toMatchObject(refused);
    await expect(catalogue.get(shop.ctx(), { id: "cup-1", currency })).rejects.toMatchObject(
      refused,
    );
    await expect(
      catalogue.suggest(shop.ctx(), { q: "cup", limit: 3, currency }),
    ).rejects.toMatchObject(refused);
  });
});
