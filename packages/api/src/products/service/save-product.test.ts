/** Storing products and categories, on both engines. */

import { statementsOf } from "@souk/db";
import {
  categories,
  media,
  prices,
  products,
  productTags,
  stockLevels,
  stockMovements,
  variants,
} from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { MAX_CATEGORIES } from "../categories/contract.ts";
import type { ProductDraft } from "../drafts.ts";
import * as catalogue from "./index.ts";

const lamp: ProductDraft = {
  slug: "pebble-lamp",
  title: "Pebble Lamp",
  subtitle: "A stone of light",
  vendor: "Lumen Yard",
  productType: "Lamp",
  descriptionHtml: "<p>Warm &amp; small.</p>",
  tags: ["lamp", "gift"],
  options: [
    { name: "Size", values: ["Small", "Large"] },
    { name: "Colour", values: ["Oat"] },
  ],
  pictures: [
    { url: "/media/lamp-1.svg", alt: "A lamp" },
    { url: "https://img.example/lamp-2.jpg", alt: "" },
  ],
  seo: { title: "Lamp", description: "A lamp." },
  variants: [
    { values: ["Small", "Oat"], sku: "L-S", price: 4900, compareAt: 5900, onHand: 3, picture: 1 },
    { values: ["Large", "Oat"], sku: "L-L", price: 6900, weightGrams: 2600, onHand: 0 },
  ],
};

describe.each(engines)("storing the catalogue on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  /** Every row that products are made of, times included. */
  async function everyRow() {
    const { db, store } = shop.ctx();
    const tables = [products, media, variants, prices, productTags, stockLevels, stockMovements];
    const rows = await Promise.all(
      tables.map((table) =>
        db.select().from(table).where(eq(table.storeId, store.id)).orderBy(table.id),
      ),
    );
    const documents = await db.execute(
      sql`select * from search_documents where store_id = ${store.id} order by product_id`,
    );
    return { rows, documents: [...documents] };
  }
  const save = (draft: ProductDraft) => catalogue.saveProduct(shop.ctx(), draft);
  const get = (slug: string) => catalogue.get(shop.ctx(), { id: slug });

  it("stores all of a draft", async () => {
    await catalogue.saveCategory(shop.ctx(), { slug: "home", name: "Home" });
    await catalogue.saveCategory(shop.ctx(), {
      slug: "lighting",
      name: "Lighting",
      parent: "home",
    });
    expect(await save({ ...lamp, category: "lighting" })).toBe("created");
    const product = await get("pebble-lamp");
    expect(product).toMatchObject({
      title: "Pebble Lamp",
      vendor: "Lumen Yard",
      product_type: "Lamp",
      description_html: "<p>Warm &amp; small.</p>",
      tags: ["lamp", "gift"],
      breadcrumbs: [
        { slug: "home", name: "Home" },
        { slug: "lighting", name: "Lighting" },
      ],
      options: lamp.options,
      pictures: lamp.pictures,
      seo: lamp.seo,
    });
    expect(product.variants).toMatchObject([
      {
        sku: "L-S",
        title: "Small / Oat",
        price: { amount: 4900, currency: "EUR" },
        compare_at_price: { amount: 5900, currency: "EUR" },
        stock: { status: "low_stock", available: 3 },
        picture: { url: "https://img.example/lamp-2.jpg", alt: "" },
      },
      {
        sku: "L-L",
        compare_at_price: null,
        weight_grams: 2600,
        stock: { status: "out_of_stock", available: 0 },
        picture: null,
      },
    ]);
    expect(Object.entries(product.variants[0]?.options ?? {})).toEqual([
      ["Size", "Small"],
      ["Colour", "Oat"],
    ]);
    expect((await get(product.id)).slug).toBe("pebble-lamp");
  });

  it("changes no row when the same draft is saved again", async () => {
    const before = await everyRow();
    expect(await save({ ...lamp, category: "lighting" })).toBe("unchanged");
    expect(await everyRow()).toEqual(before);
  });

  it("costs as many statements with fifty variants as with two", async () => {
    const save = (slug: string, count: number) => {
      const values = Array.from({ length: count }, (_, i) => `S${i}`);
      return statementsOf(() =>
        catalogue.saveProduct(shop.ctx(), {
          ...{ slug, title: slug, status: "draft", options: [{ name: "Size", values }] },
          variants: values.map((value) => ({ values: [value], price: 100, onHand: 3 })),
        }),
      );
    };
    const few = (await save("in-two-sizes", 2)).statements;
    const many = (await save("in-fifty-sizes", 50)).statements;
    expect(many.length).toBe(few.length);
    expect((await save("in-fifty-sizes", 50)).statements.length).toBeLessThan(many.length);
  });

  it("says of each kind of change that the product was updated", async () => {
    const [small, large] = lamp.variants;
    if (small === undefined || large === undefined) throw new Error("the lamp has two variants");
    const changes: Partial<ProductDraft>[] = [
      { title: "Pebble Table Lamp" },
      { tags: ["lamp", "new"] },
      { tags: ["gift", "lamp"] },
      {
        pictures: [
          ...(lamp.pictures ?? []).slice(0, 1),
          { url: "https://img.example/lamp-2.jpg", alt: "Another text" },
        ],
      },
      { variants: [{ ...small, price: 4500 }, large] },
      { variants: [small, { ...large, onHand: 7 }] },
      {
        variants: [
          { ...large, sku: "L-S" },
          { ...small, sku: "L-L" },
        ],
      },
      { category: null },
      { status: "draft" },
    ];
    for (const change of changes) {
      await save({ ...lamp, category: "lighting" });
      const draft = { ...lamp, category: "lighting", ...change };
      expect([change, await save(draft)]).toEqual([change, "updated"]);
      expect([change, await save(draft)]).toEqual([change, "unchanged"]);
      if (change.tags !== undefined) expect((await get("pebble-lamp")).tags).toEqual(change.tags);
    }
    await expect(get("pebble-lamp")).rejects.toMatchObject({ reason: "product_not_found" });
    await save({ ...lamp, category: "lighting" });
  });

  it("takes a variant that is gone from the shop and keeps its history", async () => {
    const [small, large] = lamp.variants;
    if (small === undefined || large === undefined) throw new Error("the lamp has two variants");
    const before = await get("pebble-lamp");
    const retiredId = before.variants[0]?.id ?? "";
    await save({ ...lamp, category: "lighting", variants: [{ ...large, sku: "L-S" }] });
    const after = await get("pebble-lamp");
    expect(after.variants.map(({ sku }) => sku)).toEqual(["L-S"]);
    const sellable = await catalogue.sellable(shop.ctx(), [retiredId]);
    expect(sellable.get(retiredId)).toMatchObject({ price: null, sku: null, available: 3 });
    const page = await catalogue.list(shop.ctx(), { limit: 10 });
    expect(page.items[0]).toMatchObject({
      in_stock: false,
      variant_count: 1,
      price: { amount: 6900 },
    });

    await save({ ...lamp, category: "lighting" });
    expect((await get("pebble-lamp")).variants[0]?.id).toBe(retiredId);
  });

  it("stores nothing of a draft that it refuses", async () => {
    const before = await everyRow();
    const variant = { price: 100, onHand: 1 };
    const refused: [Partial<ProductDraft>, string][] = [
      [{ title: " " }, "title"],
      [{ slug: "a b" }, "slug"],
      [{ category: "nowhere" }, "category"],
      [{ variants: [] }, "variants"],
      [{ variants: [{ ...variant, price: -1 }] }, "variants.0.price"],
      [{ variants: [{ ...variant, price: 1.5 }] }, "variants.0.price"],
      [{ variants: [variant, variant] }, "variants.1.values"],
      [{ variants: [{ ...variant, values: ["Red"] }] }, "variants.0.values"],
      [{ variants: [{ ...variant, picture: 0 }] }, "variants.0.picture"],
      [{ variants: [{ ...variant, sku: "L-S" }] }, "variants.0.sku"],
      [{ pictures: [{ url: "javascript:alert(1)", alt: "" }] }, "pictures.0.url"],
      [{ pictures: [{ url: "//evil.example/a.png", alt: "" }] }, "pictures.0.url"],
      [{ options: [{ name: "Size", values: ["S", "S"] }] }, "options.0.values.1"],
    ];
    for (const [change, field] of refused) {
      const draft = { slug: "bad", title: "Bad", variants: [variant], ...change };
      const answer = await save(draft).catch((error: unknown) => error);
      expect(answer, field).toMatchObject({ fields: { [field]: [expect.any(String)] } });
    }
    expect(await everyRow()).toEqual(before);
  });

  it("keeps only harmless markup in descriptions", async () => {
    const { slug } = await addProduct(shop, {
      descriptionHtml:
        '<h1>Hi</h1><script>alert(1)</script><p onclick="x()">a<br><a href="javascript:x()">b</a>' +
        '<a href="https://a.example">c</a><img src="data:x"><iframe src="//x"></iframe>\u0000</p>',
    });
    expect((await get(slug)).description_html).toBe(
      '<h2>Hi</h2><p>a<br /><a rel="noopener nofollow">b</a>' +
        '<a href="https://a.example" rel="noopener nofollow">c</a><img /></p>',
    );
  });

  it("shows back-orders, low stock and stock that is not counted as what they are", async () => {
    const { slug, productId } = await addProduct(shop, {
      options: [{ name: "Kind", values: ["a", "b", "c", "d"] }],
      variants: [
        { values: ["a"], price: 100, onHand: 0, backorderLimit: 20 },
        { values: ["b"], price: 100, onHand: 4 },
        { values: ["c"], price: 100, onHand: 0, tracksInventory: false },
        { values: ["d"], price: 100, onHand: 5 },
      ],
    });
    const { variants: shown } = await get(slug);
    expect(shown.map(({ stock }) => stock)).toEqual([
      { status: "backorder", available: 20, on_shelf: 0, ships_at: null },
      { status: "low_stock", available: 4, on_shelf: 4, ships_at: null },
      { status: "in_stock", available: null, on_shelf: null, ships_at: null },
      { status: "in_stock", available: 5, on_shelf: 5, ships_at: null },
    ]);
    const uncounted = await addProduct(shop, {
      variants: [{ price: 100, onHand: 0, tracksInventory: false }],
    });
    const { items } = await catalogue.list(shop.ctx(), { limit: 100, in_stock: true });
    const ids = items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([productId, uncounted.productId]));
  });

  it("has no more categories than staff could make", async () => {
    const next = await openNeighbour(shop);
    const { db, store } = next.ctx();
    const row = { storeId: store.id, name: "Full", createdAt: new Date() };
    for (let from = 0; from < MAX_CATEGORIES; from += 500) {
      const slugs = Array.from({ length: 500 }, (_, i) => `full-${from + i}`);
      await db.insert(categories).values(slugs.map((slug) => ({ ...row, slug })));
    }
    const save = (slug: string) => catalogue.saveCategory(next.ctx(), { slug, name: "Full" });
    await expect(save("one-more")).rejects.toMatchObject({ reason: "too_many_categories" });
    expect(await save("full-7")).toBe("unchanged");
  });

  it("keeps the categories a tree", async () => {
    const ctx = shop.ctx();
    const category = (slug: string, parent: string | null = null) =>
      catalogue.saveCategory(ctx, { slug, name: slug, parent });
    expect(await category("top")).toBe("created");
    expect(await category("middle", "top")).toBe("created");
    expect(await category("bottom", "middle")).toBe("created");
    expect(await category("bottom", "middle")).toBe("unchanged");
    expect(await category("bottom", "top")).toBe("updated");
    await expect(category("top", "bottom")).rejects.toMatchObject({ reason: "category_cycle" });
    await expect(category("top", "top")).rejects.toMatchObject({ reason: "category_cycle" });
    await expect(category("new", "none")).rejects.toMatchObject({ reason: "category_unknown" });
  });
});
