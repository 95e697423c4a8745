/** Changes that leave all else of a product alone, however many variants it has. */
import { products, productTags } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import * as z from "zod";
import type { Context } from "../../kernel/context.ts";
import * as search from "../../search/service/index.ts";
import { readDraft, Tags } from "../drafts.ts";
import { differs } from "./changes.ts";
import { type Publication, publicationOf, refuseEarlyEnd } from "./publication.ts";
import { reindex } from "./reindex.ts";
import { saveTags } from "./save-media.ts";
import { categoryIdOf, type ProductRow, tell } from "./save-product.ts";

/** What is left out stays. */
export interface Amendment {
  /** A category's slug; null: in none. */
  readonly category?: string | null;
  readonly publication?: Publication;
  /** All of them, made of those that it has. */
  readonly tags?: (before: readonly string[]) => readonly string[];
}

/**
 * Of a product that is locked. Answers the names of what changed, as staff knows them. Throws
 * `category_unknown` and `invalid_input`, naming the field.
 */
export async function amendProduct(
  ctx: Context,
  before: ProductRow,
  { category, publication, tags }: Amendment,
): Promise<readonly string[]> {
  const values = {
    categoryId: await categoryIdOf(ctx, category, before),
    ...(publication === undefined ? {} : published(ctx, publication, before)),
  };
  const after = { ...before, ...values };
  const own = and(eq(products.storeId, ctx.store.id), eq(products.id, before.id));
  const retagged = tags !== undefined && (await retag(ctx, before.id, tags));
  if (!retagged && !differs(before, values)) return [];
  // With the moment of the change, also where only the tags are others.
  await ctx.db
    .update(products)
    .set({ ...values, updatedAt: ctx.now() })
    .where(own);
  if (retagged) await reindex(ctx, [before.id]);
  else if (publication !== undefined) await search.publicationChanged(ctx, before.id);
  await tell(ctx, { ...after, outcome: "updated" }, after, before);
  return [
    ...named.flatMap(([field, name]) =>
      differs({ value: before[field] }, { value: after[field] }) ? [name] : [],
    ),
    ...(retagged ? ["tags"] : []),
  ];
}

const named = [
  ["categoryId", "category"],
  ["status", "status"],
  ["publishedAt", "published_at"],
  ["unpublishAt", "unpublish_at"],
] as const;

function published(ctx: Context, wanted: Publication, before: ProductRow) {
  refuseEarlyEnd(ctx, wanted);
  const { status, unpublishAt = before.unpublishAt } = wanted;
  return { status, unpublishAt, publishedAt: publicationOf(ctx, wanted, before) };
}

async function retag(
  ctx: Context,
  productId: string,
  made: NonNullable<Amendment["tags"]>,
): Promise<boolean> {
  const rows = await ctx.db
    .select({ tag: productTags.tag })
    .from(productTags)
    .where(and(eq(productTags.storeId, ctx.store.id), eq(productTags.productId, productId)))
    .orderBy(asc(productTags.position), asc(productTags.tag));
  const wanted = { tags: [...made(rows.map(({ tag }) => tag))] };
  return saveTags(ctx, productId, readDraft(z.object({ tags: Tags }), wanted).tags);
}
