/** What shoppers see and buy: bundles, pre-orders and back-orders, up to the last unit that there is. */
import { statementsOf, uuid7 } from "@souk/db";
import { bundleComponents } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as cart from "../cart/service/index.ts";
import { inTransaction } from "../kernel/context.ts";
import * as products from "../products/service/index.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerWith } from "../testing/staff.ts";
import { addLocation, availableOf, stockRows } from "../testing/stock.ts";
import { move } from "./service/change-stock.ts";
import * as inventory from "./service/index.ts";

const because = (reason: string) => ({ cause: { reason } });
const DAY_MS = 86_400_000;

describe.each(engines)("selling on %s", (engine) => {
  let shop: Shop;
  let keeper: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    keeper = await registerWith(shop, "inventory:read", "inventory:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor, freshClient()).inventory;
  const buy = async (lines: readonly { variant_id: string; quantity?: number }[]) => {
    const { token } = await readyCart(shop.ctx, lines);
    return pay(shop.ctx, token);
  };
  const shown = async (slug: string) => {
    const [variant] = (await products.get(shop.ctx(), { id: slug })).variants;
    if (variant === undefined) throw new Error("it has no variant");
    return variant;
  };

  describe("a bundle", () => {
    const giftSet = async ({ mugs = 10, teas = 10 } = {}) => {
      const [mug, tea, set] = [
        await addProduct(shop, { stock: mugs, title: "Mug" }),
        await addProduct(shop, { stock: teas, title: "Tea", sku: `TEA-${uuid7()}` }),
        await addProduct(shop, { stock: 0, price: 5000 }),
      ];
      await staff().bundles.set({
        variant_id: set.variantId,
        components: [
          { variant_id: mug.variantId, quantity: 2 },
          { variant_id: tea.variantId, quantity: 1 },
        ],
      });
      return { mug, tea, set };
    };

    it("is there as often as its scarcest component allows, and shows what it is made of", async () => {
      const { mug, tea, set } = await giftSet({ mugs: 7 });
      expect(await shown(set.slug)).toMatchObject({
        stock: { status: "low_stock", available: 3 },
        components: [
          { variant_id: mug.variantId, title: "Mug", quantity: 2, product_slug: mug.slug },
          { variant_id: tea.variantId, title: "Tea", quantity: 1 },
        ],
      });
      expect((await shown(mug.slug)).components).toEqual([]);
      const inStock = await products.list(shop.ctx(), { limit: 100, in_stock: true });
      expect(inStock.items.some(({ id }) => id === set.productId)).toBe(true);
    });

    it("is listed for staff, newest first, in as many statements as one", async () => {
      const { set: first } = await giftSet({ mugs: 5 });
      const one = await statementsOf(() => staff().bundles.list({ limit: 1 }));
      const { mug, tea, set: second } = await giftSet({ mugs: 9, teas: 3 });
      const all = await statementsOf(() => staff().bundles.list({ limit: 100 }));
      expect(all.statements).toHaveLength(one.statements.length);
      expect(all.result.items.length).toBeGreaterThan(1);
      const page = await staff().bundles.list({ limit: 1 });
      expect(page.items).toMatchObject([
        {
          variant: { id: second.variantId },
          available: 3,
          components: [{ variant_id: mug.variantId }, { variant_id: tea.variantId }],
        },
      ]);
      const next = await staff().bundles.list({ limit: 1, cursor: page.next_cursor ?? "" });
      expect(next.items).toMatchObject([{ variant: { id: first.variantId }, available: 2 }]);
    });

    it("draws on its components, together with lines of the same component", async () => {
      const { mug, tea, set } = await giftSet({ mugs: 5 });
      await buy([{ variant_id: set.variantId }, { variant_id: mug.variantId, quantity: 3 }]);
      expect(await stockRows(shop, mug.variantId)).toMatchObject({ allocated: 5 });
      expect(await stockRows(shop, tea.variantId)).toMatchObject({ allocated: 1 });
      expect(await stockRows(shop, set.variantId)).toMatchObject({ onHand: 0, allocated: 0 });
      expect((await shown(set.slug)).stock.status).toBe("out_of_stock");
      const inStock = await products.list(shop.ctx(), { limit: 100, in_stock: true });
      expect(inStock.items.some(({ id }) => id === set.productId)).toBe(false);
    });

    it("is refused whole when its lines together want more than there is", async () => {
      const { mug, tea, set } = await giftSet({ mugs: 4 });
      const both = buy([{ variant_id: set.variantId }, { variant_id: mug.variantId, quantity: 3 }]);
      await expect(both).rejects.toMatchObject(because("out_of_stock"));
      expect(await stockRows(shop, tea.variantId)).toMatchObject({ reserved: 0, allocated: 0 });
    });

    it("is made of plain counted variants, and has no stock itself", async () => {
      const { mug, set } = await giftSet();
      const { variantId: other } = await addProduct(shop, { stock: 0 });
      const uncounted = await addProduct(shop, {
        variants: [{ price: 1, tracksInventory: false, onHand: 0 }],
      });
      const { variantId: full } = await addProduct(shop, { stock: 1 });
      const set1 = (variant_id: string, ...ids: readonly string[]) =>
        staff().bundles.set({
          variant_id,
          components: ids.map((id) => ({ variant_id: id, quantity: 1 })),
        });
      await expect(set1(other, set.variantId)).rejects.toMatchObject(
        because("component_is_bundle"),
      );
      await expect(set1(full, other)).rejects.toMatchObject(because("variant_has_stock"));
      await expect(set1(mug.variantId, other)).rejects.toMatchObject(
        because("variant_is_component"),
      );
      await expect(set1(other, other)).rejects.toMatchObject(because("component_is_itself"));
      await expect(set1(other, full, full)).rejects.toMatchObject(because("component_twice"));
      await expect(set1(other, uncounted.variantId)).rejects.toMatchObject(
        because("component_not_tracked"),
      );
      const receiving = staff().receive({ variant_id: set.variantId, quantity: 1 });
      await expect(receiving).rejects.toMatchObject(because("variant_is_bundle"));
      await staff().bundles.remove({ variant_id: set.variantId });
      await staff().receive({ variant_id: set.variantId, quantity: 1 });
      expect(await availableOf(shop, set.variantId)).toBe(1);
    });

    it("is not part of another that is made at the same moment", async () => {
      const [a, b, c] = [
        await addProduct(shop, { stock: 0 }),
        await addProduct(shop, { stock: 0 }),
        await addProduct(shop, { stock: 1 }),
      ];
      const make = (variant_id: string, component: string) =>
        staff().bundles.set({ variant_id, components: [{ variant_id: component, quantity: 1 }] });
      const results = await Promise.allSettled([
        make(a.variantId, b.variantId),
        make(b.variantId, c.variantId),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const rows = await shop.test.database.system
        .select()
        .from(bundleComponents)
        .where(eq(bundleComponents.storeId, shop.store.id));
      const made = new Set(rows.map(({ bundleId }) => bundleId));
      expect(rows.filter(({ componentId }) => made.has(componentId))).toEqual([]);
    });
  });

  it("goes on beyond the shelf up to the limit, first from where something lies", async () => {
    const { slug, variantId } = await addProduct(shop, { stock: 1 });
    const { levels } = await staff().variant({ variant_id: variantId });
    await staff().updateLevel({ id: levels[0]?.id ?? "", backorder_limit: 2 });
    await buy([{ variant_id: variantId }]);
    expect((await shown(slug)).stock).toEqual({
      status: "backorder",
      available: 2,
      on_shelf: 0,
      ships_at: null,
    });
    const ships = new Date(Date.now() + 10 * DAY_MS).toISOString();
    await staff().updateVariant({ variant_id: variantId, preorder_ships_at: ships });
    expect((await shown(slug)).stock).toEqual({
      status: "preorder",
      available: 2,
      on_shelf: 0,
      ships_at: ships,
    });
    const order = await buy([{ variant_id: variantId, quantity: 2 }]);
    expect((await shown(slug)).stock.status).toBe("out_of_stock");
    await expect(buy([{ variant_id: variantId }])).rejects.toMatchObject(because("out_of_stock"));
    const paymentId = await inventory.paymentOf(shop.ctx(), order.number);
    const sending = inTransaction(shop.ctx(), (ctx) =>
      inventory.ship(ctx, paymentId, [{ variantId, quantity: 2 }]),
    );
    await expect(sending).rejects.toMatchObject({ reason: "not_on_hand" });
    const lowering = staff().updateLevel({ id: levels[0]?.id ?? "", backorder_limit: 1 });
    await expect(lowering).rejects.toMatchObject(because("stock_is_promised"));
  });

  it("takes all from one location where it is all there, though another comes first", async () => {
    const { variantId } = await addProduct(shop, { stock: 2 });
    const annex = await addLocation(shop);
    await inventory.receive(shop.ctx(), {
      ...{ variant_id: variantId, location_id: annex, quantity: 3 },
    });
    await buy([{ variant_id: variantId, quantity: 3 }]);
    const { levels } = await staff().variant({ variant_id: variantId });
    const allocated = levels.map((level) => [level.location.id === annex, level.allocated]);
    expect(allocated).toEqual([
      [false, 0],
      [true, 3],
    ]);
  });

  it("writes nothing below what is promised, not even unlocked, and says why", async () => {
    const { variantId } = await addProduct(shop, { stock: 3 });
    await buy([{ variant_id: variantId, quantity: 2 }]);
    const before = await stockRows(shop, variantId);
    const { levels } = await staff().variant({ variant_id: variantId });
    const lowered = {
      levelId: levels[0]?.id ?? "",
      type: "adjust",
      onHand: -2,
      reference: "",
    } as const;
    const moving = inTransaction(shop.ctx(), (ctx) => move(ctx, [lowered]));
    await expect(moving).rejects.toMatchObject({ reason: "stock_is_promised" });
    expect(await stockRows(shop, variantId)).toEqual(before);
  });

  it("calls it a back-order again when the day of the pre-order has come", async () => {
    const { slug, variantId } = await addProduct(shop, {
      variants: [{ price: 900, onHand: 0, backorderLimit: 5 }],
    });
    const ships = new Date(shop.ctx().now().getTime() + DAY_MS).toISOString();
    await staff().updateVariant({ variant_id: variantId, preorder_ships_at: ships });
    expect((await shown(slug)).stock.status).toBe("preorder");
    expect(await products.nextScheduledChange(shop.ctx())).toEqual(new Date(ships));
    shop.advance(DAY_MS + 1000);
    expect((await shown(slug)).stock.status).toBe("backorder");
  });

  it("says how many are sent at once, and when the rest is, to who looks and to who buys", async () => {
    const { slug, variantId } = await addProduct(shop, {
      variants: [{ price: 900, onHand: 2, backorderLimit: 5 }],
    });
    const limited = { status: "low_stock", available: 7, on_shelf: 2, ships_at: null };
    expect((await shown(slug)).stock).toEqual(limited);
    const ships = new Date(shop.ctx().now().getTime() + DAY_MS).toISOString();
    await staff().updateVariant({ variant_id: variantId, preorder_ships_at: ships });
    const { lines } = await cart.addLine(shop.ctx(), { variant_id: variantId, quantity: 3 });
    expect(lines.map(({ stock }) => stock)).toEqual([{ ...limited, ships_at: ships }]);
    expect((await shown(slug)).stock).toEqual({ ...limited, ships_at: ships });
    const { id } = (await inventory.levelsOfVariant(shop.ctx(), variantId))[0] ?? { id: "" };
    await staff().updateLevel({ id, backorder_limit: 0 });
    expect((await shown(slug)).stock).toEqual({ ...limited, available: 2 });
  });

  it("takes no day of a pre-order that has passed, but lets one stay that passed since", async () => {
    const { variantId: variant_id } = await addProduct(shop, {
      variants: [{ price: 900, onHand: 0, backorderLimit: 5 }],
    });
    const now = shop.ctx().now().getTime();
    const passed = new Date(now - DAY_MS).toISOString();
    await expect(
      staff().updateVariant({ variant_id, preorder_ships_at: passed }),
    ).rejects.toMatchObject({
      cause: { reason: "preorder_in_past", fields: { preorder_ships_at: [expect.any(String)] } },
    });
    const ships = new Date(now + DAY_MS).toISOString();
    await staff().updateVariant({ variant_id, preorder_ships_at: ships });
    shop.advance(DAY_MS + 1000);
    const kept = { variant_id, preorder_ships_at: ships, low_stock_threshold: 4 };
    expect(await staff().updateVariant(kept)).toMatchObject({
      ...{ preorder_ships_at: ships, low_stock_threshold: 4 },
    });
  });

  it("is low by the variant's own threshold before the store's", async () => {
    const { slug, variantId } = await addProduct(shop, { stock: 8 });
    expect((await shown(slug)).stock.status).toBe("in_stock");
    await staff().updateVariant({ variant_id: variantId, low_stock_threshold: 9 });
    expect((await shown(slug)).stock.status).toBe("low_stock");
  });
});
