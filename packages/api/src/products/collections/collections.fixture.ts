/** Products for collections, and rules with what they should find. */
import type { CollectionRule } from "./contract.ts";

export interface Item {
  readonly slug: string;
  readonly category: string | null;
  readonly vendor: string;
  readonly tags: string[];
  readonly price: number;
  readonly was: number | null;
  readonly stock: number;
  readonly productType: string;
  readonly litres: number | null;
  readonly days: number;
}
export const items = Array.from(
  { length: 30 },
  (_, i): Item => ({
    slug: `p-${i}`,
    category: ["home", "lamps", "toys", null][i % 4] ?? null,
    vendor: ["Ada", "Bo", ""][i % 3] ?? "",
    tags: [["new", "gift"], ["gift"], []][i % 3] ?? [],
    price: 500 + (i % 7) * 500,
    was: i % 4 === 0 ? 9900 : null,
    stock: i % 5 === 0 ? 0 : 3,
    productType: ["Lamp", "Game", ""][i % 3] ?? "",
    litres: i % 2 === 0 ? null : i / 2,
    days: i * 3,
  }),
);

type Shelves = ReadonlyMap<string, string>;

const below: Readonly<Record<string, readonly string[]>> = {
  home: ["home", "lamps"],
  lamps: ["lamps"],
  toys: ["toys"],
};

/** A rule, and the same said of one product. */
export interface Said {
  readonly rule: CollectionRule;
  readonly test: (item: Item) => boolean;
}
const listed = (field: "tag" | "vendor" | "product_type", value: string): Said[] => {
  const has = (item: Item) =>
    field === "tag"
      ? item.tags.includes(value)
      : (field === "vendor" ? item.vendor : item.productType) === value;
  return [
    { rule: { field, op: "any_of", value: [value] }, test: has },
    { rule: { field, op: "none_of", value: [value] }, test: (item) => !has(item) },
  ];
};
const shelved = (shelves: Shelves, name: string): Said[] => {
  const on = ({ category }: Item) => category !== null && (below[name] ?? []).includes(category);
  const value = [shelves.get(name) ?? ""];
  return [
    { rule: { field: "category", op: "any_of", value }, test: on },
    {
      rule: { field: "category", op: "none_of", value },
      test: (item) => !on(item),
    },
  ];
};
/** Rules of every field and op. `shelves`: category ids by name. */
export const saidOf = (shelves: Shelves): readonly Said[] => [
  ...listed("tag", "gift"),
  ...listed("tag", "new"),
  ...listed("vendor", "Ada"),
  ...listed("product_type", "Lamp"),
  ...["home", "lamps", "toys"].flatMap((name) => shelved(shelves, name)),
  {
    rule: { field: "price", op: "at_least", value: 1500 },
    test: ({ price }) => price >= 1500,
  },
  {
    rule: { field: "price", op: "at_most", value: 1500 },
    test: ({ price }) => price <= 1500,
  },
  { rule: { field: "in_stock", op: "is", value: true }, test: ({ stock }) => stock > 0 },
  {
    rule: { field: "in_stock", op: "is", value: false },
    test: ({ stock }) => stock === 0,
  },
  { rule: { field: "on_sale", op: "is", value: true }, test: ({ was }) => was !== null },
  { rule: { field: "on_sale", op: "is", value: false }, test: ({ was }) => was === null },
  { rule: { field: "rating", op: "at_least", value: 1 }, test: () => false },
  { rule: { field: "rating", op: "at_most", value: 5 }, test: () => false },
  { rule: { field: "created", op: "within_days", value: 1 }, test: () => true },
  { rule: { field: "created", op: "before_days", value: 1 }, test: () => false },
  {
    rule: { field: "published", op: "within_days", value: 30 },
    test: ({ days }) => days < 30,
  },
  {
    rule: { field: "published", op: "before_days", value: 30 },
    test: ({ days }) => days >= 30,
  },
  {
    rule: { field: "attribute", op: "at_least", value: { code: "litres", number: 4.5 } },
    test: ({ litres }) => litres !== null && litres >= 4.5,
  },
  {
    rule: { field: "attribute", op: "at_most", value: { code: "litres", number: 4.5 } },
    test: ({ litres }) => litres !== null && litres <= 4.5,
  },
  {
    rule: {
      field: "attribute",
      op: "any_of",
      value: { code: "litres", values: ["4.5"] },
    },
    test: ({ litres }) => litres === 4.5,
  },
  {
    rule: {
      field: "attribute",
      op: "none_of",
      value: { code: "litres", values: ["4.5"] },
    },
    test: ({ litres }) => litres !== 4.5,
  },
];
