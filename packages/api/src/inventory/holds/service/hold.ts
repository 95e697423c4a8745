/**
 * Holds that end by themselves. What a payment holds has no end of its own and is none of them: its
 * gateway alone decides it.
 */
import { uuid7 } from "@souk/db";
import { stockLevels, stockReservations } from "@souk/db/schema";
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { actorIdOf, type Context, inTransaction } from "../../../kernel/context.ts";
import { notFound } from "../../../kernel/errors.ts";
import { release, reserve } from "../../service/reservations.ts";
import type { Hold, HoldInput, HoldRef } from "../contract.ts";
import { refuseUncounted } from "./counted.ts";

const MINUTE_MS = 60_000;
const BATCH = 100;

/** All lines or, by a `conflict`, none. */
export async function hold(ctx: Context, input: HoldInput): Promise<Hold> {
  const id = uuid7();
  const { reference, minutes } = input;
  const expiresAt = new Date(ctx.now().getTime() + minutes * MINUTE_MS);
  const lines = input.lines.map(({ variant_id, quantity }) => ({
    variantId: variant_id.toLowerCase(),
    quantity,
  }));
  return inTransaction(ctx, async (ctx) => {
    await refuseUncounted(ctx, lines);
    await reserve(ctx, id, lines, { expiresAt, note: reference, actorId: actorIdOf(ctx) });
    return { id, reference, expires_at: expiresAt.toISOString(), lines: await linesOf(ctx, id) };
  });
}

async function linesOf(ctx: Context, id: string): Promise<Hold["lines"]> {
  return await ctx.db
    .select({
      variant_id: stockLevels.variantId,
      location_id: stockLevels.locationId,
      quantity: stockReservations.quantity,
    })
    .from(stockReservations)
    .innerJoin(stockLevels, eq(stockLevels.id, stockReservations.levelId))
    .where(and(eq(stockReservations.storeId, ctx.store.id), eq(stockReservations.paymentId, id)))
    .orderBy(asc(stockReservations.id));
}

/** Releasing again, or what has expired meanwhile, changes nothing. */
export async function releaseHold(ctx: Context, ref: HoldRef): Promise<void> {
  const id = ref.id.toLowerCase();
  await inTransaction(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ id: stockReservations.id })
      .from(stockReservations)
      .where(
        and(
          eq(stockReservations.storeId, ctx.store.id),
          eq(stockReservations.paymentId, id),
          isNotNull(stockReservations.expiresAt),
        ),
      )
      .limit(1);
    if (known === undefined) throw notFound("hold");
    await release(ctx, id, { note: "Released", actorId: actorIdOf(ctx) });
  });
}

/** Many nodes may call it: each hold is released by one of them, once. Answers how many it released. */
export async function releaseExpired(ctx: Context): Promise<number> {
  let released = 0;
  for (;;) {
    const expired = await expiredHolds(ctx);
    if (expired.length === 0) return released;
    for (const { id } of expired) {
      const done = await inTransaction(ctx, (ctx) => release(ctx, id, { note: "Expired" }));
      if (done) released += 1;
    }
  }
}

const expiredHolds = (ctx: Context) =>
  ctx.db
    .selectDistinct({ id: stockReservations.paymentId })
    .from(stockReservations)
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        eq(stockReservations.status, "held"),
        lte(stockReservations.expiresAt, ctx.now()),
      ),
    )
    .limit(BATCH);
