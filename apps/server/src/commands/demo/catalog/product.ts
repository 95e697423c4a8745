/** Turns the short sheets that the catalogue is written on into full demo products. */
import type { DemoPicture, DemoProduct, DemoVariant } from "../demo-product.ts";
import { type Hue, hues, isHue } from "./hues.ts";

/** One value of an option, and what choosing it adds in cents and grams. */
export type Choice = readonly [value: string, code: string, cents?: number, grams?: number];

export interface Sheet {
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly story: string;
  readonly facts?: readonly string[];
  /** Words parted by spaces. */
  readonly tags: string;
  /** The start of every SKU; the codes of the chosen values follow. */
  readonly sku: string;
  readonly price: number;
  readonly was?: number;
  readonly grams: number;
  readonly options?: Readonly<Record<string, readonly Choice[]>>;
  /** Combinations that are not made, as values joined by " / ". */
  readonly without?: readonly string[];
  /** Dealt out to the variants in turn, from the start again when it runs out. */
  readonly stock: readonly number[];
  readonly drawing: string;
  /** Follows the chosen colour where there is a choice, and is all of the colours where not. */
  readonly palette: readonly string[];
}

/** Choices of colour or material; each of them gets a picture of its own. */
export const inks = (...names: readonly Hue[]): readonly Choice[] =>
  names.map((name) => [name, hues[name].code]);

export const garmentSizes: readonly Choice[] = [
  ["XS", "XS"],
  ["S", "S"],
  ["M", "M", 0, 15],
  ["L", "L", 0, 30],
  ["XL", "XL", 0, 45],
];

function combinations(options: readonly (readonly Choice[])[]): readonly (readonly Choice[])[] {
  return options.reduce<readonly (readonly Choice[])[]>(
    (made, choices) => made.flatMap((head) => choices.map((choice) => [...head, choice])),
    [[]],
  );
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const tintsOf = (sheet: Sheet): readonly Hue[] =>
  Object.values(sheet.options ?? {})
    .map((choices) => choices.map(([value]) => value))
    .find((values) => values.every(isHue))
    ?.filter(isHue) ?? [];

function picturesOf(sheet: Sheet): readonly DemoPicture[] {
  const tints = tintsOf(sheet);
  const { drawing } = sheet;
  if (tints.length === 0) return [{ drawing, colours: sheet.palette, alt: sheet.title }];
  return tints.map((tint) => ({
    drawing,
    colours: [hues[tint].hex, ...sheet.palette],
    alt: `${sheet.title} in ${tint.toLowerCase()}`,
  }));
}

function variantsOf(sheet: Sheet): readonly DemoVariant[] {
  const tints = tintsOf(sheet);
  return combinations(Object.values(sheet.options ?? {}))
    .map((chosen) => ({ chosen, values: chosen.map(([value]) => value) }))
    .filter(({ values }) => !sheet.without?.includes(values.join(" / ")))
    .map(({ chosen, values }, index) => {
      const extra = sum(chosen.map(([, , cents = 0]) => cents));
      const picture = tints.findIndex((tint) => values.includes(tint));
      return {
        values,
        sku: [sheet.sku, ...chosen.map(([, code]) => code)].join("-"),
        price: sheet.price + extra,
        ...(sheet.was === undefined ? {} : { compareAt: sheet.was + extra }),
        stock: sheet.stock[index % sheet.stock.length] ?? 0,
        weightGrams: sheet.grams + sum(chosen.map(([, , , grams = 0]) => grams)),
        ...(picture > 0 ? { picture } : {}),
      };
    });
}

function describe(sheet: Sheet): string {
  const facts = (sheet.facts ?? []).map((fact) => `<li>${fact}</li>`).join("");
  return `<p>${sheet.story}</p>${facts === "" ? "" : `<ul>${facts}</ul>`}`;
}

/** All the products of one category. */
export const shelf = (category: string, sheets: readonly Sheet[]): readonly DemoProduct[] =>
  sheets.map((sheet) => ({
    slug: sheet.slug,
    title: sheet.title,
    subtitle: sheet.subtitle,
    category,
    vendor: sheet.vendor,
    descriptionHtml: describe(sheet),
    tags: sheet.tags.split(" "),
    options: Object.entries(sheet.options ?? {}).map(([name, choices]) => ({
      name,
      values: choices.map(([value]) => value),
    })),
    variants: variantsOf(sheet),
    pictures: picturesOf(sheet),
  }));
