/** Assets that others show: they name an id, and get the address that goes with it. */
import { assets } from "@souk/db/schema";
import { and, eq, inArray, like, or } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { keyOf, keyStartOf, urlOf } from "../sizes.ts";
import { ofPurpose } from "./rows.ts";

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
 * The caller's own uploads for reviews, by their ids as the database has them, locked until the unit of
 * work ends: nothing sweeps them away meanwhile. Throws `picture_repeated` and `picture_unknown`.
 */
export async function ownReviewPictures(
  ctx: Context<Customer>,
  ids: readonly string[],
  field: string,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const asked = ids.map((id) => id.toLowerCase());
  if (new Set(asked).size < asked.length) {
    throw invalidField(field, "picture_repeated", "Name each picture once.");
  }
  const rows = await ctx.db
    .select({ id: assets.id })
    .from(assets)
    .where(
      and(
        ofPurpose(ctx, "review"),
        eq(assets.uploadedBy, ctx.actor.userId),
        inArray(assets.id, asked),
      ),
    )
    .orderBy(assets.id)
    .for("update");
  if (rows.length === asked.length) return asked;
  throw invalidField(field, "picture_unknown", "You have uploaded no such picture.");
}
