/** Writing a transfer down. Nothing moves before it is sent. */
import { stockTransferLines, stockTransfers, variants } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { nextNumber } from "../../../kernel/counters.ts";
import { DomainError, type FieldErrors, invalidField } from "../../../kernel/errors.ts";
import { placeOf } from "../../service/places.ts";
import type { CreateTransferInput, Transfer, UpdateTransferInput } from "../contract.ts";
import { getTransfer, lockTransfer, type TransferRow } from "./rows.ts";

type Lines = CreateTransferInput["lines"];

export function createTransfer(ctx: Context, input: CreateTransferInput): Promise<Transfer> {
  return inTransaction(ctx, async (ctx) => {
    const ends = await endsOf(ctx, input.from_location_id, input.to_location_id);
    await refuseUnmovable(ctx, input.lines);
    const number = await nextNumber(ctx, "transfer_number");
    const createdAt = ctx.now();
    const [row] = await ctx.db
      .insert(stockTransfers)
      .values({
        ...{ storeId: ctx.store.id, number: `TR-${number}`, status: "draft" as const },
        ...{ ...ends, note: input.note, createdAt },
      })
      .returning({ id: stockTransfers.id });
    if (row === undefined) throw new Error("the transfer was not stored");
    await insertLines(ctx, row.id, input.lines);
    return getTransfer(ctx, row);
  });
}

/** What the input leaves out stays. Only a draft is changed. */
export function updateTransfer(ctx: Context, input: UpdateTransferInput): Promise<Transfer> {
  return inTransaction(ctx, async (ctx) => {
    const { row } = await lockTransfer(ctx, input, "draft");
    const { from_location_id: from, to_location_id: to, note = row.note, lines } = input;
    const ends = await endsOf(ctx, from ?? row.fromLocationId, to ?? row.toLocationId);
    await ctx.db
      .update(stockTransfers)
      .set({ ...ends, note })
      .where(and(eq(stockTransfers.storeId, ctx.store.id), eq(stockTransfers.id, row.id)));
    if (lines !== undefined) await replaceLines(ctx, row, lines);
    return getTransfer(ctx, row);
  });
}

async function endsOf(ctx: Context, fromId: string, toId: string) {
  const [from, to] = [await placeOf(ctx, fromId), await placeOf(ctx, toId)];
  if (from.id === to.id) {
    throw invalidField("to_location_id", "transfer_to_itself", "Choose another location.");
  }
  return { fromLocationId: from.id, toLocationId: to.id };
}

async function replaceLines(ctx: Context, { id }: TransferRow, lines: Lines): Promise<void> {
  await refuseUnmovable(ctx, lines);
  await ctx.db
    .delete(stockTransferLines)
    .where(
      and(eq(stockTransferLines.storeId, ctx.store.id), eq(stockTransferLines.transferId, id)),
    );
  await insertLines(ctx, id, lines);
}

async function insertLines(ctx: Context, transferId: string, lines: Lines): Promise<void> {
  await ctx.db.insert(stockTransferLines).values(
    lines.map(({ variant_id, quantity }, position) => ({
      ...{ storeId: ctx.store.id, transferId, variantId: variant_id.toLowerCase() },
      ...{ quantity, position },
    })),
  );
}

/** A transfer names each variant once, and only such as have a shelf. */
async function refuseUnmovable(ctx: Context, lines: Lines): Promise<void> {
  const ids = lines.map(({ variant_id }) => variant_id.toLowerCase());
  const rows = await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        inArray(variants.id, ids),
        eq(variants.tracksInventory, true),
        eq(variants.isBundle, false),
      ),
    );
  const movable = new Set(rows.map(({ id }) => id));
  const fields: FieldErrors = Object.fromEntries(
    ids.flatMap((id, i) => {
      const twice = ids.indexOf(id) < i;
      if (movable.has(id) && !twice) return [];
      const message = twice ? "This variant is listed twice." : "No variant with stock of its own.";
      return [[`lines.${i}.variant_id`, [message]]];
    }),
  );
  if (Object.keys(fields).length === 0) return;
  throw new DomainError("invalid", "transfer_line_invalid", "Invalid input.", { fields });
}
