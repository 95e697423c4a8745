/** Assets that others show: they name an id, and get the address that goes with it. */
import { assets } from "@souk/db/schema";
import { and, eq, inArray, like, or, sql } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { keyOf, keyStartOf, urlOf } from "../sizes.ts";
import { ofPurpose } from "./rows.ts";
import { isAttachedToReview } from "./use.ts";

export interface PictureRef {
  readonly assetId?: string | undefined;
  readonly url?: string | undefined;
}

export interface FoundPicture {
  /** Null: the picture lies elsewhere. */
  readonly assetId: string | null;
  readonly url: string;
}

/**
 * Pictures of the catalogue, in the order asked for, by asset or by address; an address of ours finds
 * its asset again. What was found stays until the unit of work ends. Throws `asset_unknown`, naming
 * `pictures.N.assetId`.
 */
export async function catalogPictures(
  ctx: Context,
  refs: readonly PictureRef[],
): Promise<readonly FoundPicture[]> {
  const ids = refs.flatMap(({ assetId }) => assetId?.toLowerCase() ?? []);
  const keys = refs.flatMap(({ url }) => (url === undefined ? [] : (keyOf(url) ?? [])));
  if (ids.length + keys.length === 0) {
    return refs.map(({ url }) => ({ assetId: null, url: url ?? "" }));
  }
  const rows = await ctx.db
    .select({ id: assets.id, storageKey: assets.storageKey })
    .from(assets)
    .where(
      and(ofPurpose(ctx, "catalog"), or(inArray(assets.id, ids), inArray(assets.storageKey, keys))),
    )
    .orderBy(assets.id)
    .for("key share");
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byUrl = new Map(rows.map((row) => [urlOf(row.storageKey), row]));
  return refs.map(({ assetId, url = "" }, i) => {
    if (assetId === undefined) return { assetId: byUrl.get(url)?.id ?? null, url };
    const row = byId.get(assetId.toLowerCase());
    if (row !== undefined) return { assetId: row.id, url: urlOf(row.storageKey) };
    throw invalidField(`pictures.${i}.assetId`, "asset_unknown", UNKNOWN);
  });
}

/**
 * For who keeps an address only: where it is one of ours, in whichever size, the picture stays until the
 * unit of work ends. Throws `asset_unknown`, naming the field.
 */
export async function holdCatalogPicture(ctx: Context, url: string, field: string): Promise<void> {
  const start = keyStartOf(url);
  if (start === null) return;
  const [row] = await ctx.db
    .select({ id: assets.id })
    .from(assets)
    .where(and(ofPurpose(ctx, "catalog"), like(assets.storageKey, `${start}%`)))
    .for("key share");
  if (row === undefined) throw invalidField(field, "asset_unknown", UNKNOWN);
}

const UNKNOWN = "There is no such picture. Upload it first.";

/**
 * The caller's own uploads that no review shows yet, locked until the unit of work ends. Throws
 * `asset_unknown`, naming `pictures.N`, for any other.
 */
export async function ownReviewPictures(
  ctx: Context<Customer>,
  ids: readonly string[],
): Promise<readonly FoundPicture[]> {
  if (ids.length === 0) return [];
  const asked = ids.map((id) => id.toLowerCase());
  const rows = await ctx.db
    .select({ id: assets.id, storageKey: assets.storageKey })
    .from(assets)
    .where(
      and(
        ofPurpose(ctx, "review"),
        eq(assets.uploadedBy, ctx.actor.userId),
        inArray(assets.id, asked),
        sql`not ${isAttachedToReview}`,
      ),
    )
    .orderBy(assets.id)
    .for("update");
  const byId = new Map(rows.map((row) => [row.id, row]));
  return asked.map((id, i) => {
    const row = byId.get(id);
    if (row !== undefined && asked.indexOf(id) === i) {
      return { assetId: row.id, url: urlOf(row.storageKey) };
    }
    const message = "Upload this picture first, and show it once.";
    throw invalidField(`pictures.${i}`, "asset_unknown", message);
  });
}
