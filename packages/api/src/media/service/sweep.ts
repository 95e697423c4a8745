/** Pictures that customers uploaded for a review they never sent, or that lost theirs. */
import { assets } from "@souk/db/schema";
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { drop } from "./library.ts";
import { type AssetRow, ofPurpose } from "./rows.ts";
import { isAttachedToReview } from "./use.ts";

export const REVIEW_PICTURES_WAIT_HOURS = 24;
const HOUR_MS = 3_600_000;
const BATCH = 200;

/** Many nodes may call it. Answers how many it forgot. */
export async function sweep(ctx: Context): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const some = await inTransaction(ctx, sweepSome);
    forgotten += some;
    if (some < BATCH) return forgotten;
  }
}

async function sweepSome(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - REVIEW_PICTURES_WAIT_HOURS * HOUR_MS);
  const old = await ctx.db
    .select({ id: assets.id })
    .from(assets)
    .where(
      and(ofPurpose(ctx, "review"), lte(assets.createdAt, before), sql`not ${isAttachedToReview}`),
    )
    .orderBy(asc(assets.id))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  return dropUnattached(
    ctx,
    old.map(({ id }) => id),
  );
}

/** Of those that the caller has locked: a review may have taken one just before. */
export async function dropUnattached(ctx: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows: Pick<AssetRow, "id" | "storageKey">[] = await ctx.db
    .select({ id: assets.id, storageKey: assets.storageKey })
    .from(assets)
    .where(
      and(
        eq(assets.storeId, ctx.store.id),
        inArray(assets.id, [...ids]),
        sql`not ${isAttachedToReview}`,
      ),
    );
  await drop(ctx, rows);
  return rows.length;
}
