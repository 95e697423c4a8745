/** Stock in the hands of staff: each change has its reason, and each number its history. */
import { statementsOf, uuid7 } from "@souk/db";
import { auditEntries, events, stockLevels, stockLocations, stockMovements } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import * as products from "../products/service/index.ts";
import { freshClient, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { rowsReadBy } from "../testing/plans.ts";
import { registerWith } from "../testing/staff.ts";
import { addLocation, availableOf, stockRows } from "../testing/stock.ts";
import * as inventory from "./service/index.ts";

const because = (reason: string) => ({ cause: { reason } });

describe.each(engines)("stock for staff on %s", (engine) => {
  let shop: Shop;
  let keeper: TestCustomer;
  let reader: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await registerWith(shop, "inventory:read", "inventory:write");
    reader = await registerWith(shop, "inventory:read");
  });
  afterAll(() => shop.close());

  const as = ({ actor }: TestCustomer) => shop.as(actor, freshClient()).inventory;
  const reserve = (variantId: string, quantity: number, paymentId = uuid7()) =>
    inTransaction(shop.ctx(), (ctx) =>
      inventory.reserve(ctx, paymentId, [{ variantId, quantity }]),
    );
  const eventsOf = async (variantId: string) => {
    const rows = await shop.test.database.system
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.storeId, shop.store.id), eq(events.subjectId, variantId)))
      .orderBy(asc(events.id));
    return rows.map(({ type }) => type.replace("inventory.", ""));
  };

  it("is received, adjusted and counted, and the history tells each step with its balance", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 3 });
    await as(keeper).receive({ variant_id, quantity: 5, reference: "DN-7" });
    await as(keeper).adjust({ variant_id, delta: -2, note: "Two fell down" });
    const level = await as(keeper).count({ variant_id, on_hand: 9, note: "Stocktaking" });
    expect(level).toMatchObject({ on_hand: 9, available: 9, reserved: 0, incoming: 0 });
    await as(keeper).count({ variant_id, on_hand: 9 });
    const { items } = await as(reader).movements({ variant_id });
    expect(
      items.map(({ type, change, balance }) => [type, change.on_hand, balance.on_hand]),
    ).toEqual([
      ["count", 3, 9],
      ["adjust", -2, 6],
      ["receive", 5, 8],
      ["receive", 3, 3],
    ]);
    expect(items[1]).toMatchObject({ note: "Two fell down", actor: keeper.email });
    expect(items[2]).toMatchObject({ reference: "DN-7" });
    expect(items[3]).toMatchObject({ reference: "catalogue", actor: null });
    const first = await as(reader).movements({ variant_id, limit: 3 });
    const second = await as(reader).movements({ variant_id, cursor: first.next_cursor ?? "" });
    expect([...first.items, ...second.items]).toEqual(items);
  });

  it("begins with who made the product, where staff did", async () => {
    const maker = await registerWith(shop, "products:write", "products:read", "inventory:write");
    const made = await shop.as(maker.actor, freshClient()).products.staff.create({
      title: "A first stock",
      variants: [{ price: 100, on_hand: 3 }],
    });
    const variant_id = made.variants[0]?.id ?? "";
    const { items } = await as(reader).movements({ variant_id });
    expect(items).toMatchObject([
      { type: "receive", change: { on_hand: 3 }, reference: "staff", actor: maker.email },
    ]);
  });

  it("has its history told page by page, each by one walk back to it", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 3 });
    const { id: levelId } = await as(keeper).count({ variant_id, on_hand: 4 });
    const inAndOut = Array.from({ length: 400 }, (_, i) => ({
      ...{ storeId: shop.store.id, levelId, reference: "test", createdAt: new Date() },
      ...{ type: "adjust" as const, onHandDelta: i % 2 === 0 ? 2 : -2 },
    }));
    await shop.test.database.system.insert(stockMovements).values(inAndOut);
    let cursor: string | undefined;
    const told: number[] = [];
    const read: (number | null)[] = [];
    do {
      const asked = { variant_id, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
      const { result, statements, parameters } = await statementsOf(() =>
        inventory.listMovements(shop.ctx(), asked),
      );
      told.push(...result.items.map(({ balance }) => balance.on_hand));
      for (const [i, text] of statements.entries()) {
        read.push(await rowsReadBy(shop, text, parameters[i] ?? []));
      }
      cursor = result.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(told).toEqual([...inAndOut.map((_, i) => (i % 2 === 0 ? 4 : 6)), 4, 3]);
    // A walk for each row would come to some ten thousand.
    expect(Math.max(...read.map((rows) => rows ?? 0))).toBeLessThan(5000);
    const { items } = await as(reader).movements({ variant_id, type: "count" });
    expect(items).toMatchObject([{ balance: { on_hand: 4 } }]);
  });

  it("never goes below nothing, nor below what is promised", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 5 });
    await reserve(variant_id, 3);
    const refused = { code: "CONFLICT", ...because("stock_is_promised") };
    await expect(as(keeper).adjust({ variant_id, delta: -3, note: "x" })).rejects.toMatchObject(
      refused,
    );
    await expect(as(keeper).count({ variant_id, on_hand: 2 })).rejects.toMatchObject(refused);
    expect(await stockRows(shop, variant_id)).toEqual({ onHand: 5, reserved: 3, allocated: 0 });
  });

  it("is nothing for readers to change, nor for customers to see", async () => {
    const { variantId: variant_id } = await addProduct(shop);
    await expect(as(reader).receive({ variant_id, quantity: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(shop.as({ kind: "anonymous" }).inventory.levels({})).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    const unknown = as(keeper).receive({ variant_id: uuid7(), quantity: 1 });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("takes a batch row by row and names the rows it refused", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 1 });
    const answer = await as(keeper).batch({
      rows: [
        { type: "receive", variant_id, quantity: 4 },
        { type: "adjust", variant_id, delta: -9, note: "Too many" },
        { type: "count", variant_id: uuid7(), on_hand: 1 },
        { type: "count", variant_id, on_hand: 7 },
      ],
    });
    expect(answer.done).toBe(2);
    expect(answer.errors.map(({ row, code }) => [row, code])).toEqual([
      [1, "stock_is_promised"],
      [2, "variant_not_found"],
    ]);
    expect(await stockRows(shop, variant_id)).toMatchObject({ onHand: 7 });
  });

  it("is listed by location, shortage and words, at the same cost however many rows", async () => {
    const location_id = await addLocation(shop);
    const skus = ["SHELF-A", "SHELF-B", "SHELF-C"];
    for (const [i, sku] of skus.entries()) {
      const title = "Bookcase of oak";
      const { variantId: variant_id } = await addProduct(shop, { sku, title, stock: 50 });
      if (i > 0) await as(keeper).receive({ variant_id, location_id, quantity: i * 4 });
      if (i === 2) await as(keeper).count({ variant_id, on_hand: 0 });
    }
    const found = async (input: object) =>
      (await as(reader).levels({ limit: 100, ...input })).items.map(
        ({ variant, on_hand }) => `${variant.sku} ${on_hand}`,
      );
    expect(await found({ location_id })).toEqual(["SHELF-B 4", "SHELF-C 8"]);
    expect(await found({ location_id, low: true })).toEqual(["SHELF-B 4"]);
    expect(await found({ q: "shelf-", out: true })).toEqual(["SHELF-C 0"]);
    const [level] = (await as(reader).levels({ q: "shelf-c", out: true })).items;
    await as(keeper).updateLevel({ id: level?.id ?? "", backorder_limit: 2 });
    expect(await found({ q: "shelf-", out: true })).toEqual([]);
    expect(await found({ q: "shelf-", backorder: true })).toEqual(["SHELF-C 0"]);
    expect(await found({ q: "shelf-", preorder: true })).toEqual([]);
    const ships = new Date(shop.ctx().now().getTime() + 86_400_000).toISOString();
    const variant_id = level?.variant.id ?? "";
    await as(keeper).updateVariant({ variant_id, preorder_ships_at: ships });
    expect(await found({ q: "shelf-", backorder: true })).toEqual([]);
    expect(await found({ q: "shelf-", preorder: true })).toEqual(["SHELF-C 0"]);
    await as(keeper).updateLevel({ id: level?.id ?? "", backorder_limit: 0 });
    expect(await found({ q: "shelf-", preorder: true })).toEqual([]);
    expect(await found({ q: "shelf-b" })).toEqual(["SHELF-B 50", "SHELF-B 4"]);
    expect(await found({ q: "oak bookcase", location_id })).toEqual(["SHELF-B 4", "SHELF-C 8"]);
    expect(await found({ q: "bokcase", out: true })).toEqual(["SHELF-C 0"]);
    const page = await as(reader).levels({ q: "SHELF", limit: 2 });
    const next = await as(reader).levels({ q: "SHELF", cursor: page.next_cursor ?? "" });
    expect([...page.items, ...next.items]).toHaveLength(5);
    const cost = async (limit: number) =>
      (await statementsOf(() => as(reader).levels({ limit }))).statements.length;
    expect(await cost(100)).toBe(await cost(1));
  });

  it("passes its marks once each: low, out, back", async () => {
    const { productId, variantId } = await addProduct(shop, { stock: 10 });
    await as(keeper).updateVariant({ variant_id: variantId, low_stock_threshold: 3 });
    await reserve(variantId, 6);
    await reserve(variantId, 2);
    await reserve(variantId, 1);
    const last = uuid7();
    await reserve(variantId, 1, last);
    await inTransaction(shop.ctx(), (ctx) => inventory.release(ctx, last));
    await as(keeper).receive({ variant_id: variantId, quantity: 1 });
    expect(await eventsOf(variantId)).toEqual([
      "back_in_stock",
      "low_stock",
      "out_of_stock",
      "back_in_stock",
    ]);
    const { items } = await products.list(shop.ctx(), { limit: 100, in_stock: true });
    expect(items.some(({ id }) => id === productId)).toBe(true);
  });

  describe("a location", () => {
    it("that is closed sells nothing, and is not closed while it owes something", async () => {
      const { variantId } = await addProduct(shop, { stock: 0 });
      const location_id = await addLocation(shop);
      await as(keeper).receive({ variant_id: variantId, location_id, quantity: 5 });
      const paymentId = uuid7();
      await reserve(variantId, 2, paymentId);
      const close = () => as(keeper).locations.update({ id: location_id, is_active: false });
      await expect(close()).rejects.toMatchObject(because("location_holds_promises"));
      await inTransaction(shop.ctx(), (ctx) => inventory.release(ctx, paymentId));
      await close();
      expect(await availableOf(shop, variantId)).toBe(0);
      await expect(reserve(variantId, 1)).rejects.toMatchObject({ reason: "out_of_stock" });
      expect((await products.sellable(shop.ctx(), [variantId])).get(variantId)?.available).toBe(0);
      expect((await eventsOf(variantId)).at(-1)).toBe("out_of_stock");
      await as(keeper).locations.update({ id: location_id, is_active: true });
      expect((await eventsOf(variantId)).at(-1)).toBe("back_in_stock");
      await reserve(variantId, 1);
    });

    it("is drawn on in the order of the positions, and is deleted only without a history", async () => {
      const code = `x-${uuid7().slice(-12)}`;
      const made = await as(keeper).locations.create({ code, name: "Annex", country_code: "FR" });
      await expect(as(keeper).locations.create({ code, name: "Twice" })).rejects.toMatchObject(
        because("code_taken"),
      );
      const { variantId } = await addProduct(shop, { stock: 5 });
      await as(keeper).receive({ variant_id: variantId, location_id: made.id, quantity: 5 });
      await shop.test.database.system
        .update(stockLocations)
        .set({ position: 5 })
        .where(eq(stockLocations.code, "main"));
      await as(keeper).locations.update({ id: made.id, position: 0 });
      await reserve(variantId, 2);
      const [drawn] = await shop.test.database.system
        .select()
        .from(stockLevels)
        .where(and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, made.id)));
      expect(drawn?.reserved).toBe(2);
      await expect(as(keeper).locations.remove({ id: made.id })).rejects.toMatchObject(
        because("location_in_use"),
      );
      const spare = await addLocation(shop);
      await as(keeper).locations.remove({ id: spare });
      const trail = await shop.test.database.system
        .select({ action: auditEntries.action })
        .from(auditEntries)
        .where(eq(auditEntries.subjectId, spare));
      expect(trail.map(({ action }) => action)).toEqual([
        "stock_location.created",
        "stock_location.deleted",
      ]);
    });
  });

  it("is proved to be the sum of its movements, and a number that nothing explains is found", async () => {
    const { variantId } = await addProduct(shop, { stock: 5 });
    expect(await as(reader).verify()).toMatchObject({ ok: true });
    const own = eq(stockLevels.variantId, variantId);
    await shop.test.database.system.update(stockLevels).set({ onHand: 6 }).where(own);
    const verdict = await as(reader).verify();
    expect(verdict.ok).toBe(false);
    expect(verdict.problems).toMatchObject([
      { problem: expect.stringMatching(/^6 on hand at .+, and its movements come to 5$/) },
    ]);
    await shop.test.database.system.update(stockLevels).set({ onHand: 5 }).where(own);
  });
});
