/** Products of every kind, and what facets should say of them, counted one product at a time. */
import fc from "fast-check";
import type { Facets, FacetsInput } from "../contract.ts";

/** The departments and shelves, each with its parent. */
export const parents: Readonly<Record<string, string | null>> = {
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

export const items = Array.from(
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

export const pathOf = (slug: string | null): string[] =>
  slug === null ? [] : [slug, ...pathOf(parents[slug] ?? null)];

/** What the contract says, counted one product at a time. */
export function recount(input: FacetsInput): Facets {
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

export const wishes = fc.record(
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
