/** A catalogue with everything in it moves as JSON Lines: visitors and staff find the same elsewhere. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffProduct } from "../../products/staff/contract.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey } from "../../testing/staff.ts";
import * as imports from "../service/index.ts";

/** What belongs to the one store: ids, and when something was done in it. */
const OWN = /^(id|.+_id|version|created_at|updated_at|former_slugs)$/;

/** Without what cannot be alike, at any depth. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (OWN.test(key) ? [] : [[key, told(member)]])),
  );
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const chunk of chunks) whole += chunk;
  return whole;
}

const format = { kind: "jsonl" } as const;

describe.each(engines)("a whole catalogue on %s", (engine) => {
  let here: Shop;
  let there: Shop;
  let file: string;
  beforeAll(async () => {
    here = await openShop(engine, { store: { currencies: ["USD"], locales: ["fr"] } });
    there = await openNeighbour(here, "elsewhere");
    await fill(here);
    file = await textOf(imports.exportProducts(here.ctx(), "jsonl"));
    const taken = await imports.importFile(there.ctx(), [file], { format });
    expect(taken).toMatchObject({ refused: 0, failed: [] });
  }, 60_000);
  afterAll(() => here.close());

  const desk = async (shop: Shop) => {
    const { actor } = await makeKey(shop, "products:read", "products:write");
    return shop.as(actor).products;
  };
  const visitor = (shop: Shop) => shop.as({ kind: "anonymous" }).products;

  async function fill(shop: Shop): Promise<void> {
    const staff = await desk(shop);
    const { id: product_type_id } = await staff.types.create({ name: "Mugs" });
    const declared = [
      { code: "capacity_ml", name: "Capacity", type: "number", unit: "ml", is_filterable: true },
      { code: "glaze", name: "Glaze", type: "choice", choices: ["Matt", "Gloss"] },
      { code: "uses", name: "Uses", type: "choices", choices: ["Tea", "Coffee"] },
      { code: "handmade", name: "Handmade", type: "boolean" },
    ] as const;
    for (const [position, one] of declared.entries()) {
      const choices = "choices" in one ? [...one.choices] : [];
      await staff.types.createAttribute({ ...one, choices, product_type_id, position });
    }
    await staff.types.createAttribute({ code: "origin", name: "Origin", type: "text" });
    const brand = await staff.staff.brands.create({
      ...{ name: "Halden", slug: "halden-pottery", description: "By hand.", logo_url: "/h.svg" },
      seo: { title: "Halden mugs", description: "All of them" },
    });
    const home = await staff.tree.create({ name: "Home", slug: "home" });
    const cups = await staff.tree.create({ name: "Cups", slug: "cups", parent_id: home.id });
    await staff.tree.update({ id: cups.id, seo: { title: "Cups & mugs", description: "For tea" } });
    const tray = await staff.staff.create({
      ...{ title: "Tray", slug: "tray", status: "active" },
      variants: [{ price: 900, sku: "TRAY" }],
    });
    const mug = await staff.staff.create({
      ...{
        title: "Mug",
        slug: "mug",
        subtitle: "For two hands",
        vendor: "Halden",
        status: "active",
      },
      ...{ product_type: "Mugs", category: "cups", description_html: "<p>Blue.</p>" },
      ...{ tags: ["gift", "blue"], seo: { title: "The mug", description: "Buy it" } },
      attributes: {
        capacity_ml: 350.5,
        glaze: "Matt",
        uses: ["Tea", "Coffee"],
        handmade: true,
        origin: "Fez",
      },
      options: [{ name: "Size", values: ["Small", "Large"] }],
      pictures: [{ url: "/a.jpg", alt: "From above" }, { url: "/b.jpg" }],
      variants: ["Small", "Large"].map((value, i) => ({
        ...{ values: [value], sku: `MUG-${value}`, barcode: i === 0 ? "4006381333931" : null },
        ...{ price: 1200 + i, compare_at: 1500, on_hand: 7 + i, picture: i, weight_grams: 300 },
        ...{
          length_mm: 90,
          width_mm: 80,
          height_mm: 100,
          taxable: i === 0,
          requires_shipping: true,
        },
        prices: [{ currency: "USD", amount: 1300 + i, compare_at: i === 0 ? 1600 : null }],
      })),
      relations: [{ kind: "accessory", product_id: tray.id }],
    });
    await staff.staff.update({
      ...{ id: tray.id, version: tray.version, title: "Tray", slug: "tray", status: "active" },
      variants: [{ id: tray.variants[0]?.id, price: 900, sku: "TRAY" }],
      relations: [{ kind: "related", product_id: mug.id }],
    });
    await staff.staff.create({ title: "Later", slug: "later", variants: [{ price: 5 }] });
    const later = new Date("2031-05-01T10:00:00.000Z").toISOString();
    await staff.staff.create({
      ...{ title: "Soon", slug: "soon", status: "active", published_at: later },
      variants: [{ price: 5, tracks_inventory: false }],
    });
    const rules = [
      { field: "category" as const, op: "any_of" as const, value: [home.id] },
      { field: "brand" as const, op: "none_of" as const, value: [brand.id] },
      {
        field: "attribute" as const,
        op: "any_of" as const,
        value: { code: "glaze", values: ["Matt"] },
      },
      { field: "price" as const, op: "at_most" as const, value: 5000 },
    ];
    const terms = {
      match_all: false,
      description: "All of it",
      seo: { title: "T", description: "D" },
    };
    await staff.collections.create({ kind: "rules", name: "Ruled", rules, ...terms, position: 3 });
    const picked = await staff.collections.create({
      ...{
        kind: "manual",
        name: "Picked",
        is_published: false,
        picture: { url: "/p.jpg", alt: "P" },
      },
    });
    await staff.collections.addProducts({ id: picked.id, product_ids: [tray.id, mug.id] });
    const { id: glaze } = (await staff.types.attributes()).items.find(
      ({ code }) => code === "glaze",
    ) ?? { id: "" };
    for (const [kind, subject_id, texts] of [
      [
        "product",
        mug.id,
        { title: "Tasse", "option.Size": "Taille", "option.Size.Small": "Petite" },
      ],
      ["category", cups.id, { name: "Tasses" }],
      ["brand", brand.id, { description: "À la main." }],
      ["attribute", glaze, { name: "Émail", "choice.Matt": "Mat" }],
      ["collection", picked.id, { name: "Choisis" }],
    ] as const) {
      await staff.translations.save({ kind, subject_id, locale: "fr", texts });
    }
  }

  it("is the same to visitors, in every language and currency", async () => {
    const views = async (shop: Shop) => {
      const products = visitor(shop);
      const all = [];
      for (const locale of ["en", "fr"]) {
        for (const currency of ["EUR", "USD"]) {
          all.push(await products.get({ id: "mug", locale, currency }));
          all.push(await products.list({ locale, currency, sort: "title" }));
          all.push(await products.facets({ locale, currency }));
        }
        all.push(await products.categories({ locale }));
        all.push(await products.category({ slug: "cups", locale }));
        all.push(await products.brand({ slug: "halden-pottery", locale }));
        all.push(await products.collections.list({ locale }));
        all.push(await products.get({ id: "tray", locale }));
      }
      return told(all);
    };
    expect(await views(there)).toEqual(await views(here));
  });

  it("is the same to staff, whatever its status", async () => {
    const views = async (shop: Shop) => {
      const staff = await desk(shop);
      const { items } = await staff.staff.list({ sort: "title" });
      const products = await Promise.all(items.map(({ id }) => staff.staff.get({ id })));
      const collections = (await staff.collections.listAll()).items;
      const picked = await Promise.all(
        collections.map(async ({ id }) => (await staff.collections.products({ id })).items),
      );
      const rules = collections.map((one) => one.rules.map(({ field, op }) => ({ field, op })));
      const plain = collections.map(({ rules: _rules, ...rest }) => rest);
      return told([
        products,
        plain,
        rules,
        picked,
        await staff.types.list(),
        await staff.tree.list(),
      ]);
    };
    const views_ = await views(here);
    expect(await views(there)).toEqual(views_);
    const [products] = views_ as [Record<string, unknown>[]];
    // A member that is new is to be in the file, or among those that belong to one store.
    const members = Object.keys(StaffProduct.shape).filter((key) => !OWN.test(key));
    expect(Object.keys(products[1] ?? {}).toSorted()).toEqual(members.toSorted());
  });

  it("is the same file again, and taking it in again changes nothing", async () => {
    expect(await textOf(imports.exportProducts(there.ctx(), "jsonl"))).toBe(file);
    for (const shop of [here, there]) {
      const again = await imports.importFile(shop.ctx(), [file], { format });
      expect(again).toMatchObject({ created: 0, updated: 0, refused: 0, failed: [] });
    }
  });

  it("is judged by a dry run that keeps nothing", async () => {
    const empty = await openNeighbour(here, "empty");
    const tried = await imports.importFile(empty.ctx(), [file], { format, dryRun: true });
    expect(tried).toMatchObject({ refused: 0, failed: [] });
    expect(await textOf(imports.exportProducts(empty.ctx(), "jsonl"))).toBe(
      `${JSON.stringify({ kind: "store", currency: "EUR" })}\n`,
    );
  });

  it("tells what is not there, and what is no record, by row and field", async () => {
    const bad = [
      { kind: "relations", product: "nothing", relations: [] },
      { kind: "brand", slug: "no slug!", name: "" },
      {
        kind: "collection",
        slug: "c",
        name: "C",
        made: "rules",
        rules: [{ field: "brand", op: "any_of", value: ["nobody"] }],
      },
      { kind: "translation", of: "brand", named: "halden-pottery", locale: "de", texts: {} },
      { kind: "attribute", code: "glaze", name: "Glaze", type: "choice", choices: ["Matt"] },
      { kind: "nothing" },
    ];
    const lines = bad.map((one) => `${JSON.stringify(one)}\n`);
    const taken = await imports.importFile(there.ctx(), lines, { format });
    expect(taken.failed.map(({ row, column }) => [row, column])).toEqual([
      [1, "product"],
      [2, "name"],
      [2, "slug"],
      [3, "rules.0.value.0"],
      [4, "locale"],
      [5, "product_type"],
      [6, "kind"],
    ]);
  });
});
