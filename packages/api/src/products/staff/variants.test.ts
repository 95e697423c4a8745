/** Variants under a form's hands: they keep their ids, whatever their options are called. */
import { variants } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey, type TestKey } from "../../testing/staff.ts";
import type { StaffProduct } from "./contract.ts";
import { inputOf } from "./service/drafts.ts";
import { isBroken } from "./service/gtin.ts";

describe.each(engines)("variants, for staff, on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await makeKey(shop, "products:read", "products:write", "inventory:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff;
  const save = ({ id, version, ...product }: StaffProduct, change: object) =>
    staff().update({ ...inputOf({ id, version, ...product }), ...change, id, version });
  const idsOf = (product: StaffProduct) =>
    Object.fromEntries(product.variants.map(({ id, title }) => [title, id]));
  const shirt = (title: string) =>
    staff().create({
      title,
      options: [{ name: "Colour", values: ["Red", "Blue", "Green"] }],
      variants: ["Red", "Blue", "Green"].map((value) => ({
        values: [value],
        sku: `${title}-${value}`,
        price: 1000,
        on_hand: 3,
      })),
    });

  it("keep their ids when option values are renamed, change places, or go", async () => {
    const made = await shirt("Renamed");
    const before = idsOf(made);
    const [red, blue] = inputOf(made).variants;
    const after = await save(made, {
      options: [{ name: "Shade", values: ["Red", "Crimson"] }],
      variants: [
        { ...red, values: ["Crimson"], sku: blue?.sku },
        { ...blue, values: ["Red"], sku: red?.sku },
      ],
    });
    expect(idsOf(after)).toEqual({ Crimson: before["Red"], Red: before["Blue"] });
    expect(after.variants.map(({ stock }) => stock.available)).toEqual([3, 3]);
  });

  it("leave their row when they go, and are themselves again when they come back", async () => {
    const made = await shirt("Returning");
    const green = idsOf(made)["Green"] ?? "";
    const without = inputOf(made).variants.slice(0, 2);
    const fewer = await save(made, { variants: without });
    expect(fewer.variants).toHaveLength(2);
    const [row] = await shop
      .ctx()
      .db.select()
      .from(variants)
      .where(and(eq(variants.storeId, shop.store.id), eq(variants.id, green)));
    expect(row).toMatchObject({ id: green, sku: "Returning-Green" });
    const again = await save(fewer, {
      variants: [...inputOf(fewer).variants, { values: ["Green"], price: 1100 }],
    });
    expect(idsOf(again)["Green"]).toBe(green);
  });

  it("keep their SKU when they go, and whoever wants it is told where it is", async () => {
    const made = await shirt("Keeper");
    const fewer = await save(made, { variants: inputOf(made).variants.slice(0, 2) });
    const taking = (sku: string) =>
      staff().create({ title: "Taker", variants: [{ price: 1, sku }] });
    const told = async (sku: string) => {
      const error: unknown = await taking(sku).catch((refused: unknown) => refused);
      expect(error).toMatchObject({ cause: { reason: "sku_taken" } });
      return error instanceof Error ? error.message : "";
    };
    expect(await told("Keeper-Red")).toBe("Keeper (keeper) has the SKU Keeper-Red.");
    expect(await told("Keeper-Green")).toMatch(
      /^A variant that Keeper \(keeper\) has no more keeps/,
    );
    const again = await save(fewer, {
      variants: [...inputOf(fewer).variants, { values: ["Green"], price: 1100, sku: "Freed" }],
    });
    expect(idsOf(again)["Green"]).toBe(idsOf(made)["Green"]);
    expect(await taking("Keeper-Green")).toMatchObject({ variants: [{ sku: "Keeper-Green" }] });
    await staff().remove({ id: made.id });
    expect(await told("Keeper-Red")).toBe("Keeper (keeper) in the bin has the SKU Keeper-Red.");
  });

  it("give their options to another, who is not mistaken for them", async () => {
    const made = await shirt("Replaced");
    const [red] = inputOf(made).variants;
    const after = await save(made, {
      options: [{ name: "Colour", values: ["Blue"] }],
      variants: [{ ...red, values: ["Blue"] }],
    });
    expect(idsOf(after)).toEqual({ Blue: idsOf(made)["Red"] });
    const both = await save(after, {
      options: [{ name: "Colour", values: ["Blue", "Red"] }],
      variants: [...inputOf(after).variants, { values: ["Red"], price: 900 }],
    });
    expect(Object.keys(idsOf(both))).toEqual(["Blue", "Red"]);
    expect(new Set(Object.values(idsOf(both))).size).toBe(2);
  });

  it("are made for each choice of options, and those that are there stay", async () => {
    const made = await shirt("Matrix");
    const options = [
      { name: "Colour", values: ["Red", "Blue", "Green", "Öl"] },
      { name: "Size", values: ["S", "M", "L"] },
    ];
    const { variants: rows } = await staff().variantMatrix({
      options,
      variants: inputOf(made).variants,
      template: { price: 1500, sku: "MX", weight_grams: 200 },
    });
    expect(rows).toHaveLength(12);
    expect(rows.map(({ values }) => values.join("/"))).toEqual([
      ...["Red/S", "Red/M", "Red/L", "Blue/S", "Blue/M", "Blue/L"],
      ...["Green/S", "Green/M", "Green/L", "Öl/S", "Öl/M", "Öl/L"],
    ]);
    expect(rows[0]).toMatchObject({ id: idsOf(made)["Red"], sku: "Matrix-Red", price: 1000 });
    expect(rows[11]).toEqual(
      expect.objectContaining({ sku: "MX-OL-L", price: 1500, weight_grams: 200 }),
    );
    const stored = await save(made, { options, variants: rows });
    expect(stored.variants).toHaveLength(12);
    expect(idsOf(stored)["Red / S"]).toBe(idsOf(made)["Red"]);
    const { variants: fewer } = await staff().variantMatrix({
      options: options.slice(0, 1),
      variants: inputOf(stored).variants,
      template: { price: 1 },
    });
    expect(fewer.map(({ id }) => id)).toEqual([
      ...["Red / S", "Blue / S", "Green / S", "Öl / S"].map((title) => idsOf(stored)[title]),
    ]);
    const template = { price: 1, sku: "A" };
    const skusOf = async (...lists: string[][]) => {
      const { variants: made } = await staff().variantMatrix({
        options: lists.map((values, i) => ({ name: `${i}`, values })),
        variants: [{ values: ["Known"], price: 1, sku: "A-OL-2" }],
        template,
      });
      return made.map(({ sku }) => sku);
    };
    expect(await skusOf(["Öl", "Known", "ol", "O.L"])).toEqual([
      ...["A-OL", "A-OL-2", "A-OL-3", "A-OL-4"],
    ]);
    const long = "x".repeat(200);
    const cut = `A-${long}-${long}`.toUpperCase();
    expect(await skusOf([long], [`${long}1`, `${long}2`])).toEqual([
      cut.slice(0, 255),
      `${cut.slice(0, 253)}-2`,
    ]);
    expect(await skusOf(["\u{1d7d8}".repeat(3), `${"y".repeat(252)}\u{10400}`])).toEqual([
      "A-000",
      `A-${"Y".repeat(252)}`,
    ]);
    const many = Array.from({ length: 101 }, (_, i) => `${i}`);
    await expect(
      staff().variantMatrix({
        options: [
          { name: "A", values: many },
          { name: "B", values: many.slice(0, 10) },
        ],
        template: { price: 1 },
      }),
    ).rejects.toMatchObject({ cause: { reason: "too_many_variants" } });
  });
});

describe("a barcode", () => {
  it("that has as many digits as a GTIN must end in their check digit", () => {
    for (const good of ["96385074", "036000291452", "4006381333931", "10012345000017"]) {
      expect(isBroken(good), good).toBe(false);
      const last = (Number(good.at(-1)) + 1) % 10;
      expect(isBroken(`${good.slice(0, -1)}${last}`), good).toBe(true);
    }
    for (const other of ["ABC-1", "12345", "123456789", "978-3"]) {
      expect(isBroken(other), other).toBe(false);
    }
  });
});
