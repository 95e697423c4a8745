/** Facets and categories against a naive recount, on both engines. */
import { statementsOf } from "@souk/db";
import { brands, products } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import type { FacetsInput } from "../contract.ts";
import * as types from "../types/service/index.ts";
import { items, parents, pathOf, recount, wishes } from "./facets.fixture.ts";
import * as catalogue from "./index.ts";

describe.each(engines)("facets on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    for (const [slug, parent] of Object.entries(parents)) {
      await catalogue.saveCategory(shop.ctx(), { slug, name: slug, parent });
    }
    const ctx = shop.ctx();
    const attribute = { product_type_id: null, unit: "", choices: [], is_required: false };
    const shown = { ...attribute, is_filterable: true };
    await types.createAttribute(ctx, {
      ...{ ...shown, code: "colour", name: "Colour", type: "choices", position: 1 },
      choices: ["red", "green", "blue"],
    });
    await types.createAttribute(ctx, {
      ...{ ...shown, code: "litres", name: "Volume", type: "number", unit: "l", position: 2 },
    });
    await types.createAttribute(ctx, {
      ...{ ...shown, code: "washable", name: "Washable", type: "boolean", position: 3 },
    });
    await types.createAttribute(ctx, {
      ...{ ...attribute, code: "origin", name: "Origin", type: "text", position: 4 },
      is_filterable: false,
    });
    const { db, store } = ctx;
    const text = { description: "", seoTitle: "", seoDescription: "" };
    const brandIds = new Map<string, string>();
    for (const slug of ["ada", "bo"]) {
      const [row] = await db
        .insert(brands)
        .values({ storeId: store.id, slug, name: slug.toUpperCase(), ...text })
        .returning();
      brandIds.set(slug, row?.id ?? "");
    }
    for (const item of items) {
      const { word, tags, category, vendor, price, stock, was, rating, brand } = item;
      const { productId } = await addProduct(shop, {
        ...{ category, vendor },
        variants: [{ price, onHand: stock, compareAt: was }],
        tags: [...tags],
        attributes: {
          colour: [...item.colours],
          ...(item.litres === null ? {} : { litres: item.litres }),
          ...{ washable: item.washable, origin: "Fez" },
        },
        descriptionHtml: `<p>${word}</p>`,
        title: "It",
      });
      await db
        .update(products)
        .set({ ratingAverage: rating, brandId: brandIds.get(brand ?? "") ?? null })
        .where(and(eq(products.storeId, store.id), eq(products.id, productId)));
    }
    await addProduct(shop, { status: "draft", category: "toys", vendor: "Ada", tags: ["new"] });
  });
  afterAll(() => shop.close());

  it("agree with a naive recount under any filters, in three statements and one for the brands named", async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        // The tag "wool" would be found by the word too.
        const input = wish.q === "wool" ? { ...wish, q: "clay" } : wish;
        const { result, statements } = await statementsOf(() =>
          catalogue.facets(shop.ctx(), input),
        );
        expect(result).toEqual(recount(input));
        // Words that find nothing are looked at once more, for what may have been meant.
        const looked = input.q !== undefined && result.total === 0 ? 1 : 0;
        const named = input.brand?.length ? 1 : 0;
        // A slug that no brand has may be one of before.
        const former = input.brand?.includes("nobody") ? 1 : 0;
        expect(statements).toHaveLength(3 + looked + named + former);
      }),
      { numRuns: 60 },
    );
  });

  it("are the same products that lists show under the same filters, in the order of stars", async () => {
    const filters = fc.tuple(wishes, fc.constantFrom(1, 3, 100));
    await fc.assert(
      fc.asyncProperty(filters, async ([wish, limit]) => {
        const shown: string[] = [];
        let cursor: string | undefined;
        do {
          const page = { ...wish, q: undefined, limit, sort: "rating" as const };
          const { items, next_cursor: next } = await catalogue.list(shop.ctx(), {
            ...page,
            ...(cursor === undefined ? {} : { cursor }),
          });
          shown.push(...items.map(({ id }) => id));
          cursor = next ?? undefined;
        } while (cursor !== undefined);
        const { total } = await catalogue.facets(shop.ctx(), { ...wish, q: undefined });
        expect(new Set(shown).size).toBe(total);
        expect(shown).toHaveLength(total);
        const stars = await shop
          .ctx()
          .db.select({ id: products.id, average: products.ratingAverage })
          .from(products)
          .where(eq(products.storeId, shop.store.id));
        const of = new Map(stars.map(({ id, average }) => [id, average]));
        const order = shown.map((id) => of.get(id) ?? 0);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ["nothing:red", "attribute_unknown"],
    ["colour", "attribute_unknown"],
    ["origin:Fez", "attribute_unknown"],
    ["litres:much", "attribute_value_invalid"],
    ["litres:..", "attribute_value_invalid"],
    ["litres:1..2..3", "attribute_value_invalid"],
    ["washable:perhaps", "attribute_value_invalid"],
  ])("are refused for %s, naming its place; so are lists", async (asked, reason) => {
    const wish = { attributes: ["colour:red", asked] };
    const refused = { reason, fields: { "attributes.1": [expect.any(String)] } };
    await expect(catalogue.facets(shop.ctx(), wish)).rejects.toMatchObject(refused);
    await expect(catalogue.list(shop.ctx(), { ...wish, limit: 5 })).rejects.toMatchObject(refused);
  });

  it("cost lists one statement more for attributes, however many", async () => {
    for (const attributes of [["colour:red"], ["colour:red", "colour:blue", "litres:1..2"]]) {
      const { statements } = await statementsOf(() =>
        catalogue.list(shop.ctx(), { attributes, limit: 50 }),
      );
      expect(statements).toHaveLength(2);
    }
  });

  it("are refused for a category that is not there", async () => {
    await expect(catalogue.facets(shop.ctx(), { category: "none" })).rejects.toMatchObject({
      reason: "category_not_found",
    });
  });

  it("name categories, parents first, with what is in them and below", async () => {
    const { result, statements } = await statementsOf(() => catalogue.categories(shop.ctx()));
    expect(statements).toHaveLength(2);
    expect(result.items.map(({ slug }) => slug)).toEqual([
      "home",
      "lamps",
      "floor-lamps",
      "rugs",
      "toys",
    ]);
    for (const { slug, product_count: count, parent_slug: parent } of result.items) {
      const within = items.filter(({ category }) => pathOf(category).includes(slug));
      expect([slug, count, parent]).toEqual([slug, within.length, parents[slug] ?? null]);
    }
  });

  it("show one category with its way from the top, its children and its newest picture", async () => {
    const ctx = shop.ctx();
    await addProduct(shop, {
      slug: "pictured",
      status: "active",
      category: "floor-lamps",
      pictures: [{ url: "/newest.svg", alt: "Newest" }],
    });
    const lamps = await catalogue.category(ctx, { slug: "lamps" });
    expect(lamps.breadcrumbs.map(({ slug }) => slug)).toEqual(["home", "lamps"]);
    expect(lamps.children.map(({ slug }) => slug)).toEqual(["floor-lamps"]);
    expect(lamps.picture).toEqual({ url: "/newest.svg", alt: "Newest" });
    const home = await catalogue.category(ctx, { slug: "home" });
    expect(home.picture).toEqual({ url: "/newest.svg", alt: "Newest" });
    expect((await catalogue.category(ctx, { slug: "toys" })).picture).toBeNull();
    await expect(catalogue.category(ctx, { slug: "none" })).rejects.toMatchObject({
      reason: "category_not_found",
    });
  });
});

describe.each(engines)("facets of many values on %s", (engine) => {
  let shop: Shop;
  const names = Array.from({ length: 55 }, (_, i) => `v-${i + 10}`);
  beforeAll(async () => {
    shop = await openShop(engine);
    await types.createAttribute(shop.ctx(), {
      ...{ product_type_id: null, code: "maker", name: "Maker", type: "text", unit: "" },
      ...{ choices: [], is_required: false, is_filterable: true, position: 0 },
    });
    for (const name of names) {
      await catalogue.saveCategory(shop.ctx(), { slug: name, name });
      await addProduct(shop, {
        ...{ category: name, vendor: name, tags: [name], attributes: { maker: name } },
      });
    }
  });
  afterAll(() => shop.close());

  it("name the first fifty, and always those that were chosen", async () => {
    const facet = async (input: FacetsInput) => {
      const { vendors, brands, tags, categories, attributes } = await catalogue.facets(
        shop.ctx(),
        input,
      );
      const lists = { vendors, brands, tags, categories, makers: attributes[0]?.values ?? [] };
      return (name: keyof typeof lists) => lists[name].map(({ value }) => value);
    };
    const first = names.slice(0, 50);
    const unasked = await facet({});
    for (const name of ["vendors", "brands", "tags", "categories", "makers"] as const) {
      expect([name, unasked(name)]).toEqual([name, first]);
    }
    const chosen = ["v-64", "v-61"];
    const shown = [...first.slice(0, 48), "v-61", "v-64"];
    expect((await facet({ vendor: chosen }))("vendors")).toEqual(shown);
    expect((await facet({ brand: chosen }))("brands")).toEqual(shown);
    expect((await facet({ tag: chosen }))("tags")).toEqual(shown);
    const attributes = chosen.map((name) => `maker:${name}`);
    expect((await facet({ attributes }))("makers")).toEqual(shown);
    expect((await facet({ category: "v-64" }))("categories")).toEqual([
      ...first.slice(0, 49),
      "v-64",
    ]);
  });
});
