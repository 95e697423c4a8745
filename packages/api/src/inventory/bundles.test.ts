/** What bundles are made of, while others sell them, save them and move their parts. */
import { uuid7 } from "@souk/db";
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import * as products from "../products/service/index.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addLocation, stockRows } from "../testing/stock.ts";
import { meet } from "../testing/turns.ts";
import * as inventory from "./service/index.ts";
import * as transfers from "./transfers/service/index.ts";

describe.each(engines)("the parts of bundles on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const make = (ctx: ReturnType<Shop["ctx"]>, variant_id: string, part: string, quantity = 1) =>
    inventory.setBundle(ctx, { variant_id, components: [{ variant_id: part, quantity }] });
  const stocked = async (...counts: readonly number[]) => {
    const ids: string[] = [];
    for (const stock of counts) ids.push((await addProduct(shop, { stock })).variantId);
    return ids as [string, string, string];
  };

  it("are those of the moment in which it is sold, though it changes just before", async () => {
    const [few, many, set] = await stocked(1, 4, 0);
    await make(shop.ctx(), set, few);
    const sold = await meet(
      shop.ctx(),
      (ctx) => make(ctx, set, many, 2),
      () =>
        inTransaction(shop.ctx(), (ctx) =>
          inventory.reserve(ctx, uuid7(), [{ variantId: set, quantity: 2 }]),
        ),
    );
    expect(sold.status).toBe("fulfilled");
    expect(await stockRows(shop, few)).toEqual({ onHand: 1, reserved: 0, allocated: 0 });
    expect(await stockRows(shop, many)).toEqual({ onHand: 4, reserved: 4, allocated: 0 });
    // Only of what is locked it is told that it has passed a mark.
    const passed = await shop.test.database.system
      .select({ type: events.type })
      .from(events)
      .where(eq(events.subjectId, many));
    expect(passed).toContainEqual({ type: "inventory.out_of_stock" });
  });

  it("are no bundles, though one becomes a bundle at the same moment", async () => {
    const [a, b, c] = await stocked(0, 0, 1);
    const later = await meet(
      shop.ctx(),
      (ctx) => make(ctx, a, b),
      () => make(shop.ctx(), b, c),
    );
    expect(later).toMatchObject({ reason: { reason: "variant_is_component" } });
  });

  describe("stay counted", () => {
    const uncount = (slug: string) =>
      products.saveProduct(shop.ctx(), {
        slug,
        title: slug,
        variants: [{ price: 2000, tracksInventory: false }],
      });
    const refused = {
      kind: "invalid",
      reason: "variant_in_bundle",
      fields: { "variants.0.tracks_inventory": [expect.any(String)] },
    };

    it("with the bundle itself, for as long as it is one", async () => {
      const [part, set] = [
        await addProduct(shop, { stock: 4 }),
        await addProduct(shop, { stock: 0 }),
      ];
      await make(shop.ctx(), set.variantId, part.variantId);
      for (const { slug } of [set, part]) {
        await expect(uncount(slug)).rejects.toMatchObject(refused);
      }
      await inventory.removeBundle(shop.ctx(), { variant_id: set.variantId });
      for (const { slug } of [set, part]) expect(await uncount(slug)).toBe("updated");
    });

    it("though they become parts while they are saved", async () => {
      const part = await addProduct(shop, { stock: 4 });
      const [set] = await stocked(0);
      const saved = await meet(
        shop.ctx(),
        (ctx) => make(ctx, set, part.variantId),
        () => uncount(part.slug),
      );
      expect(saved).toMatchObject({ reason: refused });
    });
  });

  describe("are not given to a variant of which units are under way", () => {
    const draftOf = async (variant_id: string) => {
      const { id: from_location_id } = await inventory.defaultPlace(shop.ctx());
      const to_location_id = await addLocation(shop);
      const lines = [{ variant_id, quantity: 3 }];
      return transfers.createTransfer(shop.ctx(), {
        ...{ from_location_id, to_location_id, note: "", lines },
      });
    };
    const refused = { kind: "conflict", reason: "variant_under_way" };

    it("until they have arrived", async () => {
      const [moved, part] = await stocked(3, 9);
      const draft = await draftOf(moved);
      await transfers.sendTransfer(shop.ctx(), draft);
      await expect(make(shop.ctx(), moved, part)).rejects.toMatchObject(refused);
      const lines = [{ variant_id: moved, received: 0 }];
      await transfers.receiveTransfer(shop.ctx(), { id: draft.id, lines });
      await make(shop.ctx(), moved, part);
    });

    it("though they leave at the same moment", async () => {
      const [moved, part] = await stocked(3, 9);
      const draft = await draftOf(moved);
      const made = await meet(
        shop.ctx(),
        (ctx) => transfers.sendTransfer(ctx, draft),
        () => make(shop.ctx(), moved, part),
      );
      expect(made).toMatchObject({ reason: refused });
    });
  });
});
