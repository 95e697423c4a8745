/** Facets and categories against a naive recount, on both engines. */
import { statementsOf } from "@souk/db";
import { brands, products } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import type { Facets, FacetsInput } from "../contract.ts";
import * as types from "../types/service/index.ts";
import * as catalogue from "./index.ts";

/** The departments and shelves, each with its parent. */
const parents: Readonly<Record<string, string | null>> = {
  home: null,
  lamps: "home",
  "floor-lamps": "lamps",
  rugs: "home",
  toys: null,
};
const shelves = [...Object.keys(parents), null];

interface Item {
  readonly category: string | null;
  readonly vendor: string;
  readonly tags: readonly string[];
  readonly price: number;
  readonly stock: number;
  readonly word: string;
  /** The price before, of what is reduced. */
  readonly was: number | null;
  /** Hundredths of a star. */
  readonly rating: number;
  readonly brand: string | null;
  readonly colours: readonly string[];
  readonly litres: number | null;
  readonly washable: boolean;
}

const items = Array.from(
  { length: 40 },
  (_, i): Item => ({
    category: shelves[(i * 5) % shelves.length] ?? null,
    vendor: ["Ada", "Bo", "Cy", ""][i % 4] ?? "",
    tags: [["new", "gift", "sale"][i % 3] ?? "", ["gift", "wool"][i % 2] ?? ""],
    price: 500 + ((i * 7) % 11) * 250,
    stock: i % 3,
    word: i % 2 === 0 ? "wool" : "clay",
    was: i % 5 === 0 ? 9900 : null,
    rating: [0, 120, 399, 400, 500][(i * 3) % 5] ?? 0,
    brand: ["ada", "bo", null][i % 3] ?? null,
    colours: [["red"], ["blue", "red"], [], ["green"]][i % 4] ?? [],
    litres: i % 6 === 0 ? null : (i % 6) / 2,
    washable: i % 2 === 1,
  }),
);

const pathOf = (slug: string | null): string[] =>
  slug === null ? [] : [slug, ...pathOf(parents[slug] ?? null)];

/** What the contract says, counted one product at a time. */
function recount(input: FacetsInput): Facets {
  const tests: Readonly<Record<string, (item: Item) => boolean>> = {
    q: ({ word }) => input.q === undefined || word === input.q,
    category: ({ category }) =>
      input.category === undefined || pathOf(category).includes(input.category),
    vendor: ({ vendor }) => !input.vendor?.length || input.vendor.includes(vendor),
    tag: ({ tags }) => !input.tag?.length || tags.some((tag) => input.tag?.includes(tag)),
    price: ({ price }) =>
      price >= (input.min_price ?? 0) && price <= (input.max_price ?? Number.MAX_SAFE_INTEGER),
    stock: ({ stock }) => input.in_stock !== true || stock > 0,
    brand: ({ brand }) => !input.brand?.length || input.brand.includes(brand ?? ""),
    sale: ({ was }) => input.on_sale !== true || was !== null,
    rating: ({ rating }) => rating >= (input.min_rating ?? 0) * 100,
    colour: ({ colours }) => asks("colour:", (value) => colours.includes(value)),
    litres: ({ litres }) => asks("litres:", (value) => litres !== null && within(litres, value)),
    washable: ({ washable }) => asks("washable:", (value) => value === String(washable)),
  };
  function asks(code: string, test: (value: string) => boolean): boolean {
    const asked = (input.attributes ?? []).filter((text) => text.startsWith(code));
    return asked.length === 0 || asked.some((text) => test(text.slice(code.length)));
  }
  const under = (own: string) =>
    items.filter((item) =>
      Object.entries(tests).every(([name, test]) => name === own || test(item)),
    );
  const count = (own: string, valuesOf: (item: Item) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const item of under(own)) {
      for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .filter(([value]) => value !== "")
      .map(([value, n]) => ({ value, label: value, count: n }))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  };
  const named = (own: string, valuesOf: (item: Item) => readonly string[], order: string[]) =>
    count(own, valuesOf).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  const litres = under("litres").flatMap((item) => item.litres ?? []);
  const attributes: Facets["attributes"] = [
    {
      ...{ code: "colour", name: "Colour", type: "choices" as const, unit: "", range: null },
      count: under("colour").filter(({ colours }) => colours.length > 0).length,
      values: named("colour", ({ colours }) => colours, ["red", "green", "blue"]),
    },
    {
      ...{ code: "litres", name: "Volume", type: "number" as const, unit: "l", values: [] },
      count: litres.length,
      range: { min: Math.min(...litres), max: Math.max(...litres) },
    },
    {
      ...{ code: "washable", name: "Washable", type: "boolean" as const, unit: "", range: null },
      count: under("washable").length,
      values: count("washable", ({ washable }) => [String(washable)]),
    },
  ];
  const amounts = under("price").map(({ price }) => price);
  const euros = (amount: number) => ({ amount, currency: "EUR" });
  return {
    total: under("").length,
    categories: count("category", ({ category }) => pathOf(category)),
    vendors: count("vendor", ({ vendor }) => [vendor]),
    tags: count("tag", ({ tags }) => tags),
    price:
      amounts.length === 0
        ? null
        : { min: euros(Math.min(...amounts)), max: euros(Math.max(...amounts)) },
    in_stock: under("stock").filter(({ stock }) => stock > 0).length,
    brands: count("brand", ({ brand }) => (brand === null ? [] : [brand])).map((value) => ({
      ...value,
      label: value.value.toUpperCase(),
    })),
    on_sale: under("sale").filter(({ was }) => was !== null).length,
    ratings: [4, 3, 2, 1].map((least) => ({
      min_rating: least,
      count: under("rating").filter(({ rating }) => rating >= least * 100).length,
    })),
    attributes: attributes.filter((facet) => facet.count > 0),
  };
}

/** `1..2`, open at either end; a single number is both. */
function within(number: number, range: string): boolean {
  const [from = "", to = from] = range.split("..");
  return number >= Number(from || -1e9) && number <= Number(to || 1e9);
}

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const wishes = fc.record(
  {
    q: some("wool", "clay"),
    category: some(...Object.keys(parents)),
    vendor: fc.uniqueArray(some("Ada", "Bo", "Nobody")),
    tag: fc.uniqueArray(some("new", "gift", "sale", "none")),
    min_price: some(0, 500, 1250, 9000),
    max_price: some(400, 1250, 3000),
    in_stock: fc.boolean(),
    brand: fc.uniqueArray(some("ada", "bo", "nobody")),
    on_sale: fc.boolean(),
    min_rating: some(1, 4, 5),
    attributes: fc.uniqueArray(
      some(
        ...["colour:red", "colour:blue", "colour:none", "washable:true"],
        ...["litres:1", "litres:..1.5", "litres:1..2", "litres:2.5.."],
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

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

  it("agree with a naive recount under any filters, in three statements", async () => {
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
        expect(statements).toHaveLength(3 + looked);
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
