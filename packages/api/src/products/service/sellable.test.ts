/** What cart and orders are told of variants, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../../inventory/service/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import * as catalogue from "./index.ts";

describe.each(engines)("what can be sold on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
  });
  afterAll(() => shop.close());

  it("is told of any number of variants in one statement", async () => {
    const mug = await addProduct(shop, {
      slug: "mug",
      title: "Mug",
      options: [
        { name: "Size", values: ["S", "L"] },
        { name: "A", values: ["x"] },
      ],
      pictures: [
        { url: "/first.svg", alt: "First" },
        { url: "/second.svg", alt: "Second" },
      ],
      variants: [
        { values: ["S", "x"], sku: "MUG-S", price: 1200, onHand: 7, picture: 1, weightGrams: 300 },
        { values: ["L", "x"], price: 1500, tracksInventory: false, taxable: false },
      ],
    });
    const draft = await addProduct(shop, { status: "draft", stock: 0 });
    const later = await addProduct(shop, { publishedAt: new Date(Date.now() + 3_600_000) });
    const ids = [...mug.variants.map(({ id }) => id), draft.variantId, later.variantId, uuid7()];

    const { result, statements } = await statementsOf(() => catalogue.sellable(shop.ctx(), ids));
    expect(statements).toHaveLength(1);
    expect(result.size).toBe(4);
    const [small, large] = mug.variants.map(({ id }) => result.get(id));
    expect(small).toEqual({
      variantId: mug.variantId,
      productId: mug.productId,
      productSlug: "mug",
      title: "Mug",
      variantTitle: "S / x",
      options: { Size: "S", A: "x" },
      sku: "MUG-S",
      price: 1200,
      weightGrams: 300,
      requiresShipping: true,
      taxable: true,
      tracksInventory: true,
      available: 7,
      onShelf: 7,
      lowStockThreshold: null,
      preorderShipsAt: null,
      picture: { url: "/second.svg", alt: "Second" },
      active: true,
    });
    expect(Object.keys(small?.options ?? {})).toEqual(["Size", "A"]);
    expect(large).toMatchObject({
      taxable: false,
      tracksInventory: false,
      available: null,
      onShelf: null,
      picture: { url: "/first.svg", alt: "First" },
    });
    expect(result.get(draft.variantId)).toMatchObject({
      active: false,
      available: 0,
      picture: null,
    });
    expect(result.get(later.variantId)).toMatchObject({ active: false });
    shop.advance(3_700_000);
    const then = await catalogue.sellable(shop.ctx(), [later.variantId]);
    expect(then.get(later.variantId)).toMatchObject({ active: true });
  });

  it("counts what is reserved as gone, and back-orders as there", async () => {
    const { variantId } = await addProduct(shop, { stock: 3 });
    await inventory.setOnHand(shop.ctx(), "t", [{ variantId, onHand: 3, backorderLimit: 2 }]);
    await inTransaction(shop.ctx(), (ctx) =>
      inventory.reserve(ctx, uuid7(), [{ variantId, quantity: 4 }]),
    );
    const sellable = await catalogue.sellable(shop.ctx(), [variantId]);
    expect(sellable.get(variantId)).toMatchObject({ available: 1, onShelf: -1 });
  });

  it("leaves the lists when the last unit is reserved", async () => {
    const { productId, variantId } = await addProduct(shop, { stock: 1 });
    const inStock = async () => {
      const { items } = await catalogue.list(shop.ctx(), { limit: 100, in_stock: true });
      return items.some(({ id }) => id === productId);
    };
    expect(await inStock()).toBe(true);
    await inTransaction(shop.ctx(), async (ctx) => {
      await inventory.reserve(ctx, uuid7(), [{ variantId, quantity: 1 }]);
    });
    expect(await inStock()).toBe(false);
  });

  it("answers nothing for no ids", async () => {
    expect(await catalogue.sellable(shop.ctx(), [])).toEqual(new Map());
  });
});
