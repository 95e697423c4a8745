/** The pictures of the catalogue: listed, shown, deleted by staff. */
import { assets } from "@souk/db/schema";
import { and, desc, eq, lt } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import type { Asset, AssetPage, AssetRef, ListAssetsInput } from "../contract.ts";
import { assetDeleted } from "../events.ts";
import { type AssetRow, assetOf, ofPurpose } from "./rows.ts";
import { shownBy } from "./use.ts";

const CURSOR_ORDER = "assets";

/** Newest first. */
export async function list(ctx: Context, input: ListAssetsInput): Promise<AssetPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select()
    .from(assets)
    .where(and(ofPurpose(ctx, "catalog"), after === null ? undefined : lt(assets.id, after.id)))
    .orderBy(desc(assets.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(assetOf),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

export async function get(ctx: Context, { id }: AssetRef): Promise<Asset> {
  const [row] = await ctx.db.select().from(assets).where(ownAsset(ctx, id));
  if (row === undefined) throw notFound("asset");
  return assetOf(row);
}

const ownAsset = (ctx: Context, id: string) =>
  and(ofPurpose(ctx, "catalog"), eq(assets.id, id.toLowerCase()));

/** Its files go soon after. Throws `asset_in_use` while the catalogue shows it. */
export async function remove(ctx: Context<Staff>, { id }: AssetRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    // Whoever shows it anew locks it, too: one of the two comes first.
    const [row] = await ctx.db.select().from(assets).where(ownAsset(ctx, id)).for("update");
    if (row === undefined) throw notFound("asset");
    const shower = await shownBy(ctx, row);
    if (shower !== null) {
      throw conflict("asset_in_use", `A ${shower} shows this picture. Take it out there first.`);
    }
    await drop(ctx, [row]);
    await record(ctx, { action: "asset.deleted", subject: { type: "asset", id: row.id } });
  });
}

/** Rows that nothing refers to any more. */
export async function drop(
  ctx: Context,
  rows: readonly Pick<AssetRow, "id" | "storageKey">[],
): Promise<void> {
  for (const row of rows) {
    await ctx.db.delete(assets).where(and(eq(assets.storeId, ctx.store.id), eq(assets.id, row.id)));
    await publish(ctx, assetDeleted(row));
  }
}
