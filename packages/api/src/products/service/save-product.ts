/** Stores a product whole: what the draft has, and what lists and search derive from it. */
import { isUniqueViolation, uuid7 } from "@souk/db";
import { categories, products } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, invalidField } from "../../kernel/errors.ts";
import * as prices from "../../prices/service/index.ts";
import * as search from "../../search/service/index.ts";
import { ProductDraft, type ReadyProduct, readDraft } from "../drafts.ts";
import { differs } from "./changes.ts";
import { plainText, sanitised } from "./description.ts";
import { foundPictures, type ReadyPicture, saveMedia, saveTags } from "./save-media.ts";
import { saveVariants } from "./save-variants.ts";

export type SaveOutcome = "created" | "updated" | "unchanged";

type ProductRow = typeof products.$inferSelect;

/**
 * Makes the product of this slug, or brings it up to date, in one unit of work. Saving the same draft
 * again changes no row. Throws `invalid_input`, `category_unknown`, `currency_unknown` or `sku_taken`,
 * naming the field.
 */
export async function saveProduct(ctx: Context, input: ProductDraft): Promise<SaveOutcome> {
  const draft = readDraft(ProductDraft, input);
  const ready = { ...draft, descriptionHtml: sanitised(draft.descriptionHtml) };
  try {
    return await inTransaction(ctx, async (ctx) =>
      store(ctx, ready, await foundPictures(ctx, draft.pictures)),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict("product_changed", "Somebody else has just saved this product or its SKUs.");
  }
}

async function store(
  ctx: Context,
  draft: ReadyProduct,
  pictures: readonly ReadyPicture[],
): Promise<SaveOutcome> {
  const before = await findForUpdate(ctx, draft.slug);
  const values = {
    ...columnsOf(draft, pictures),
    subtitle: draft.subtitle ?? before?.subtitle ?? "",
    categoryId: await categoryIdOf(ctx, draft.category, before),
    publishedAt: publicationOf(ctx, draft, before),
  };
  const id = before?.id ?? uuid7();
  const own = and(eq(products.storeId, ctx.store.id), eq(products.id, id));
  const rewritten = before !== undefined && differs(before, values);
  if (before === undefined) {
    const createdAt = ctx.now();
    await ctx.db.insert(products).values({ ...values, id, storeId: ctx.store.id, createdAt });
  } else if (rewritten) {
    await ctx.db.update(products).set(values).where(own);
  }
  const media = await saveMedia(ctx, id, pictures);
  const retagged = await saveTags(ctx, id, draft.tags);
  const remade = await saveVariants(ctx, id, draft, media.ids);
  const reindexed = await search.index(ctx, id, documentOf({ ...draft, ...values }));
  if (before === undefined || remade) await inventory.refreshAvailability(ctx, [id]);
  if (before === undefined) return "created";
  if (rewritten) return "updated";
  if (!media.changed && !retagged && !remade && !reindexed) return "unchanged";
  // Who asks "changed since?" means the whole product.
  await ctx.db.update(products).set({ updatedAt: ctx.now() }).where(own);
  return "updated";
}

async function findForUpdate(ctx: Context, slug: string): Promise<ProductRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), eq(products.slug, slug)))
    .for("update");
  return row;
}

async function categoryIdOf(
  ctx: Context,
  slug: string | null | undefined,
  before: ProductRow | undefined,
): Promise<string | null> {
  if (slug === undefined) return before?.categoryId ?? null;
  if (slug === null) return null;
  const [row] = await ctx.db
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.storeId, ctx.store.id), eq(categories.slug, slug)));
  if (row !== undefined) return row.id;
  throw invalidField("category", "category_unknown", `There is no category ${slug}.`);
}

/** A product that is published stays published since then, unless the draft names another moment. */
const publicationOf = (
  ctx: Context,
  { status, publishedAt }: ReadyProduct,
  before: ProductRow | undefined,
): Date | null => publishedAt ?? before?.publishedAt ?? (status === "active" ? ctx.now() : null);

function columnsOf(draft: ReadyProduct, [picture]: readonly ReadyPicture[]) {
  const { slug, title, vendor, productType, descriptionHtml, status, options } = draft;
  return {
    ...{ slug, title, vendor, productType, descriptionHtml, status, options },
    seoTitle: draft.seo.title,
    seoDescription: draft.seo.description,
    ...prices.summaryOf(
      draft.variants.map(({ price, compareAt }) => ({ amount: price, compareAt })),
    ),
    variantCount: draft.variants.length,
    pictureUrl: picture?.url ?? null,
    pictureAlt: picture?.alt ?? null,
  };
}

const documentOf = (draft: ReadyProduct & { subtitle: string }): search.SearchDocument => ({
  title: draft.title,
  vendor: draft.vendor,
  keywords: [
    draft.subtitle,
    draft.productType,
    ...draft.tags,
    ...draft.options.flatMap(({ values }) => values),
    ...draft.variants.flatMap(({ sku, barcode }) => [sku ?? "", barcode ?? ""]),
  ],
  body: plainText(draft.descriptionHtml),
});
