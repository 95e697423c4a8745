/**
 * A transfer's two steps. Sent, its units have left one location and lie in none; received, they lie in
 * the other. What was sent and did not arrive stays gone, and the transfer's line says so.
 */
import { stockTransferLines, stockTransfers } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { actorIdOf, type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, invalidField } from "../../../kernel/errors.ts";
import { changeStock, levelAt, type Move, moveStock } from "../../service/change-stock.ts";
import { placeOf } from "../../service/places.ts";
import { shelfOf } from "../../service/stock.ts";
import { shelved } from "../../service/variant-rows.ts";
import type { ReceiveTransferInput, Transfer, TransferRef } from "../contract.ts";
import { getTransfer, type LineRow, lockTransfer, type TransferRow } from "./rows.ts";

/** Only what nobody was promised leaves: all lines or none. */
export function sendTransfer(ctx: Context, ref: TransferRef): Promise<Transfer> {
  return inTransaction(ctx, async (ctx) => {
    const { row, lines } = await lockTransfer(ctx, ref, "draft");
    const variantIds = lines.map(({ variantId }) => variantId);
    await changeStock(ctx, variantIds, async (stock) => {
      const moves = lines.map(({ variantId, quantity }): Move => {
        shelved(stock, variantId);
        const levels = stock.levels.get(variantId) ?? [];
        const level = levels.find(({ locationId }) => locationId === row.fromLocationId);
        if (level === undefined || shelfOf(level) < quantity) throw notThere(row);
        return { ...movementOf(ctx, row, "transfer_out"), levelId: level.id, onHand: -quantity };
      });
      await moveStock(ctx, stock, moves);
    });
    await step(ctx, row, { status: "sent", sentAt: ctx.now() });
    return getTransfer(ctx, row);
  });
}

const notThere = ({ number }: TransferRow) =>
  conflict("not_on_shelf", `Not all of ${number} is on the shelf and free to go.`);

export function receiveTransfer(ctx: Context, input: ReceiveTransferInput): Promise<Transfer> {
  return inTransaction(ctx, async (ctx) => {
    const { row, lines } = await lockTransfer(ctx, input, "sent");
    const arrived = arrivedOf(lines, input.lines);
    await arriveAt(ctx, row, row.toLocationId, arrived);
    for (const { line, units } of arrived) {
      if (units === 0) continue;
      await ctx.db
        .update(stockTransferLines)
        .set({ received: units })
        .where(
          and(eq(stockTransferLines.storeId, ctx.store.id), eq(stockTransferLines.id, line.id)),
        );
    }
    await step(ctx, row, { status: "received", receivedAt: ctx.now() });
    return getTransfer(ctx, row);
  });
}

/** What was under way goes back to where it came from. */
export function cancelTransfer(ctx: Context, ref: TransferRef): Promise<Transfer> {
  return inTransaction(ctx, async (ctx) => {
    const { row, lines } = await lockTransfer(ctx, ref, "draft", "sent");
    if (row.status === "sent") {
      const back = lines.map((line) => ({ line, units: line.quantity }));
      await arriveAt(ctx, row, row.fromLocationId, back, "Canceled");
    }
    await step(ctx, row, { status: "canceled" });
    return getTransfer(ctx, row);
  });
}

interface Arrived {
  readonly line: LineRow;
  readonly units: number;
}

function arrivedOf(
  lines: readonly LineRow[],
  told: ReceiveTransferInput["lines"],
): readonly Arrived[] {
  const byVariant = new Map<string, number>();
  for (const [i, { variant_id, received }] of told.entries()) {
    const id = variant_id.toLowerCase();
    const field = `lines.${i}`;
    const line = lines.find(({ variantId }) => variantId === id);
    if (line === undefined || byVariant.has(id)) {
      const message = "Name each variant of the transfer once at most.";
      throw invalidField(`${field}.variant_id`, "transfer_line_unknown", message);
    }
    if (received > line.quantity) {
      const message = `No more can arrive than was sent: ${line.quantity}.`;
      throw invalidField(`${field}.received`, "more_than_sent", message);
    }
    byVariant.set(id, received);
  }
  return lines.map((line) => ({ line, units: byVariant.get(line.variantId) ?? line.quantity }));
}

async function arriveAt(
  ctx: Context,
  row: TransferRow,
  locationId: string,
  arrived: readonly Arrived[],
  note = "",
): Promise<void> {
  const place = await placeOf(ctx, locationId);
  const variantIds = arrived.map(({ line }) => line.variantId);
  await changeStock(ctx, variantIds, async (stock) => {
    const moves: Move[] = [];
    for (const { line, units } of arrived) {
      if (units === 0) continue;
      const level = await levelAt(ctx, stock, line.variantId, place);
      const movement = movementOf(ctx, row, "transfer_in");
      moves.push({ ...movement, levelId: level.id, onHand: units, note });
    }
    await moveStock(ctx, stock, moves);
  });
}

const movementOf = (
  ctx: Context,
  { number }: TransferRow,
  type: "transfer_out" | "transfer_in",
): Omit<Move, "levelId"> => ({ type, reference: number, actorId: actorIdOf(ctx) });

async function step(
  ctx: Context,
  { id, status }: TransferRow,
  next: Partial<typeof stockTransfers.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(stockTransfers)
    .set(next)
    .where(
      and(
        eq(stockTransfers.storeId, ctx.store.id),
        eq(stockTransfers.id, id),
        eq(stockTransfers.status, status),
      ),
    );
}
