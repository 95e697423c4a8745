/** A catalogue of which every member is set, as JSON Lines carry it. */
import fc from "fast-check";
import * as inventory from "../../inventory/service/index.ts";
import type { ProductDraft } from "../../products/drafts.ts";
import * as catalogue from "../../products/service/index.ts";
import type { Shop } from "../../testing/index.ts";

/** One after the other: the stores of a test share what connections a database has. */
export async function each<In, Out>(
  items: readonly In[],
  see: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const seen: Out[] = [];
  for (const item of items) seen.push(await see(item));
  return seen;
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,"=]{0,10}[a-z]$/);
const amount = fc.integer({ min: 1, max: 9_999_999 });
const length = fc.integer({ min: 1, max: 1000 });

/** Sets every member that a product has. */
export const drafts = fc.array(
  fc
    .record({
      title: word,
      tag: word.map((text) => text.replaceAll(",", "")),
      price: amount,
      dollars: amount,
      length,
      tracked: fc.boolean(),
    })
    .map(
      ({ title, tag, price, dollars, length, tracked }): Omit<ProductDraft, "slug"> => ({
        title,
        subtitle: `${title} too`,
        vendor: "Loom",
        productType: "Lamp",
        attributes: { watts: length / 8, light: ["warm", "cold"], dimmable: tracked, made: title },
        descriptionHtml: "<p>Warm.</p>",
        category: "lamps",
        publishedAt: new Date("2026-01-01T10:00:00.000Z"),
        unpublishAt: new Date("2099-01-01T10:00:00.000Z"),
        customFields: { care_instructions: title, country_of_origin: "FR" },
        tags: [tag],
        options: [{ name: "Size", values: ["S", "L"] }],
        pictures: [
          { url: "/1.jpg", alt: title },
          { url: "/2.jpg", alt: "" },
        ],
        seo: { title, description: tag },
        variants: ["S", "L"].map((size, i) => ({
          values: [size],
          barcode: `${price}`,
          price: price + i,
          compareAt: price + 100,
          prices: [{ currency: "USD", amount: dollars, compareAt: dollars + 1 }],
          weightGrams: length,
          ...{ lengthMm: length, widthMm: length + 1, heightMm: length + 2 },
          customFields: { hs_code: "123456" },
          requiresShipping: i === 0,
          taxable: i === 1,
          tracksInventory: tracked || i === 0,
          onHand: length,
          backorderLimit: i * 5,
          picture: i,
        })),
      }),
    ),
  { minLength: 2, maxLength: 3 },
);

export async function fill(
  here: Shop,
  given: readonly Omit<ProductDraft, "slug">[],
): Promise<void> {
  const ctx = here.ctx();
  // The first is drawn on first; the last is closed, and something lies there still.
  for (const code of ["paris", "berlin", "rome"]) {
    const is_active = code !== "rome";
    await catalogue.saveLocation(ctx, {
      code,
      name: `In ${code}`,
      country_code: "FR",
      is_active,
    });
  }
  const seo = { title: "Lamps of ours", description: "All of them" };
  await catalogue.saveCategory(ctx, { slug: "lamps", name: "Lamps", seo });
  const lamp = { product_type: "Lamp" };
  await catalogue.saveAttribute(ctx, {
    ...{ ...lamp, code: "watts", name: "Watts", type: "number", unit: "W" },
    ...{ is_filterable: true, is_required: true, position: 2 },
  });
  const choices = ["warm", "cold"];
  await catalogue.saveAttribute(ctx, {
    ...{ ...lamp, code: "light", name: "Light", type: "choices", choices },
  });
  await catalogue.saveAttribute(ctx, { code: "dimmable", name: "Dimmable", type: "boolean" });
  await catalogue.saveAttribute(ctx, { code: "made", name: "Made", type: "text" });
  await catalogue.saveBrand(ctx, {
    ...{ name: "Loom", slug: "the-loom", description: "Weavers", logo_url: "/loom.svg", seo },
  });
  await catalogue.saveProductType(ctx, { name: "Chair" });
  for (const [i, draft] of given.entries()) {
    const variants = draft.variants.map((one, j) => ({ ...one, sku: `${i}-${j}` }));
    const formerSlugs = [`former-${i}`, `older-${i}`];
    await catalogue.saveProduct(ctx, { ...draft, variants, slug: `p-${i}`, formerSlugs });
  }
  await stockElsewhere(here);
  // The first is related to one that comes later in the file, and that one to the first.
  for (const [product, other, kind] of [
    ["p-0", "p-1", "accessory"],
    ["p-1", "p-0", "upgrade"],
  ] as const) {
    await catalogue.relate(ctx, { product, relations: [{ kind, product: other }] });
  }
  await catalogue.saveProduct(ctx, { slug: "set", title: "Set", variants: [{ price: 900 }] });
  const variantOf = async (slug: string) =>
    (await catalogue.get(ctx, { id: slug })).variants[0]?.id ?? "";
  // The day was still to come when staff set it.
  await inventory.setVariantTerms(ctx, {
    ...{ variant_id: await variantOf("p-0"), low_stock_threshold: 9 },
    preorder_ships_at: "2020-01-01T00:00:00.000Z",
  });
  const components = [
    { variant_id: await variantOf("p-1"), quantity: 2 },
    { variant_id: await variantOf("p-0"), quantity: 1 },
  ];
  await inventory.setBundle(ctx, { variant_id: await variantOf("set"), components });
  await catalogue.saveCollection(ctx, {
    ...{ slug: "ruled", name: "Ruled", made: "rules", match_all: false, description: "Some" },
    ...{ seo, position: 4, is_published: true, picture: { url: "/c.jpg", alt: "C" } },
    rules: [
      { field: "category", op: "any_of", value: ["lamps"] },
      { field: "brand", op: "none_of", value: ["the-loom"] },
      { field: "attribute", op: "any_of", value: { code: "made", values: ["here"] } },
      { field: "price", op: "at_most", value: 5000 },
    ],
  });
  const terms = { slug: "picked", name: "Picked", made: "manual", is_published: false } as const;
  await catalogue.saveCollection(ctx, { ...terms, products: ["p-1", "p-0"] });
  for (const [of, named, texts] of [
    ["attribute", "light", { name: "Lumière", "choice.warm": "chaude" }],
    ["brand", "the-loom", { description: "Tisserands" }],
    ["category", "lamps", { name: "Lampes" }],
    ["product", "p-0", { title: "Lampe", "option.Size": "Taille", "option.Size.S": "Petite" }],
    ["collection", "picked", { name: "Choisies" }],
  ] as const) {
    await catalogue.saveTranslation(ctx, { of, named, locale: "fr", texts });
  }
  for (const [of, named] of [
    ["brand", "the-loom"],
    ["category", "lamps"],
    ["collection", "ruled"],
  ] as const) {
    await catalogue.saveRedirects(ctx, { of, named, from: [`old-${named}`, `older-${named}`] });
  }
}

async function stockElsewhere(here: Shop): Promise<void> {
  const ctx = here.ctx();
  const { items } = await inventory.listLocations(ctx);
  const sold = await each(["p-0", "p-1"], async (id) => {
    const { variants } = await catalogue.get(ctx, { id });
    return variants[0]?.id ?? "";
  });
  for (const [i, { id: location_id }] of items.slice(1).entries()) {
    for (const [j, variant_id] of sold.entries()) {
      await inventory.receive(ctx, { variant_id, location_id, quantity: 3 + i + 5 * j });
    }
  }
  const levels = await inventory.levelsOfVariant(ctx, sold[0] ?? "");
  await inventory.updateLevel(ctx, { id: levels[1]?.id ?? "", backorder_limit: 2 });
}
