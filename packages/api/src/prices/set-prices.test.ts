/** How prices are written: in each of the store's currencies, with what they were before. */
import { statementsOf } from "@souk/db";
import { events, priceHistory, prices as pricesTable, productPrices } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import * as catalogue from "../products/service/index.ts";
import { type AddedProduct, addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerWith } from "../testing/staff.ts";
import * as prices from "./service/index.ts";

const DAY_MS = 86_400_000;

describe.each(engines)("prices on %s", (engine) => {
  let shop: Shop;
  let staff: Awaited<ReturnType<typeof registerWith>>;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD", "MAD"] } });
    staff = await registerWith(shop, "products:read");
  });
  afterAll(() => shop.close());

  const set = (entries: readonly prices.PriceEntry[], reference = "test") =>
    inTransaction(shop.ctx(), (ctx) => prices.setPrices(ctx, entries, reference));
  const price = (variantId: string, amount: number | null, currency = "EUR") => ({
    ...{ variantId, currency, amount, compareAt: null },
  });
  const historyOf = async (variantId: string, currency = "EUR") => {
    const input = { variant_id: variantId, currency };
    return (await shop.as(staff.actor).prices.history(input)).items;
  };
  const summariesOf = async ({ productId }: AddedProduct) =>
    await shop.test.database.system
      .select({
        currency: productPrices.currency,
        min: productPrices.minPrice,
        max: productPrices.maxPrice,
        before: productPrices.compareAtPrice,
      })
      .from(productPrices)
      .where(eq(productPrices.productId, productId))
      .orderBy(asc(productPrices.currency));
  const eventsOf = async ({ productId }: AddedProduct) =>
    await shop.test.database.system
      .select()
      .from(events)
      .where(and(eq(events.type, "prices.changed"), eq(events.subjectId, productId)))
      .orderBy(asc(events.id));

  it("are remembered with the time and the cause of each change, and of nothing else", async () => {
    const { variantId } = await addProduct(shop, { price: 2000, stockReference: "import 7" });
    expect(await set([price(variantId, 2000)])).toBe(false);
    shop.advance(DAY_MS);
    expect(await set([{ ...price(variantId, 1500), compareAt: 2000 }], "spring sale")).toBe(true);
    shop.advance(DAY_MS);
    expect(await set([price(variantId, null)], "withdrawn")).toBe(true);
    expect(await set([price(variantId, null)])).toBe(false);
    expect(await historyOf(variantId)).toMatchObject([
      { price: null, compare_at_price: null, reference: "withdrawn" },
      { price: { amount: 1500 }, compare_at_price: { amount: 2000 }, reference: "spring sale" },
      { price: { amount: 2000 }, compare_at_price: null, reference: "import 7" },
    ]);
  });

  it("are told of by one event for each product that they changed of", async () => {
    const product = await addProduct(shop, { price: 2000 });
    await set([price(product.variantId, 1800), price(product.variantId, 1900, "USD")]);
    const told = await eventsOf(product);
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { prices: [{ currency: "EUR", amount: 2000 }] },
      {
        product_id: product.productId,
        prices: [
          { variant_id: product.variantId, currency: "EUR", amount: 1800, compare_at: null },
          { variant_id: product.variantId, currency: "USD", amount: 1900, compare_at: null },
        ],
      },
    ]);
  });

  it("from before the history was kept count as valid since the product was made", async () => {
    const { variantId, productId } = await addProduct(shop, { price: 2000 });
    const { system } = shop.test.database;
    await system.delete(priceHistory).where(eq(priceHistory.variantId, variantId));
    expect(await historyOf(variantId)).toMatchObject([{ price: { amount: 2000 } }]);
    const [before] = await historyOf(variantId);
    shop.advance(DAY_MS);
    await set([price(variantId, 1000)]);
    const items = await historyOf(variantId);
    expect(items).toMatchObject([{ price: { amount: 1000 } }, { price: { amount: 2000 } }]);
    expect(items[1]?.valid_from).toBe(before?.valid_from);
    expect(productId).not.toBe("");
  });

  it("of a draft stand in all its currencies, and stay where a draft does not speak of them", async () => {
    const variants = [
      {
        ...{ values: ["S"], price: 1000 },
        prices: [{ currency: "USD", amount: 1100, compareAt: 1500 }],
      },
      { values: ["L"], price: 2000, prices: [{ currency: "USD", amount: 2200 }] },
      { values: ["XL"], price: 3000 },
    ];
    const draft = {
      slug: `sizes-${engine}`,
      options: [{ name: "Size", values: ["S", "L", "XL"] }],
    };
    const product = await addProduct(shop, { ...draft, variants });
    expect(await summariesOf(product)).toEqual([
      { currency: "USD", min: 1100, max: 2200, before: 1500 },
    ]);
    const silent = variants.map(({ prices: _prices, ...variant }) => variant);
    await addProduct(shop, { ...draft, variants: silent });
    expect(await summariesOf(product)).toHaveLength(1);
    const [small] = variants;
    await addProduct(shop, {
      ...draft,
      variants: [
        { ...silent[0], values: ["S"], price: 1000, prices: [{ currency: "MAD", amount: 9900 }] },
        { values: ["L"], price: 2000, prices: [] },
      ],
    });
    expect(small).toBeDefined();
    expect(await summariesOf(product)).toEqual([
      { currency: "MAD", min: 9900, max: 9900, before: null },
    ]);
    expect(await historyOf(product.variantId, "USD")).toMatchObject([
      { price: null },
      { price: { amount: 1100 } },
    ]);
  });

  it("go in every currency with the variant that a draft has no more", async () => {
    const draft = { slug: `kinds-${engine}`, options: [{ name: "Kind", values: ["a", "b"] }] };
    const prices = [{ currency: "USD", amount: 500 }];
    const product = await addProduct(shop, {
      ...draft,
      variants: [
        { values: ["a"], price: 100 },
        { values: ["b"], price: 200, prices },
      ],
    });
    await addProduct(shop, { ...draft, variants: [{ values: ["a"], price: 100 }] });
    const gone = product.variants[1]?.id ?? "";
    const left = await shop.test.database.system
      .select()
      .from(pricesTable)
      .where(eq(pricesTable.variantId, gone));
    expect(left).toEqual([]);
    expect(await summariesOf(product)).toEqual([]);
  });

  it.each([
    ["GBP", "This store does not sell in GBP."],
    ["EUR", "The price in the store's own currency stands in `price`."],
  ])(
    "in %s among the other currencies are refused, naming the field",
    async (currency, message) => {
      const prices = [
        { currency: "USD", amount: 100 },
        { currency, amount: 100 },
      ];
      const saving = addProduct(shop, { variants: [{ price: 100, prices }] });
      await expect(saving).rejects.toMatchObject({
        reason: "currency_unknown",
        fields: { "variants.0.prices.1.currency": [message] },
      });
    },
  );

  it("twice in one currency are refused, naming the field", async () => {
    const prices = [
      { currency: "USD", amount: 100 },
      { currency: "USD", amount: 200 },
    ];
    const saving = addProduct(shop, { variants: [{ price: 100, prices }] });
    await expect(saving).rejects.toMatchObject({
      fields: { "variants.0.prices.1.currency": ["There are two prices in USD."] },
    });
  });

  it("of many variants cost as many statements as of one", async () => {
    const values = Array.from({ length: 40 }, (_, i) => `${i}`);
    const product = await addProduct(shop, {
      options: [{ name: "N", values }],
      variants: values.map((value) => ({ values: [value], price: 1000 })),
    });
    const repricing = async (count: number, amount: number) => {
      const entries = product.variants.slice(0, count).map(({ id }) => price(id, amount, "USD"));
      return (await statementsOf(() => set(entries))).statements.length;
    };
    expect(await repricing(40, 900)).toBe(await repricing(1, 800));
  });

  it("that two set at once end as one of them said, and the history with it", async () => {
    const { variantId, slug } = await addProduct(shop, { price: 2000 });
    await Promise.all([1100, 1200, 1300].map((amount) => set([price(variantId, amount)])));
    const [last] = await historyOf(variantId);
    const { variants } = await catalogue.get(shop.ctx(), { id: slug });
    expect(await historyOf(variantId)).toHaveLength(4);
    expect(variants[0]?.base_price).toEqual(last?.price);
  });

  it("are shown by page, to staff alone, and not for what is not there", async () => {
    const { variantId } = await addProduct(shop, { price: 1 });
    for (const amount of [2, 3, 4]) await set([price(variantId, amount)]);
    const { history } = shop.as(staff.actor).prices;
    const first = await history({ variant_id: variantId, limit: 3 });
    expect(first.items.map((row) => row.price?.amount)).toEqual([4, 3, 2]);
    const cursor = first.next_cursor ?? "";
    const rest = await history({ variant_id: variantId, limit: 3, cursor });
    expect(rest).toMatchObject({ items: [{ price: { amount: 1 } }], next_cursor: null });
    const { productId } = await addProduct(shop);
    await expect(history({ variant_id: productId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
