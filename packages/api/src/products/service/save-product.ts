/** Stores a product whole: what the draft has, and what lists and search derive from it. */
import { isUniqueViolation, uuid7 } from "@souk/db";
import { categories, products } from "@souk/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, invalidField, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import * as search from "../../search/service/index.ts";
import { ensureBrand } from "../brands/service/ensure.ts";
import { ProductDraft, type ReadyProduct, readDraft } from "../drafts.ts";
import { productCreated, productPublished, productUpdated } from "../events.ts";
import * as types from "../types/service/index.ts";
import { differs, kept } from "./changes.ts";
import { setFields } from "./custom-fields.ts";
import { sanitised } from "./description.ts";
import { publicationOf, refuseEarlyEnd } from "./publication.ts";
import { foundPictures, type ReadyPicture, saveMedia, saveTags } from "./save-media.ts";
import { saveRelations } from "./save-relations.ts";
import { saveVariants } from "./save-variants.ts";
import { documentOf, furtherWordsOf } from "./search-document.ts";
import { rememberSlug, saveFormerSlugs } from "./slugs.ts";

export type SaveOutcome = "created" | "updated" | "unchanged";

/** Which product a draft is for: that of its slug, made when there is none; a new one; that of the id. */
export type Target = "slug" | "new" | { readonly id: string };

export interface Saved {
  readonly id: string;
  readonly outcome: SaveOutcome;
}

interface Stored extends Saved {
  readonly publishedAt: Date | null;
}

export type ProductRow = typeof products.$inferSelect;

/** As `writeProduct`, for the product of the draft's slug. */
export async function saveProduct(ctx: Context, input: ProductDraft): Promise<SaveOutcome> {
  return (await writeProduct(ctx, input, "slug")).outcome;
}

/**
 * Makes the product, or brings it up to date, in one unit of work. Saving the same draft again changes
 * no row. Throws `invalid_input`, `slug_taken`, `category_unknown`, `currency_unknown`,
 * `product_unknown`, `variant_unknown`, `variant_in_bundle` or `sku_taken`, naming the field;
 * `product_in_bin`.
 */
export async function writeProduct(
  ctx: Context,
  input: ProductDraft,
  target: Target,
): Promise<Saved> {
  const draft = readDraft(ProductDraft, input);
  const ready = { ...draft, descriptionHtml: sanitised(draft.descriptionHtml) };
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await findForUpdate(ctx, draft.slug, target);
      const pictures = await foundPictures(ctx, draft.pictures);
      const saved = await store(ctx, { draft: ready, before, pictures });
      await tell(ctx, saved, draft, before);
      return { id: saved.id, outcome: saved.outcome };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict("product_changed", "Somebody else has just saved this product or its SKUs.");
  }
}

interface Task {
  readonly draft: ReadyProduct;
  readonly before: ProductRow | undefined;
  readonly pictures: readonly ReadyPicture[];
}

async function store(ctx: Context, { draft, before, pictures }: Task): Promise<Stored> {
  refuseEarlyEnd(ctx, draft);
  const values = {
    ...columnsOf(draft, pictures),
    subtitle: draft.subtitle ?? before?.subtitle ?? "",
    brandId: await ensureBrand(ctx, draft.vendor),
    categoryId: await categoryIdOf(ctx, draft.category, before),
    productTypeId: await types.ensure(ctx, draft.productType),
    publishedAt: publicationOf(ctx, draft, before),
    unpublishAt: kept(draft.unpublishAt, before?.unpublishAt),
    customFields: kept(setFields(draft.customFields), before?.customFields),
  };
  const id = before?.id ?? uuid7();
  const stored = { id, publishedAt: values.publishedAt };
  const own = and(eq(products.storeId, ctx.store.id), eq(products.id, id));
  const rewritten = before !== undefined && differs(before, values);
  if (before === undefined) {
    const createdAt = ctx.now();
    await ctx.db.insert(products).values({ ...values, id, storeId: ctx.store.id, createdAt });
  } else if (rewritten) {
    await ctx.db.update(products).set(values).where(own);
  }
  await rememberSlug(ctx, "product", {
    subjectId: id,
    from: before?.slug ?? null,
    to: draft.slug,
  });
  const redirected =
    draft.formerSlugs !== undefined &&
    (await saveFormerSlugs(ctx, {
      kind: "product",
      subjectId: id,
      slugs: draft.formerSlugs,
      field: "formerSlugs",
    }));
  const media = await saveMedia(ctx, id, pictures);
  const retagged = await saveTags(ctx, id, draft.tags);
  const related = await saveRelations(ctx, id, draft.relations);
  const remade = await saveVariants(ctx, id, draft, media.ids);
  const { productTypeId, status } = values;
  const bearer = { productId: id, productTypeId, isActive: status === "active" };
  const respecified = await types.saveAttributes(ctx, bearer, draft.attributes);
  const further = await furtherWordsOf(ctx, [{ id, brandId: values.brandId }]);
  const described = { ...draft, subtitle: values.subtitle };
  const reindexed = await search.index(ctx, id, documentOf(described, further.get(id)));
  if (rewritten && !reindexed) await search.publicationChanged(ctx, id);
  if (before === undefined || remade) await inventory.refreshAvailability(ctx, [id]);
  if (before === undefined) return { ...stored, outcome: "created" };
  if (rewritten) return { ...stored, outcome: "updated" };
  if (
    ![redirected, media.changed, retagged, related, remade, respecified, reindexed].includes(true)
  ) {
    return { ...stored, outcome: "unchanged" };
  }
  // Who asks "changed since?" means the whole product.
  await ctx.db.update(products).set({ updatedAt: ctx.now() }).where(own);
  return { ...stored, outcome: "updated" };
}

/** Of a product that was stored, by its draft or otherwise. */
export async function tell(
  ctx: Context,
  { id, outcome, publishedAt }: Stored,
  { slug, status }: Pick<ReadyProduct, "slug" | "status">,
  before: Pick<ProductRow, "status"> | undefined,
): Promise<void> {
  if (outcome === "unchanged") return;
  await publish(ctx, (outcome === "created" ? productCreated : productUpdated)({ id, slug }));
  if (status !== "active" || before?.status === "active") return;
  await publish(ctx, productPublished({ id, slug, publishedAt }));
}

async function findForUpdate(
  ctx: Context,
  slug: string,
  target: Target,
): Promise<ProductRow | undefined> {
  const id = typeof target === "object" ? target.id.toLowerCase() : undefined;
  const rows = await ctx.db
    .select()
    .from(products)
    .where(
      and(
        eq(products.storeId, ctx.store.id),
        or(eq(products.slug, slug), id === undefined ? undefined : eq(products.id, id)),
      ),
    )
    .orderBy(asc(products.id))
    .for("update");
  const holder = rows.find((row) => row.slug === slug);
  const before = target === "slug" ? holder : rows.find((row) => row.id === id);
  if (id !== undefined && before === undefined) throw notFound("product");
  if (before?.deletedAt) {
    throw conflict("product_in_bin", "This product is in the bin. Restore it first.");
  }
  if (holder === undefined || holder === before) return before;
  const message = `Another product${holder.deletedAt ? " in the bin" : ""} has this slug.`;
  throw conflict("slug_taken", message, { fields: { slug: [message] } });
}

/** Of a slug; where none is told, the product's own. Throws `category_unknown`, naming the field. */
export async function categoryIdOf(
  ctx: Context,
  slug: string | null | undefined,
  before: Pick<ProductRow, "categoryId"> | undefined,
): Promise<string | null> {
  if (slug === undefined) return before?.categoryId ?? null;
  if (slug === null) return null;
  const [row] = await ctx.db
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.storeId, ctx.store.id), eq(categories.slug, slug)))
    // Whoever deletes it meanwhile waits, and then finds the product in it.
    .for("key share");
  if (row !== undefined) return row.id;
  throw invalidField("category", "category_unknown", `There is no category ${slug}.`);
}

function columnsOf(draft: ReadyProduct, [picture]: readonly ReadyPicture[]) {
  const { slug, title, vendor, productType, descriptionHtml, status, options } = draft;
  return {
    ...{ slug, title, vendor, productType, descriptionHtml, status, options },
    seoTitle: draft.seo.title,
    seoDescription: draft.seo.description,
    variantCount: draft.variants.length,
    pictureUrl: picture?.url ?? null,
    pictureAlt: picture?.alt ?? null,
  };
}
