/** A guest's orders become an account's: only when its owner asks, and only by an address they proved. */
import { orders } from "@souk/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { findById, lockUser, type UserRow } from "../../users/service/index.ts";
import type { ClaimableOrders } from "../contract.ts";

type Ctx = Context<Customer>;

export async function claimable(ctx: Ctx): Promise<ClaimableOrders> {
  const address = provedBy(await findById(ctx, ctx.actor.userId));
  if (address === null) return { count: 0 };
  const [counted] = await ctx.db
    .select({ count: count() })
    .from(orders)
    .where(unclaimed(ctx, address));
  return { count: Number(counted?.count) };
}

/** Answers how many it took. What two calls ask for at once, one of them takes. */
export function claim(ctx: Ctx): Promise<ClaimableOrders> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    const address = provedBy(await lockUser(ctx, userId));
    if (address === null) return { count: 0 };
    const taken = await ctx.db
      .update(orders)
      // The guest's key would open an account's order to whoever was given it.
      .set({ userId, accessTokenHash: null, updatedAt: ctx.now() })
      .where(unclaimed(ctx, address))
      .returning({ id: orders.id });
    if (taken.length > 0) {
      await record(ctx, {
        action: "orders.claimed",
        subject: { type: "user", id: userId },
        details: { orders: taken.map(({ id }) => id) },
      });
    }
    return { count: taken.length };
  });
}

const provedBy = (user: UserRow | null): string | null =>
  user === null || user.emailVerifiedAt === null ? null : user.emailCanonical;

const unclaimed = (ctx: Context, emailCanonical: string) =>
  and(
    eq(orders.storeId, ctx.store.id),
    eq(orders.emailCanonical, emailCanonical),
    isNull(orders.userId),
  );
