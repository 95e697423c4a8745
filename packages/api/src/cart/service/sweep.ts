/** Carts that guests walked away from: forgotten in time, with the addresses in them. */
import { carts } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { forgetCarts } from "./privacy.ts";

export const GUEST_CARTS_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const BATCH = 500;

/** Many nodes may call it. Answers how many it forgot. */
export async function sweep(ctx: Context): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const some = await inTransaction(ctx, sweepSome);
    forgotten += some;
    if (some < BATCH) return forgotten;
  }
}

/** Locked, so that a guest who comes back this very moment keeps the cart, or finds it gone. */
async function sweepSome(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - GUEST_CARTS_KEPT_DAYS * DAY_MS);
  const old = await ctx.db
    .select({ id: carts.id })
    .from(carts)
    .where(
      and(
        eq(carts.storeId, ctx.store.id),
        inArray(carts.status, ["active", "merged"]),
        lte(carts.updatedAt, before),
        isNull(carts.userId),
        // Forgotten before, and kept for the books.
        sql`${carts.tokenHash} not like 'erased:%'`,
      ),
    )
    .orderBy(asc(carts.id))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  await forgetCarts(
    ctx,
    old.map(({ id }) => id),
  );
  return old.length;
}
