/** Locations of stock as files bring them, and what lies there. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../../inventory/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { saveLocation } from "./save-location.ts";
import { saveProduct } from "./save-product.ts";

describe.each(engines)("a location that is brought on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const save = (code: string, more: object = {}) =>
    saveLocation(shop.ctx(), { code, name: "Loft", ...more });
  const found = async (code: string) =>
    (await inventory.listLocations(shop.ctx())).items.find((location) => location.code === code);

  it("is known by its code alone, is closed and opened, and is not written where it is the same", async () => {
    expect([await save("north"), await save("south")]).toEqual(["created", "created"]);
    expect(await save("north", { name: "Attic", is_active: false })).toBe("updated");
    expect(await found("north")).toMatchObject({ name: "Attic", is_active: false });
    expect(await found("south")).toMatchObject({ name: "Loft", is_active: true });
    expect(await save("north", { name: "Attic" })).toBe("unchanged");
    expect(await found("north")).toMatchObject({ is_active: false });
    expect(await save("north", { name: "Attic", is_active: true })).toBe("updated");
    const { result, statements } = await statementsOf(() => save("south"));
    expect(result).toBe("unchanged");
    expect(statements.filter((text) => /^\s*(update|insert|delete)/i.test(text))).toEqual([]);
  });

  it("is named once by the stock of a variant", async () => {
    await save("west");
    const stock = [3, 4].map((onHand) => ({ location: "west", onHand }));
    await expect(
      saveProduct(shop.ctx(), {
        ...{ slug: "twice", title: "Twice" },
        variants: [{ price: 100, stock }],
      }),
    ).rejects.toMatchObject({
      fields: { "variants.0.stock.1.location": ["The location west is listed twice."] },
    });
  });
});
