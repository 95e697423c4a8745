/** Finding a collection that shoppers may see. */
import { defineQuery } from "@souk/db";
import { collections } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import { currentOf } from "../../service/slugs.ts";
import { storable } from "../../service/storable.ts";

export type CollectionRow = typeof collections.$inferSelect;

const bySlug = defineQuery<{ storeId: string; slug: string }, CollectionRow[]>((query, p) =>
  query
    .select()
    .from(collections)
    .where(
      and(
        eq(collections.storeId, p.storeId),
        eq(collections.slug, p.slug),
        eq(collections.isPublished, true),
      ),
    ),
);

/**
 * Of this slug, or of one that it had before. Throws `collection_not_found`; `field`: the filter that
 * named it, none where the address did.
 */
export async function findPublished(
  ctx: Context,
  slug: string,
  field?: "collection",
): Promise<CollectionRow> {
  const [row] = await bySlug(ctx.db, { storeId: ctx.store.id, slug: storable(slug) });
  const found = row ?? (await findFormer(ctx, slug));
  if (found !== undefined) return found;
  const message = "No such collection.";
  const details = field === undefined ? {} : { fields: { [field]: [message] } };
  throw new DomainError("not_found", "collection_not_found", message, details);
}

async function findFormer(ctx: Context, slug: string): Promise<CollectionRow | undefined> {
  const id = await currentOf(ctx, "collection", slug);
  if (id === null) return undefined;
  const [row] = await ctx.db
    .select()
    .from(collections)
    .where(
      and(
        eq(collections.storeId, ctx.store.id),
        eq(collections.id, id),
        eq(collections.isPublished, true),
      ),
    );
  return row;
}
