/** Who waits for a variant that is back, for the mails that tell them. */
import { stockAlerts, users, variants } from "@souk/db/schema";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { deriveAgain } from "../../../kernel/secrets.ts";
import { STOCK_ALERT } from "./subscribe.ts";

const BATCH = 100;

export interface Waiting {
  readonly id: string;
  readonly email: string;
  /** Takes back all wishes of the address; null: its key is gone. */
  readonly token: string | null;
}

/** In the order in which they asked; `after` is the last of the page before. */
export async function waitingFor(
  ctx: Context,
  variantId: string,
  after: string | null,
): Promise<readonly Waiting[]> {
  const rows = await ctx.db
    .select({
      id: stockAlerts.id,
      hash: stockAlerts.tokenHash,
      // Where the account lives now.
      email: sql<string>`coalesce(${users.email}, ${stockAlerts.email})`,
    })
    .from(stockAlerts)
    .leftJoin(users, and(eq(users.storeId, ctx.store.id), eq(users.id, stockAlerts.userId)))
    .where(
      and(
        eq(stockAlerts.storeId, ctx.store.id),
        eq(stockAlerts.variantId, variantId),
        isNull(stockAlerts.notifiedAt),
        after === null ? undefined : gt(stockAlerts.id, after),
      ),
    )
    .orderBy(asc(stockAlerts.id))
    .limit(BATCH);
  const { links } = ctx.ports.secrets;
  return rows.map(({ id, email, hash }) => {
    return { id, email, token: deriveAgain(links, STOCK_ALERT, { id, hash }) };
  });
}

/** The product's variants that somebody waits for. */
export async function waitedForOf(ctx: Context, productId: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: variants.id })
    .from(variants)
    .innerJoin(stockAlerts, eq(stockAlerts.variantId, variants.id))
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        eq(variants.productId, productId),
        eq(stockAlerts.storeId, ctx.store.id),
        isNull(stockAlerts.notifiedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

/** One mail, and the wish has done its work. */
export async function markTold(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .update(stockAlerts)
    .set({ notifiedAt: ctx.now() })
    .where(
      and(
        eq(stockAlerts.storeId, ctx.store.id),
        eq(stockAlerts.id, id),
        isNull(stockAlerts.notifiedAt),
      ),
    );
}
