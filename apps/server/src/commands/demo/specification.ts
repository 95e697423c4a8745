/** What the demo products are made of and hold, read off their sheets. */
import { demoProducts } from "./catalog/index.ts";
import type { DemoProduct } from "./demo-product.ts";

/** By category. */
const types: Readonly<Record<string, string>> = {
  "mugs-and-cups": "Drinkware",
  "bowls-and-plates": "Tableware",
  "cooking-and-prep": "Cookware",
  "tea-and-pantry": "Provisions",
  lighting: "Lighting",
  "blankets-and-cushions": "Home textiles",
  "furniture-and-storage": "Furniture",
  clothing: "Apparel",
  "bags-and-travel": "Luggage",
  stationery: "Stationery",
  "toys-and-games": "Playthings",
  "desk-and-sound": "Workspace",
  "bath-and-body": "Body care",
  "garden-and-plants": "Gardening",
};

export const productTypeOf = ({ category }: DemoProduct): string => types[category] ?? "";

export const GARMENTS = "Apparel";

/** By the tag that tells of it. */
const materials: Readonly<Record<string, string>> = {
  canvas: "Canvas",
  "cast-iron": "Cast iron",
  cotton: "Cotton",
  enamel: "Enamel",
  glass: "Glass",
  leather: "Leather",
  linen: "Linen",
  paper: "Paper",
  porcelain: "Porcelain",
  steel: "Steel",
  stoneware: "Stoneware",
  wood: "Wood",
  wool: "Wool",
};

const optionOf = ({ options }: DemoProduct, wanted: string): readonly string[] =>
  options.find(({ name }) => name === wanted)?.values ?? [];

const everyValue = (of: (product: DemoProduct) => readonly string[]): string[] =>
  [...new Set(demoProducts.flatMap(of))].sort();

export const choicesOfAll: Readonly<Record<"colour" | "material" | "size", readonly string[]>> = {
  colour: everyValue((product) => optionOf(product, "Colour")),
  material: Object.values(materials),
  size: ["XS", "S", "M", "L", "XL"],
};

/** The first volume that its description names. */
function capacityOf({ descriptionHtml }: DemoProduct): number | null {
  const [, number, unit] = /(\d+(?:\.\d+)?) (ml|litres?)\b/.exec(descriptionHtml) ?? [];
  if (number === undefined) return null;
  return Math.round(Number(number) * (unit === "ml" ? 1 : 1000));
}

export function attributesOf(product: DemoProduct): Record<string, string[] | number | boolean> {
  const capacity = capacityOf(product);
  const sizes = optionOf(product, "Size").filter((size) => choicesOfAll.size.includes(size));
  return {
    colour: [...optionOf(product, "Colour")],
    material: product.tags.flatMap((tag) => materials[tag] ?? []),
    ...(capacity === null ? {} : { capacity_ml: capacity }),
    ...(productTypeOf(product) === GARMENTS ? { garment_size: sizes } : {}),
    handmade: product.tags.includes("handmade"),
  };
}
