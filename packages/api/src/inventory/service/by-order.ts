/** What staff does with the units of an order: they are sent, not sent after all, or come back. */
import { orders, payments, variants } from "@souk/db/schema";
import { and, eq, or } from "drizzle-orm";
import { actorIdOf, type Context, inTransaction } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type {
  ChangedLevels,
  DeallocateInput,
  ReturnInput,
  ShipInput,
  StockLevel,
} from "../contract.ts";
import { levelById } from "./list-levels.ts";
import type { ReserveLine } from "./parts.ts";
import { placeOf } from "./places.ts";
import { putBack } from "./returns.ts";
import { type Cause, deallocate, ship } from "./shipping.ts";

export const shipUnits = (ctx: Context, input: ShipInput): Promise<ChangedLevels> =>
  changeOf(ctx, input, ship);

export const deallocateUnits = (ctx: Context, input: DeallocateInput): Promise<ChangedLevels> =>
  changeOf(ctx, input, deallocate);

export const returnUnits = (ctx: Context, input: ReturnInput): Promise<ChangedLevels> =>
  changeOf(ctx, input, async (ctx, paymentId, lines, cause) => {
    const place = await placeOf(ctx, input.location_id);
    return putBack(ctx, paymentId, lines, { ...cause, place });
  });

type Act = (
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  cause: Cause,
) => Promise<readonly string[]>;

function changeOf(ctx: Context, input: ShipInput, act: Act): Promise<ChangedLevels> {
  const { order, quantity, note = "" } = input;
  const variantId = input.variant_id.toLowerCase();
  return inTransaction(ctx, async (ctx) => {
    const paymentId = await paymentOf(ctx, order);
    await refuseUnknown(ctx, variantId);
    const cause = { note, actorId: actorIdOf(ctx) };
    const levelIds = await act(ctx, paymentId, [{ variantId, quantity }], cause);
    const levels: StockLevel[] = [];
    for (const id of levelIds) levels.push(await levelById(ctx, id));
    return { levels };
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What paid for an order, named by its number or id: its stock goes by that. */
export async function paymentOf(ctx: Context, order: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        UUID.test(order)
          ? or(eq(orders.id, order.toLowerCase()), eq(orders.number, order))
          : eq(orders.number, order),
      ),
    );
  if (row === undefined) throw notFound("order");
  return row.id;
}

async function refuseUnknown(ctx: Context, id: string): Promise<void> {
  const [known] = await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, id)));
  if (known === undefined) throw notFound("variant");
}
