/** Attributes, collections and translations of the demo store, through the services. */
import {
  type Context,
  categories,
  collections,
  products,
  productTypes,
  translations,
} from "@souk/api";
import { featuredSlugs } from "./demo/catalog/index.ts";
import {
  frenchAttributes,
  frenchCategories,
  frenchCollections,
  frenchProducts,
} from "./demo/french.ts";
import { choicesOfAll, GARMENTS } from "./demo/specification.ts";

export async function saveAttributes(ctx: Context): Promise<void> {
  const { id: garments } = await productTypes.create(ctx, { name: GARMENTS });
  const own = { product_type_id: null, is_required: false, is_filterable: true };
  const plain = { ...own, unit: "", choices: [] };
  await productTypes.createAttribute(ctx, {
    ...{ ...plain, code: "material", name: "Material", type: "choices", position: 0 },
    choices: [...choicesOfAll.material],
  });
  await productTypes.createAttribute(ctx, {
    ...{ ...plain, code: "colour", name: "Colour", type: "choices", position: 1 },
    choices: [...choicesOfAll.colour],
  });
  await productTypes.createAttribute(ctx, {
    ...{ ...plain, code: "garment_size", name: "Size", type: "choices", position: 2 },
    ...{ product_type_id: garments, choices: [...choicesOfAll.size] },
  });
  await productTypes.createAttribute(ctx, {
    ...{ ...plain, code: "capacity_ml", name: "Capacity", type: "number", position: 3 },
    unit: "ml",
  });
  await productTypes.createAttribute(ctx, {
    ...{ ...plain, code: "handmade", name: "Handmade", type: "boolean", position: 4 },
  });
}

export async function saveCollections(ctx: Context): Promise<void> {
  const none = { seo: { title: "", description: "" }, picture: null, is_published: true };
  const { id } = await collections.create(ctx, {
    ...{ ...none, kind: "manual", name: "In the front window", slug: "front-window", position: 0 },
    ...{ description: "What we would show you first.", rules: [], match_all: true },
  });
  const picked: string[] = [];
  for (const slug of featuredSlugs) picked.push((await products.get(ctx, { id: slug })).id);
  await collections.addProducts(ctx, { id, product_ids: picked });
  await collections.create(ctx, {
    ...{ ...none, kind: "rules", name: "Gifts under 50 €", slug: "gifts-under-50", position: 1 },
    ...{ description: "Small things that are remembered.", match_all: true, sort: "price_asc" },
    rules: [
      { field: "tag", op: "any_of", value: ["gift"] },
      { field: "price", op: "at_most", value: 5000 },
      { field: "in_stock", op: "is", value: true },
    ],
  });
  await collections.create(ctx, {
    ...{ ...none, kind: "rules", name: "Just in", slug: "just-in", position: 2 },
    ...{ description: "Of the last two months.", match_all: true },
    rules: [{ field: "published", op: "within_days", value: 60 }],
  });
}

/** A store that was opened without French stays as it is. */
export async function saveTranslations(ctx: Context): Promise<void> {
  if (!ctx.store.locales.includes("fr")) return;
  const save = (kind: Kind, id: string, texts: Readonly<Record<string, string>>) =>
    translations.save(ctx, { kind, subject_id: id, locale: "fr", texts: { ...texts } });
  for (const { slug, id } of (await categories.list(ctx)).items) {
    const texts = frenchCategories[slug];
    if (texts !== undefined) await save("category", id, texts);
  }
  for (const { code, id } of (await productTypes.listAttributes(ctx)).items) {
    const texts = frenchAttributes[code];
    if (texts !== undefined) await save("attribute", id, texts);
  }
  for (const { slug, id } of (await collections.listAll(ctx)).items) {
    const texts = frenchCollections[slug];
    if (texts !== undefined) await save("collection", id, texts);
  }
  for (const [slug, texts] of Object.entries(frenchProducts)) {
    await save("product", (await products.get(ctx, { id: slug })).id, texts);
  }
}

type Kind = Parameters<typeof translations.save>[1]["kind"];
