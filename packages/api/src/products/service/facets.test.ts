/** Facets and categories against a naive recount, on both engines. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import type { Facets, FacetsInput } from "../contract.ts";
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
  };
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
  };
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
    for (const { word, tags, ...item } of items) {
      await addProduct(shop, {
        ...item,
        tags: [...tags],
        descriptionHtml: `<p>${word}</p>`,
        title: "It",
      });
    }
    await addProduct(shop, { status: "draft", category: "toys", vendor: "Ada", tags: ["new"] });
  });
  afterAll(() => shop.close());

  it("agree with a naive recount under any filters, in two statements", async () => {
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
        expect(statements).toHaveLength(2 + looked);
      }),
      { numRuns: 60 },
    );
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
