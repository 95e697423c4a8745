/** What a buyer pays where price lists apply: in the cart, on the page, and in the order. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as prices from "../prices/service/index.ts";
import * as shipping from "../shipping/service.ts";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addGroup, addPriceList } from "../testing/price-lists.ts";
import { registerWith } from "../testing/staff.ts";
import { adoptGuestCart } from "./service/index.ts";

const HOUR_MS = 3_600_000;

describe.each(engines)("a buyer with price lists on %s", (engine) => {
  let shop: Shop;
  let staff: TestCustomer;
  let member: TestCustomer;
  let group: string;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
    await shipping.saveMethod(shop.ctx(), standardShipping);
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

  const guest = (cartToken: string | null = null) => shop.as({ kind: "anonymous" }, { cartToken });
  const pageOf = async (who: ReturnType<typeof guest>, id: string) =>
    (await who.products.get({ id })).variants[0];

  it("sees the lowest price there is for them, what everybody pays, and where it comes from", async () => {
    const { slug, variantId } = await addProduct(shop, { price: 1000 });
    const entry = { variant_id: variantId };
    await addPriceList(shop, staff, [{ ...entry, amount: 950 }]);
    const lower = await addPriceList(shop, staff, [{ ...entry, amount: 800 }], {
      customer_group_id: group,
    });
    await addPriceList(shop, staff, [{ ...entry, amount: 1200 }], { customer_group_id: group });
    expect(await pageOf(shop.as(member.actor), slug)).toMatchObject({
      price: { amount: 800 },
      base_price: { amount: 1000 },
      price_source: { kind: "list", name: lower.name },
    });
    expect(await pageOf(guest(), slug)).toMatchObject({ price: { amount: 950 } });
    const cart = await shop.as(member.actor).cart.addLine({ variant_id: variantId });
    expect(cart).toMatchObject({
      lines: [
        {
          unit_price: { amount: 800 },
          base_price: { amount: 1000 },
          price_source: { kind: "list", name: lower.name },
        },
      ],
      warnings: [],
    });
  });

  it("pays less for more of it, and more again for fewer", async () => {
    const { slug, variantId: variant_id } = await addProduct(shop, { price: 1000, stock: 100 });
    await addPriceList(shop, staff, [
      { variant_id, min_quantity: 5, amount: 900 },
      { variant_id, min_quantity: 20, amount: 700 },
    ]);
    expect(await pageOf(guest(), slug)).toMatchObject({
      price: { amount: 1000 },
      price_source: { kind: "base", name: null },
      price_steps: [
        { min_quantity: 5, price: { amount: 900 } },
        { min_quantity: 20, price: { amount: 700 } },
      ],
    });
    const { token, lines } = await guest().cart.addLine({ variant_id, quantity: 4 });
    const line_id = lines[0]?.id ?? "";
    for (const [quantity, amount] of [
      [5, 900],
      [20, 700],
      [19, 900],
      [1, 1000],
    ] as const) {
      const cart = await guest(token).cart.updateLine({ line_id, quantity });
      expect(cart).toMatchObject({
        lines: [{ unit_price: { amount }, total: { amount: amount * quantity } }],
        totals: { subtotal: { amount: amount * quantity } },
        warnings: [],
      });
    }
    const more = await guest(token).cart.addLine({ variant_id, quantity: 4 });
    expect(more).toMatchObject({
      lines: [{ quantity: 5, unit_price: { amount: 900 } }],
      warnings: [],
    });
  });

  it("pays by a list only while it is switched on and its time has come", async () => {
    const { slug, variantId: variant_id } = await addProduct(shop, { price: 1000 });
    const now = shop.ctx().now().getTime();
    const { id } = await addPriceList(shop, staff, [{ variant_id, amount: 600 }], {
      starts_at: new Date(now + HOUR_MS).toISOString(),
      ends_at: new Date(now + 2 * HOUR_MS).toISOString(),
    });
    const priceNow = async () => (await pageOf(guest(), slug))?.price.amount;
    expect(await priceNow()).toBe(1000);
    shop.advance(HOUR_MS);
    expect(await priceNow()).toBe(600);
    await shop.as(staff.actor).prices.updateList({ id, is_active: false });
    expect(await priceNow()).toBe(1000);
    await shop.as(staff.actor).prices.updateList({ id, is_active: true });
    shop.advance(HOUR_MS);
    expect(await priceNow()).toBe(1000);
  });

  it("who is in no group, or in another, pays what everybody pays", async () => {
    const { slug, variantId: variant_id } = await addProduct(shop, { price: 1000 });
    await addPriceList(shop, staff, [{ variant_id, amount: 500 }], { customer_group_id: group });
    const other = await registerCustomer(shop);
    await addGroup(shop, staff, other);
    expect(await pageOf(shop.as(other.actor), slug)).toMatchObject({ price: { amount: 1000 } });
    await shop
      .as(staff.actor)
      .users.groups.addMembers({ id: group, user_ids: [other.actor.userId] });
    expect(await pageOf(shop.as(other.actor), slug)).toMatchObject({ price: { amount: 500 } });
    const user = { id: group, user_id: other.actor.userId };
    await shop.as(staff.actor).users.groups.removeMember(user);
    expect(await pageOf(shop.as(other.actor), slug)).toMatchObject({ price: { amount: 1000 } });
  });

  it("is priced anew when they sign in with what they chose as a guest", async () => {
    const { variantId: variant_id } = await addProduct(shop, { price: 1000 });
    await addPriceList(shop, staff, [{ variant_id, amount: 400 }], { customer_group_id: group });
    const newcomer = await registerCustomer(shop);
    const { userId } = newcomer.actor;
    await shop.as(staff.actor).users.groups.addMembers({ id: group, user_ids: [userId] });
    const { token, lines } = await guest().cart.addLine({ variant_id });
    expect(lines).toMatchObject([{ unit_price: { amount: 1000 } }]);
    await adoptGuestCart(shop.ctx({ request: { cartToken: token } }), userId);
    expect(await shop.as(newcomer.actor).cart.get()).toMatchObject({
      lines: [{ unit_price: { amount: 400 } }],
      totals: { subtotal: { amount: 400 } },
      warnings: [{ code: "price_changed" }],
    });
  });

  it("keeps the price of the order, whatever becomes of the list", async () => {
    const { variantId: variant_id } = await addProduct(shop, { price: 1000 });
    const { id } = await addPriceList(shop, staff, [{ variant_id, min_quantity: 2, amount: 750 }]);
    const { token } = await readyCart(shop.ctx, [{ variant_id, quantity: 2 }]);
    const order = await pay(shop.ctx, token);
    await shop.as(staff.actor).prices.deleteList({ id });
    expect(order).toMatchObject({
      lines: [{ quantity: 2, unit_price: { amount: 750 }, total: { amount: 1500 } }],
      totals: { subtotal: { amount: 1500 } },
    });
  });

  it("cannot buy by a list what is not sold in its currency", async () => {
    const { variantId } = await addProduct(shop, { price: 1000 });
    const entries = [{ variant_id: variantId, amount: 100 }];
    await addPriceList(shop, staff, entries, { currency: "USD" });
    const shopper = { currency: "USD", userId: null, at: shop.ctx().now() };
    const line = { variantId, quantity: 1 };
    expect(await prices.priced(shop.ctx(), [line], shopper)).toEqual([null]);
  });

  it("is priced in one statement, however many lines and lists there are", async () => {
    const lines: { variantId: string; quantity: number }[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { variantId } = await addProduct(shop, { price: 1000 });
      await addPriceList(shop, staff, [{ variant_id: variantId, amount: 900 - i }]);
      lines.push({ variantId, quantity: 1 }, { variantId, quantity: 2 });
    }
    const { result, statements } = await statementsOf(() =>
      prices.priced(shop.ctx(), lines, prices.shopperOf(shop.ctx())),
    );
    expect(statements).toHaveLength(1);
    expect(result.map((line) => line?.amount)).toEqual([
      900, 900, 899, 899, 898, 898, 897, 897, 896, 896, 895, 895,
    ]);
  });

  it("pays what the lists say, by any rows of them", async () => {
    const terms = fc.record({
      mine: fc.constantFrom("all", "group", "other"),
      when: fc.constantFrom("now", "past", "future"),
      active: fc.boolean(),
      steps: fc.uniqueArray(
        fc.record({ min_quantity: fc.integer({ min: 1, max: 6 }), amount: fc.nat(1200) }),
        { minLength: 1, maxLength: 3, selector: (step) => step.min_quantity },
      ),
    });
    const others = await addGroup(shop, staff);
    const groupOf = { all: null, group, other: others };
    await fc.assert(
      fc.asyncProperty(
        fc.array(terms, { maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        async (lists, quantity) => {
          const { variantId } = await addProduct(shop, { price: 1000 });
          const at = shop.ctx().now();
          const hour = (n: number) => new Date(at.getTime() + n * HOUR_MS).toISOString();
          const periods = {
            now: { starts_at: hour(-1), ends_at: hour(1) },
            past: { starts_at: null, ends_at: at.toISOString() },
            future: { starts_at: hour(1), ends_at: null },
          };
          for (const { mine, when, active, steps } of lists) {
            const entries = steps.map((step) => ({ variant_id: variantId, ...step }));
            await addPriceList(shop, staff, entries, {
              ...{ ...periods[when], customer_group_id: groupOf[mine], is_active: active },
            });
          }
          const applicable = lists.flatMap(({ mine, when, active, steps }) => {
            if (mine === "other" || when !== "now" || !active) return [];
            const reached = steps.filter((step) => step.min_quantity <= quantity);
            const [best] = reached.toSorted((a, b) => b.min_quantity - a.min_quantity);
            return best === undefined ? [] : [best.amount];
          });
          const { userId } = member.actor;
          const shopper = { currency: "EUR", userId, at };
          const [line] = await prices.priced(shop.ctx(), [{ variantId, quantity }], shopper);
          expect(line?.amount).toBe(Math.min(1000, ...applicable));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe.each(engines)("taxes of list prices on %s", (engine) => {
  it.each([
    { pricesIncludeTax: true, tax: 300, total: 1800 },
    { pricesIncludeTax: false, tax: 360, total: 2160 },
  ])("prices include tax: $pricesIncludeTax", async ({ pricesIncludeTax, tax, total }) => {
    const shop = await openShop(engine, { store: { pricesIncludeTax } });
    try {
      const staff = await registerWith(shop, "products:read", "products:write");
      const { slug, variantId: variant_id } = await addProduct(shop, { price: 1000 });
      await addPriceList(shop, staff, [{ variant_id, min_quantity: 2, amount: 900 }]);
      const caller = shop.as({ kind: "anonymous" });
      const { variants } = await caller.products.get({ id: slug });
      expect(variants[0]).toMatchObject({
        price: { amount: 1000 },
        price_steps: [{ price: { amount: 900 } }],
      });
      expect(await caller.cart.addLine({ variant_id, quantity: 2 })).toMatchObject({
        prices_include_tax: pricesIncludeTax,
        lines: [{ unit_price: { amount: 900 }, total: { amount: 1800 } }],
        totals: { subtotal: { amount: 1800 }, tax: { amount: tax }, total: { amount: total } },
      });
    } finally {
      await shop.close();
    }
  });
});
