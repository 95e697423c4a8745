/** Proves that the demo store is whole: its data agrees with itself and its pictures are sound. */
import { describe, expect, it } from "vitest";
import { demoProducts, featuredSlugs } from "./catalog/index.ts";
import { demoCategories } from "./categories.ts";
import { demoRelations, detailsOf } from "./details.ts";
import { drawingNames, drawPicture } from "./pictures/index.ts";

const leaves = demoCategories.filter((category) => category.parent !== undefined);
const departments = demoCategories.filter((category) => category.parent === undefined);
const variants = demoProducts.flatMap((product) => product.variants);
const pictures = demoProducts.flatMap((product) => product.pictures);

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** The first thing wrong with the nesting of tags, or nothing. */
function misnested(markup: string): string | undefined {
  const open: string[] = [];
  for (const [tag, closing, name = "", selfClosing] of markup.matchAll(
    /<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (closing === "/") {
      if (open.pop() !== name) return tag;
    } else if (selfClosing !== "/") open.push(name);
  }
  return open.at(-1);
}

/** What is left when every well-formed tag and entity is taken away must be plain text. */
const leftovers = (markup: string): string =>
  markup
    .replace(/<\/?[a-zA-Z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, "")
    .replace(/[^<>&]/g, "");

describe("the demo store", () => {
  it("is large enough to look like a shop", () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(120);
    expect(leaves.length).toBeGreaterThanOrEqual(12);
    const withChoice = demoProducts.filter((product) => product.variants.length > 1);
    expect(withChoice.length / demoProducts.length).toBeGreaterThanOrEqual(0.6);
  });

  it("stands every shelf in a department and every product on a shelf", () => {
    const departmentSlugs = departments.map((category) => category.slug);
    for (const leaf of leaves) {
      expect(departmentSlugs).toContain(leaf.parent);
      const stocked = demoProducts.filter((product) => product.category === leaf.slug);
      expect(stocked.length, leaf.slug).toBeGreaterThanOrEqual(11);
    }
    const leafSlugs = leaves.map((category) => category.slug);
    for (const product of demoProducts) expect(leafSlugs).toContain(product.category);
  });

  it("never uses a slug, a title or a SKU twice", () => {
    expect(repeated(demoCategories.map((category) => category.slug))).toEqual([]);
    expect(repeated(demoProducts.map((product) => product.slug))).toEqual([]);
    expect(repeated(demoProducts.map((product) => product.title))).toEqual([]);
    expect(repeated(variants.map((variant) => variant.sku))).toEqual([]);
    for (const { slug } of demoProducts) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("relates products that exist to others", () => {
    const slugs = demoProducts.map((product) => product.slug);
    for (const [slug, relations] of Object.entries(demoRelations)) {
      for (const [, other] of relations) expect(slugs).toContain(other);
      expect(slugs).toContain(slug);
      expect(relations.map(([, other]) => other)).not.toContain(slug);
    }
  });

  it("knows where each of its makers works", () => {
    for (const product of demoProducts) {
      expect(detailsOf(product).customFields.country_of_origin, product.vendor).toBeDefined();
    }
  });

  it("features products that exist", () => {
    const slugs = demoProducts.map((product) => product.slug);
    for (const slug of featuredSlugs) expect(slugs).toContain(slug);
    expect(slugs.slice(0, featuredSlugs.length)).toEqual(featuredSlugs);
  });

  it.each(demoProducts)("$slug gives each variant one value for each option", (product) => {
    expect(product.options.length).toBeLessThanOrEqual(3);
    expect(product.variants.length).toBeGreaterThan(0);
    expect(repeated(product.variants.map((variant) => variant.values.join("/")))).toEqual([]);
    for (const { values, picture = 0 } of product.variants) {
      expect(values.length).toBe(product.options.length);
      for (const [index, option] of product.options.entries()) {
        expect(option.values).toContain(values[index]);
      }
      expect(product.pictures[picture]).toBeDefined();
    }
    for (const option of product.options) expect(repeated(option.values)).toEqual([]);
    expect(misnested(product.descriptionHtml)).toBeUndefined();
    expect(leftovers(product.descriptionHtml)).toBe("");
    for (const tag of product.tags) expect(tag).toMatch(/^[a-z-]+$/);
    expect(repeated(product.tags)).toEqual([]);
  });

  it("prices, weighs and counts in whole units", () => {
    for (const { sku, price, compareAt, stock, weightGrams } of variants) {
      expect(Number.isInteger(price) && price > 0, sku).toBe(true);
      expect(Number.isInteger(weightGrams) && weightGrams > 0, sku).toBe(true);
      expect(Number.isInteger(stock) && stock >= 0, sku).toBe(true);
      if (compareAt !== undefined) expect(compareAt, sku).toBeGreaterThan(price);
    }
    expect(variants.some((variant) => variant.stock === 0)).toBe(true);
    expect(variants.some((variant) => variant.stock > 0 && variant.stock < 5)).toBe(true);
  });
});

describe("the pictures", () => {
  it("are of drawings that exist, and every drawing is used", () => {
    for (const { drawing } of pictures) expect(drawingNames).toContain(drawing);
    const used = new Set(pictures.map((picture) => picture.drawing));
    expect(drawingNames.filter((name) => !used.has(name))).toEqual([]);
  });

  it("are never the same for two products", () => {
    const faces = demoProducts.map(({ pictures: [first] }) =>
      [first?.drawing, first?.colours].join(),
    );
    expect(repeated(faces)).toEqual([]);
  });

  it("are small, well-formed and inert, and the same each time", () => {
    for (const picture of pictures) {
      const svg = drawPicture(picture);
      expect(misnested(svg), picture.alt).toBeUndefined();
      expect(leftovers(svg), picture.alt).toBe("");
      expect(svg).not.toMatch(/<script|\son\w+=|href|NaN|undefined|Infinity/);
      expect(Buffer.byteLength(svg), picture.drawing).toBeLessThan(12_000);
      expect(drawPicture(picture)).toBe(svg);
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
      expect(repeated(ids), picture.alt).toEqual([]);
    }
  });

  it("escape what they are called", () => {
    const svg = drawPicture({ drawing: "mug", colours: ["#336699"], alt: 'Salt & "Pepper" <3' });
    expect(svg).toContain("<title>Salt &amp; &quot;Pepper&quot; &lt;3</title>");
  });
});
