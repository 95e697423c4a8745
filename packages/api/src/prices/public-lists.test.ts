/** Price lists for everybody: what lists of products show, filter and sort by, and what the history keeps. */
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import { encodeCursor } from "../kernel/cursor.ts";
import type { ListProductsInput } from "../products/contract.ts";
import * as catalogue from "../products/service/index.ts";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addGroup, addPriceList } from "../testing/price-lists.ts";
import { registerWith } from "../testing/staff.ts";
import * as prices from "./service/index.ts";

const DAY_MS = 86_400_000;

describe.each(engines)("a price list for everybody on %s", (engine) => {
  let shop: Shop;
  let staff: TestCustomer;
  let brand = 0;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
    staff = await registerWith(
      shop,
      ...(["products:read", "products:write", "users:read", "users:write"] as const),
    );
  });
  afterAll(() => shop.close());

  const lists = () => shop.as(staff.actor).prices;
  /** A product of a vendor of its own, so that lists can be narrowed to it. */
  const product = async (price: number, others: readonly number[] = []) => {
    brand += 1;
    const values = [price, ...others].map((_price, i) => `V${i}`);
    const variants = [price, ...others].map((amount, i) => ({
      values: [`V${i}`],
      price: amount,
      prices: [{ currency: "USD", amount: amount * 2, compareAt: null }],
    }));
    const options = [{ name: "Kind", values }];
    return {
      vendor: `Maker ${brand}`,
      ...(await addProduct(shop, { vendor: `Maker ${brand}`, options, variants })),
    };
  };
  const shownIn = async ({ vendor }: { vendor: string }, wish: Partial<ListProductsInput> = {}) => {
    const { items } = await catalogue.list(shop.ctx(), { vendor: [vendor], limit: 10, ...wish });
    return items.map(({ price, compare_at_price: compared }) => [
      price?.amount,
      compared?.amount ?? null,
    ]);
  };
  const pageOf = async ({ slug }: { slug: string }) =>
    (await catalogue.get(shop.ctx(), { id: slug })).variants[0];
  const historyOf = async (variant_id: string) =>
    (await lists().history({ variant_id })).items.map(({ price, reference }) => [
      price?.amount ?? null,
      reference,
    ]);
  const applyDue = () => prices.applyDue(shop.ctx());

  it("is what lists show, filter, count and sort by", async () => {
    const cheap = await product(3000);
    const dear = await product(5000);
    const both = { vendor: [cheap.vendor, dear.vendor], limit: 10 };
    await addPriceList(shop, staff, [{ variant_id: dear.variantId, amount: 2500 }]);
    expect(await shownIn(dear)).toEqual([[2500, 5000]]);
    expect(await shownIn(dear, { max_price: 2500 })).toHaveLength(1);
    expect(await shownIn(dear, { min_price: 2501 })).toEqual([]);
    expect(await shownIn(dear, { on_sale: true })).toHaveLength(1);
    expect(await shownIn(cheap, { on_sale: true })).toEqual([]);
    const sorted = await catalogue.list(shop.ctx(), { ...both, sort: "price_asc" });
    expect(sorted.items.map(({ vendor }) => vendor)).toEqual([dear.vendor, cheap.vendor]);
    const facets = await catalogue.facets(shop.ctx(), { vendor: both.vendor });
    expect(facets).toMatchObject({
      price: { min: { amount: 2500 }, max: { amount: 3000 } },
      on_sale: 1,
    });
    expect(await pageOf(dear)).toMatchObject({
      price: { amount: 2500 },
      compare_at_price: { amount: 5000 },
      lowest_price_30_days: { amount: 5000 },
    });
  });

  it("has a history that takes a cursor that was made up for what it is", async () => {
    const { variantId: variant_id } = await product(1000);
    for (const key of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]) {
      const cursor = encodeCursor("price-history", { key, id: variant_id });
      const { items } = await lists().history({ variant_id, cursor });
      expect(items).toHaveLength(key > 0 ? 1 : 0);
    }
  });

  it("counts in its own currency alone", async () => {
    const sold = await product(1000);
    const entries = [{ variant_id: sold.variantId, amount: 1500 }];
    await addPriceList(shop, staff, entries, { currency: "USD" });
    expect(await shownIn(sold)).toEqual([[1000, null]]);
    expect(await shownIn(sold, { currency: "USD" })).toEqual([[1500, 2000]]);
  });

  it("begins and ends by the clock, and leaves its trace in the history", async () => {
    const sold = await product(4000, [4500]);
    const now = shop.ctx().now().getTime();
    const { name } = await addPriceList(
      shop,
      staff,
      [{ variant_id: sold.variantId, amount: 3000 }],
      {
        starts_at: new Date(now + DAY_MS).toISOString(),
        ends_at: new Date(now + 3 * DAY_MS).toISOString(),
      },
    );
    expect(await applyDue()).toBe(0);
    expect(await shownIn(sold)).toEqual([[4000, null]]);
    shop.advance(DAY_MS);
    expect(await applyDue()).toBe(1);
    expect(await applyDue()).toBe(0);
    expect(await shownIn(sold)).toEqual([[3000, 4000]]);
    expect(await pageOf(sold)).toMatchObject({ lowest_price_30_days: { amount: 4000 } });
    shop.advance(2 * DAY_MS);
    expect(await applyDue()).toBe(1);
    expect(await shownIn(sold)).toEqual([[4000, null]]);
    expect(await historyOf(sold.variantId)).toEqual([
      [4000, `price list ${name}`],
      [3000, `price list ${name}`],
      [4000, expect.any(String)],
    ]);
    // A later reduction is told with what the list cost, as less than 30 days ago.
    const again = await addPriceList(shop, staff, [{ variant_id: sold.variantId, amount: 3500 }]);
    expect(await pageOf(sold)).toMatchObject({
      price_source: { name: again.name },
      lowest_price_30_days: { amount: 3000 },
    });
  });

  it("is followed when staff changes its terms or entries, or deletes it", async () => {
    const sold = await product(2000, [2400]);
    const [one = "", two = ""] = sold.variants.map(({ id }) => id);
    const { id } = await addPriceList(shop, staff, [{ variant_id: one, amount: 1500 }]);
    expect(await shownIn(sold)).toEqual([[1500, 2000]]);
    await lists().updateList({ id, is_active: false });
    expect(await shownIn(sold)).toEqual([[2000, null]]);
    const [last] = (await lists().history({ variant_id: one })).items;
    expect(last).toMatchObject({ price: { amount: 2000 }, actor: staff.email });
    await lists().updateList({ id, is_active: true });
    expect(await shownIn(sold)).toEqual([[1500, 2000]]);
    await lists().setEntries({ id, entries: [{ variant_id: two, amount: 1200 }] });
    expect(await shownIn(sold)).toEqual([[1200, 2400]]);
    await lists().setEntries({ id, entries: [{ variant_id: two, amount: null }] });
    expect(await shownIn(sold)).toEqual([[1500, 2000]]);
    await lists().updateList({ id, customer_group_id: await addGroup(shop, staff) });
    expect(await shownIn(sold)).toEqual([[2000, null]]);
    await lists().updateList({ id, customer_group_id: null });
    expect(await shownIn(sold)).toEqual([[1500, 2000]]);
    await lists().deleteList({ id });
    expect(await shownIn(sold)).toEqual([[2000, null]]);
    expect(await applyDue()).toBe(0);
  });

  it("of a group, or for several units, is nobody else's price", async () => {
    const sold = await product(2000);
    const member = await registerCustomer(shop);
    const customer_group_id = await addGroup(shop, staff, member);
    const entry = { variant_id: sold.variantId };
    await addPriceList(shop, staff, [{ ...entry, amount: 900 }], { customer_group_id });
    await addPriceList(shop, staff, [{ ...entry, min_quantity: 2, amount: 1000 }]);
    expect(await shownIn(sold)).toEqual([[2000, null]]);
    const mine = await shop.as(member.actor).products.get({ id: sold.slug });
    expect(mine.variants[0]).toMatchObject({
      price: { amount: 900 },
      compare_at_price: { amount: 2000 },
      lowest_price_30_days: null,
    });
  });

  it("stays when the product is saved again, below each new base price", async () => {
    const sold = await product(2000);
    await addPriceList(shop, staff, [{ variant_id: sold.variantId, amount: 1500 }]);
    const save = (price: number) =>
      catalogue.saveProduct(shop.ctx(), {
        ...{ slug: sold.slug, vendor: sold.vendor, title: `Again ${price}` },
        options: [{ name: "Kind", values: ["V0"] }],
        variants: [{ values: ["V0"], price, onHand: 10 }],
      });
    await save(1800);
    expect(await shownIn(sold)).toEqual([[1500, 1800]]);
    await save(1400);
    expect(await shownIn(sold)).toEqual([[1400, null]]);
    expect(await shownIn(sold, { currency: "USD" })).toEqual([[4000, null]]);
  });

  it("is brought up to date by any number of nodes at once, once", async () => {
    const sold = await Promise.all([1000, 1000, 1000].map((price) => product(price)));
    const now = shop.ctx().now().getTime();
    const entries = sold.map(({ variantId }) => ({ variant_id: variantId, amount: 700 }));
    const terms = { starts_at: new Date(now + DAY_MS).toISOString() };
    await addPriceList(shop, staff, entries, terms);
    shop.advance(DAY_MS);
    await Promise.all(Array.from({ length: 6 }, applyDue));
    for (const { variantId, vendor } of sold) {
      expect(await shownIn({ vendor })).toEqual([[700, 1000]]);
      expect(await historyOf(variantId)).toHaveLength(2);
    }
  });

  it("and base prices, changed at the same time, show what the last of them left", async () => {
    const sold = await product(5000);
    const { id } = await addPriceList(shop, staff, [{ variant_id: sold.variantId, amount: 4000 }]);
    for (let i = 0; i < 12; i += 1) {
      const [base, listed] = [3000 + i * 100, 3500 + ((i * 700) % 900)];
      const entry = { variantId: sold.variantId, currency: "EUR", amount: base, compareAt: null };
      await Promise.all([
        inTransaction(shop.ctx(), (ctx) => prices.setPrices(ctx, [entry], "test")),
        lists().setEntries({ id, entries: [{ variant_id: sold.variantId, amount: listed }] }),
      ]);
      const [[lowest] = []] = await shownIn(sold);
      expect(lowest).toBe(Math.min(base, listed));
    }
  });

  it("and base prices, changed in any order, show what a recount finds", async () => {
    const amount = fc.integer({ min: 1, max: 9 });
    const change = fc.oneof(
      fc.record({ set: fc.constantFrom(0, 1), amount }),
      fc.record({
        list: fc.constantFrom(0, 1),
        of: fc.constantFrom(0, 1),
        amount: fc.option(amount),
      }),
      fc.record({ turn: fc.constantFrom(0, 1), on: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const sold = await product(5, [7]);
        const ids = sold.variants.map(({ id }) => id);
        const base = [5, 7];
        const made = [await addPriceList(shop, staff, []), await addPriceList(shop, staff, [])];
        const model = made.map(() => ({ on: true, of: [null, null] as (number | null)[] }));
        for (const one of changes) {
          if ("set" in one) {
            const entry = {
              variantId: ids[one.set] ?? "",
              currency: "EUR",
              amount: one.amount,
              compareAt: null,
            };
            await inTransaction(shop.ctx(), (ctx) => prices.setPrices(ctx, [entry], "test"));
            base[one.set] = one.amount;
          } else if ("list" in one) {
            const entry = { variant_id: ids[one.of] ?? "", amount: one.amount };
            await lists().setEntries({ id: made[one.list]?.id ?? "", entries: [entry] });
            const terms = model[one.list];
            if (terms !== undefined) terms.of[one.of] = one.amount;
          } else {
            await lists().updateList({ id: made[one.turn]?.id ?? "", is_active: one.on });
            const terms = model[one.turn];
            if (terms !== undefined) terms.on = one.on;
          }
        }
        const all = base.map((price, i) =>
          Math.min(price, ...model.flatMap(({ on, of }) => (on ? (of[i] ?? []) : []))),
        );
        const lowest = Math.min(...all);
        const before = base.filter((price, i) => all[i] === lowest && price > lowest);
        expect(await shownIn(sold)).toEqual([
          [lowest, before.length === 0 ? null : Math.max(...before)],
        ]);
        for (const { id } of made) await lists().deleteList({ id });
      }),
      { numRuns: 12 },
    );
  });
});
