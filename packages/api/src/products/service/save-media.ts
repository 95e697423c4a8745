/** A product's pictures and tags as its draft has them. */
import { uuid7 } from "@souk/db";
import { media, productTags } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { catalogPictures, type FoundPicture } from "../../media/service/index.ts";
import type { ReadyProduct } from "../drafts.ts";
import { differs } from "./changes.ts";

export interface ReadyPicture extends FoundPicture {
  readonly alt: string;
}

/** Each with its address, whichever way the draft names it. Throws `asset_unknown`. */
export async function foundPictures(
  ctx: Context,
  pictures: ReadyProduct["pictures"],
): Promise<readonly ReadyPicture[]> {
  const found = await catalogPictures(ctx, pictures);
  return found.map((picture, i) => ({ ...picture, alt: pictures[i]?.alt ?? "" }));
}

export interface SavedMedia {
  /** The id of each picture of the draft, in its order. */
  readonly ids: readonly string[];
  readonly changed: boolean;
}

export async function saveMedia(
  ctx: Context,
  productId: string,
  pictures: readonly ReadyPicture[],
): Promise<SavedMedia> {
  const own = and(eq(media.storeId, ctx.store.id), eq(media.productId, productId));
  const before = await ctx.db.select().from(media).where(own);
  const known = new Map(before.map((row) => [row.url, row]));
  const wanted = new Map<string, typeof media.$inferInsert & { id: string }>();
  for (const { url, alt, assetId } of pictures) {
    if (wanted.has(url)) continue;
    const id = known.get(url)?.id ?? uuid7();
    const position = wanted.size;
    wanted.set(url, { id, storeId: ctx.store.id, productId, assetId, url, alt, position });
  }
  const added = [...wanted.values()].filter(({ url }) => !known.has(url));
  const moved = [...wanted.values()].filter(({ url, alt, position, assetId }) => {
    const row = known.get(url);
    return row !== undefined && differs(row, { alt, position, assetId });
  });
  const gone = before.filter(({ url }) => !wanted.has(url)).map(({ id }) => id);
  if (gone.length > 0) await ctx.db.delete(media).where(and(own, inArray(media.id, gone)));
  for (const { id, alt, position, assetId } of moved) {
    await ctx.db
      .update(media)
      .set({ alt, position, assetId })
      .where(and(own, eq(media.id, id)));
  }
  if (added.length > 0) await ctx.db.insert(media).values(added);
  return {
    ids: pictures.map(({ url }) => wanted.get(url)?.id ?? ""),
    changed: added.length + moved.length + gone.length > 0,
  };
}

export async function saveTags(
  ctx: Context,
  productId: string,
  draftTags: readonly string[],
): Promise<boolean> {
  const own = and(eq(productTags.storeId, ctx.store.id), eq(productTags.productId, productId));
  const before = await ctx.db.select().from(productTags).where(own);
  const known = new Map(before.map((row) => [row.tag, row]));
  const wanted = [...new Set(draftTags)].map((tag, position) => ({ tag, position }));
  const tags = new Set(draftTags);
  const added = wanted.filter(({ tag }) => !known.has(tag));
  const moved = wanted.filter(({ tag, position }) => {
    const row = known.get(tag);
    return row !== undefined && row.position !== position;
  });
  const gone = before.filter(({ tag }) => !tags.has(tag)).map(({ id }) => id);
  if (gone.length > 0)
    await ctx.db.delete(productTags).where(and(own, inArray(productTags.id, gone)));
  for (const { tag, position } of moved) {
    await ctx.db
      .update(productTags)
      .set({ position })
      .where(and(own, eq(productTags.tag, tag)));
  }
  if (added.length > 0) {
    await ctx.db
      .insert(productTags)
      .values(added.map((tag) => ({ ...tag, storeId: ctx.store.id, productId })));
  }
  return added.length + moved.length + gone.length > 0;
}
