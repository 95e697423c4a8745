/** Collections as shoppers see them. Their products are a filter of the product list. */
import { collections } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import { type Translate, translateFor } from "../../translations/service/translate.ts";
import type {
  Collection,
  CollectionDetail,
  CollectionList,
  CollectionRef,
  CollectionsInput,
} from "../contract.ts";
import { type CollectionRow, findPublished } from "./find.ts";

export async function list(ctx: Context, input: CollectionsInput): Promise<CollectionList> {
  const rows = await ctx.db
    .select()
    .from(collections)
    .where(and(eq(collections.storeId, ctx.store.id), eq(collections.isPublished, true)))
    .orderBy(asc(collections.position), asc(collections.id));
  const translate = await translateFor(ctx, input?.locale, { kinds: ["collection"] });
  return { items: rows.map((row) => collectionOf(row, translate)) };
}

/** Throws `collection_not_found`. A former slug is answered with the collection, which tells its own. */
export async function get(
  ctx: Context,
  { slug, locale }: CollectionRef,
): Promise<CollectionDetail> {
  const row = await findPublished(ctx, slug);
  return detailOf(row, await translateFor(ctx, locale, { ids: [row.id] }));
}

const collectionOf = (row: CollectionRow, translate: Translate): Collection => ({
  id: row.id,
  slug: row.slug,
  name: translate(row.id, "name", row.name),
  description: translate(row.id, "description", row.description),
  picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
  sort: row.sort,
});

export const detailOf = (row: CollectionRow, translate: Translate): CollectionDetail => ({
  ...collectionOf(row, translate),
  seo: {
    title: translate(row.id, "seo_title", row.seoTitle),
    description: translate(row.id, "seo_description", row.seoDescription),
  },
});
