/** What lists of products show the members of a group that pays less. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addGroup, addPriceList } from "../testing/price-lists.ts";
import { registerWith } from "../testing/staff.ts";

describe.each(engines)("a list of products on %s", (engine) => {
  let shop: Shop;
  let staff: TestCustomer;
  let member: TestCustomer;
  let group: string;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
    staff = await registerWith(
      shop,
      "products:read",
      "products:write",
      "users:read",
      "users:write",
    );
    member = await registerCustomer(shop);
    group = await addGroup(shop, staff, member);
  });
  afterAll(() => shop.close());

  const guest = () => shop.as({ kind: "anonymous" });

  it("shows its members their prices, and anybody else what everybody pays", async () => {
    const made = await addProduct(shop, {
      title: "Grouped Samovar",
      options: [{ name: "Size", values: ["S", "L"] }],
      variants: [
        { values: ["S"], price: 1000, compareAt: 1100 },
        { values: ["L"], price: 2000 },
      ],
    });
    const beside = await addProduct(shop, {
      title: "Grouped Saucer",
      relations: [{ kind: "related", product: made.slug }],
    });
    const large = (await guest().products.get({ id: made.slug })).variants[1]?.id ?? "";
    await addPriceList(
      shop,
      staff,
      [
        { variant_id: large, amount: 700 },
        { variant_id: beside.variantId, min_quantity: 5, amount: 10 },
      ],
      { customer_group_id: group },
    );
    const seenBy = async (who: ReturnType<typeof guest>) => {
      const { items } = await who.products.list({ q: "grouped samovar" });
      const { products } = await who.products.suggest({ q: "grouped samovar" });
      const { relations } = await who.products.get({ id: beside.slug });
      const related = relations.map(({ product }) => product.price?.amount);
      return { items, amounts: [...products.map(({ price }) => price?.amount), ...related] };
    };
    const own = await seenBy(shop.as(member.actor));
    expect(own.items).toMatchObject([
      { price: { amount: 700 }, compare_at_price: { amount: 2000 }, has_price_range: true },
    ]);
    expect(own.amounts).toEqual([700, 700]);
    for (const who of [guest(), shop.as((await registerCustomer(shop)).actor)]) {
      const seen = await seenBy(who);
      expect(seen.items).toMatchObject([
        { price: { amount: 1000 }, compare_at_price: { amount: 1100 }, has_price_range: true },
      ]);
      expect(seen.amounts).toEqual([1000, 1000]);
    }
    // From a quantity on is not of one.
    const { items } = await shop.as(member.actor).products.list({ q: "grouped saucer" });
    expect(items).toMatchObject([{ slug: beside.slug, compare_at_price: null }]);
    const few = await statementsOf(() => shop.as(member.actor).products.list({ limit: 1 }));
    const many = await statementsOf(() => shop.as(member.actor).products.list({ limit: 50 }));
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 1);
  });

  it("asks no more than whether a list names it, of what no list in force makes cheaper", async () => {
    const listed = await addProduct(shop, { title: "Counted Kettle" });
    const { variantId: variant_id } = await addProduct(shop, { title: "Counted Ladle" });
    const mine = { customer_group_id: group };
    await addPriceList(shop, staff, [{ variant_id: listed.variantId, amount: 1 }], mine);
    const vain = [
      [{ variant_id, min_quantity: 2, amount: 1 }, mine],
      [
        { variant_id, amount: 1 },
        { ...mine, currency: "USD" },
      ],
      [
        { variant_id, amount: 1 },
        { ...mine, is_active: false },
      ],
      [{ variant_id, amount: 1 }, { customer_group_id: await addGroup(shop, staff) }],
    ] as const;
    for (const [entry, terms] of vain) await addPriceList(shop, staff, [entry], terms);
    const cost = async (who: ReturnType<typeof guest>, q: string) =>
      (await statementsOf(() => who.products.list({ q }))).statements.length;
    for (const [q, more] of [
      ["counted kettle", 2],
      ["counted ladle", 1],
    ] as const) {
      expect(await cost(shop.as(member.actor), q)).toBe((await cost(guest(), q)) + more);
    }
  });
});
