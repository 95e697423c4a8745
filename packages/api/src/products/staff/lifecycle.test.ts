/** A product's life under its staff's hands: published, taken away, binned, brought back, copied. */
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey, registerStaff, type TestKey } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import * as catalogue from "../service/index.ts";

const HOUR_MS = 3_600_000;

describe.each(engines)("the life of a product on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await makeKey(shop, "products:read", "products:write", "inventory:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff;
  const shopper = () => shop.as({ kind: "anonymous" });
  const make = (title: string, more: object = {}) =>
    staff().create({ title, status: "active", variants: [{ price: 1000, on_hand: 5 }], ...more });
  const isShown = async (id: string) => {
    const { items } = await shopper().products.list({ limit: 100 });
    const listed = items.some((item) => item.id === id);
    const found = await shopper()
      .products.get({ id })
      .then(
        () => true,
        () => false,
      );
    expect(found).toBe(listed);
    return found;
  };
  const inHours = (hours: number) =>
    new Date(shop.ctx().now().getTime() + hours * HOUR_MS).toISOString();
  const told = async (subjectId: string) => {
    const rows = await shop.test.database.system
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.storeId, shop.store.id), eq(events.subjectId, subjectId)))
      .orderBy(asc(events.id));
    return rows.map(({ type }) => type).filter((type) => type.startsWith("product."));
  };

  it("is shown from its first moment to its last, and no longer", async () => {
    const { id, variants } = await make("Scheduled", {
      published_at: inHours(1),
      unpublish_at: inHours(3),
    });
    const isSold = async () => {
      const [variant] = variants;
      const sellable = await catalogue.sellable(shop.ctx(), [variant?.id ?? ""]);
      return sellable.get(variant?.id ?? "")?.active;
    };
    expect([await isShown(id), await isSold()]).toEqual([false, false]);
    shop.advance(2 * HOUR_MS);
    expect([await isShown(id), await isSold()]).toEqual([true, true]);
    expect(await staff().get({ id })).toMatchObject({ is_published: true, status: "active" });
    shop.advance(2 * HOUR_MS);
    expect([await isShown(id), await isSold()]).toEqual([false, false]);
    expect(await staff().get({ id })).toMatchObject({ is_published: false, status: "active" });
  });

  it("appears at once when no moment is named, and is taken away by its status", async () => {
    const { id } = await make("By hand", { status: "draft" });
    expect(await isShown(id)).toBe(false);
    await staff().setStatus({ id, status: "active", published_at: inHours(5) });
    expect(await isShown(id)).toBe(false);
    const now = await staff().setStatus({ id, status: "active" });
    expect(await isShown(id)).toBe(true);
    const again = await staff().setStatus({ id, status: "active" });
    expect(again.published_at).toBe(now.published_at);
    await staff().setStatus({ id, status: "archived" });
    expect(await isShown(id)).toBe(false);
    expect(await told(id)).toEqual([
      "product.created",
      "product.updated",
      "product.published",
      "product.updated",
      "product.updated",
    ]);
    const acts = await actsOf(shop, { action: "product.updated", subjectId: id });
    expect(acts.at(-1)?.details).toMatchObject({ changed: ["status", "published_at"] });
  });

  it("does not leave the shop before it appears, be that now", async () => {
    const { id } = await make("Backwards", { status: "draft" });
    const refused = {
      code: "BAD_REQUEST",
      cause: { fields: { unpublish_at: [expect.any(String)] } },
    };
    const active = { id, status: "active" as const };
    for (const [from, to] of [
      [null, inHours(-1)],
      [null, inHours(0)],
      [inHours(2), inHours(1)],
    ] as const) {
      const moments = { published_at: from, unpublish_at: to };
      await expect(staff().setStatus({ ...active, ...moments })).rejects.toMatchObject(refused);
      await expect(make("Backwards", moments)).rejects.toMatchObject(refused);
    }
    await staff().setStatus({ ...active, unpublish_at: inHours(1) });
    expect(await isShown(id)).toBe(true);
    shop.advance(2 * HOUR_MS);
    // What has left by itself can still be changed.
    const { items } = await staff().bulk({ operations: [{ action: "add_tags", id, tags: ["x"] }] });
    expect(items[0]?.ok).toBe(true);
    const past = { status: "draft" as const, unpublish_at: inHours(-5) };
    expect(await staff().setStatus({ id, ...past })).toMatchObject(past);
  });

  it("is gone from shop and carts when it is binned, and comes back as a draft", async () => {
    const made = await make("Binned");
    const { id, slug } = made;
    const [variant] = made.variants;
    const { token } = await shopper().cart.addLine({ variant_id: variant?.id ?? "", quantity: 1 });
    const cart = () => shop.as({ kind: "anonymous" }, { cartToken: token }).cart.get();
    await staff().remove({ id });
    await staff().remove({ id });
    expect(await isShown(id)).toBe(false);
    await expect(shopper().products.get({ id: slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await cart()).requirements).toContainEqual(
      expect.objectContaining({ code: "unavailable" }),
    );
    const binned = await staff().list({ deleted: true, limit: 100 });
    expect(binned.items).toMatchObject([{ id, deleted_at: expect.any(String) }]);
    expect((await staff().list({ limit: 100 })).items.map((item) => item.id)).not.toContain(id);
    const inBin = { cause: { reason: "product_in_bin" } };
    await expect(staff().setStatus({ id, status: "active" })).rejects.toMatchObject(inBin);
    await expect(
      catalogue.saveProduct(shop.ctx(), { slug, title: "Imported", variants: [{ price: 1 }] }),
    ).rejects.toMatchObject({ reason: "product_in_bin" });
    expect(await make("Binned")).toMatchObject({ slug: `${slug}-2` });

    expect(await staff().restore({ id })).toMatchObject({ status: "draft", deleted_at: null });
    await staff().restore({ id });
    expect(await isShown(id)).toBe(false);
    await staff().setStatus({ id, status: "active" });
    expect((await cart()).requirements).not.toContainEqual(
      expect.objectContaining({ code: "unavailable" }),
    );
    expect(await told(id)).toEqual([
      "product.created",
      "product.published",
      "product.deleted",
      "product.restored",
      "product.updated",
      "product.published",
    ]);
    for (const action of ["product.deleted", "product.restored"] as const) {
      expect(await actsOf(shop, { action, subjectId: id })).toHaveLength(1);
    }
  });

  it("is copied as a draft without what only one thing can have", async () => {
    const original = await make("Original", {
      variants: [{ price: 1000, sku: "ONLY-1", barcode: "96385074", on_hand: 5 }],
      tags: ["kept"],
    });
    const copy = await staff().duplicate({ id: original.id });
    expect(copy).toMatchObject({
      title: "Original (copy)",
      slug: "original-copy",
      status: "draft",
      published_at: null,
      tags: ["kept"],
      variants: [{ price: 1000, sku: null, barcode: null, stock: { available: 0 } }],
    });
    expect(copy.variants[0]?.id).not.toBe(original.variants[0]?.id);
    expect(await staff().get({ id: original.id })).toEqual(original);
    const named = await staff().duplicate({ id: original.id, title: "Another" });
    expect(named).toMatchObject({ title: "Another", slug: "another" });
    const long = await make(`${"a".repeat(247)}\u{1f375}`);
    expect((await staff().duplicate({ id: long.id })).title).toBe(`${"a".repeat(247)} (copy)`);
  });

  it("is copied, made and saved as a draft without what its type asks for, and not published so", async () => {
    const original = await make("Unlit", { product_type: "Lantern" });
    const { items } = await shop.as(keeper.actor).products.types.list();
    await shop.as(keeper.actor).products.types.createAttribute({
      ...{ code: "lumens", name: "Lumens", type: "number", is_required: true },
      product_type_id: items.find(({ name }) => name === "Lantern")?.id ?? "",
    });
    const copy = await staff().duplicate({ id: original.id });
    expect(copy).toMatchObject({ status: "draft", attributes: {} });
    const more = { product_type: "Lantern", attributes: {} };
    const draft = await make("Dim", { ...more, status: "draft" });
    const refusal = { cause: { fields: { "attributes.lumens": ["This field is required."] } } };
    for (const { id } of [copy, draft]) {
      await expect(staff().setStatus({ id, status: "active" })).rejects.toMatchObject(refusal);
    }
    await expect(make("Bright", { ...more, status: "active" })).rejects.toMatchObject(refusal);
  });

  it("is in nobody else's hands", async () => {
    const { id } = await make("Guarded");
    const reader = shop.as((await makeKey(shop, "products:read")).actor).products.staff;
    const next = await openNeighbour(shop);
    const abroad = next.as((await registerStaff(next, "owner")).actor).products.staff;
    const acts = [
      (who: typeof reader) => who.remove({ id }),
      (who: typeof reader) => who.restore({ id }),
      (who: typeof reader) => who.duplicate({ id }),
      (who: typeof reader) => who.setStatus({ id, status: "draft" }),
    ];
    for (const act of acts) {
      await expect(act(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(act(abroad)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const bulk = { operations: [{ action: "delete" as const, id }] };
    await expect(reader.bulk(bulk)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await abroad.bulk(bulk)).toMatchObject({
      items: [{ id, ok: false, error: { code: "product_not_found" } }],
    });
    expect(await isShown(id)).toBe(true);
  });
});
