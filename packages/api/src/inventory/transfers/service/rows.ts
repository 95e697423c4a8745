/** Transfers as they are read, and found to be changed. */
import {
  products,
  stockLocations,
  stockTransferLines,
  stockTransfers,
  variants,
} from "@souk/db/schema";
import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import type {
  ListTransfersInput,
  Transfer,
  TransferLine,
  TransferPage,
  TransferRef,
} from "../contract.ts";

export type TransferRow = typeof stockTransfers.$inferSelect;
export type LineRow = typeof stockTransferLines.$inferSelect;

const CURSOR_ORDER = "stock_transfers";
const from = alias(stockLocations, "from_location");
const to = alias(stockLocations, "to_location");

/** Newest first, in one statement a page. */
export async function listTransfers(
  ctx: Context,
  { cursor, limit, status }: ListTransfersInput,
): Promise<TransferPage> {
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await transferRows(
    ctx,
    and(
      status === undefined ? undefined : eq(stockTransfers.status, status),
      after === null ? undefined : lt(stockTransfers.id, after.id),
    ),
  )
    .orderBy(desc(stockTransfers.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({ ...identityOf(row), line_count: row.lines, units: row.units })),
    next_cursor:
      last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.transfer.id }),
  };
}

export async function getTransfer(ctx: Context, ref: TransferRef): Promise<Transfer> {
  const id = ref.id.toLowerCase();
  const [row] = await transferRows(ctx, eq(stockTransfers.id, id));
  if (row === undefined) throw notFound("transfer");
  return { ...identityOf(row), lines: await shownLines(ctx, row.transfer) };
}

const overLines = ({ store }: Context, value: SQL): SQL<number> =>
  sql<number>`(
  select ${value} from ${stockTransferLines}
  where ${stockTransferLines.storeId} = ${store.id}
    and ${stockTransferLines.transferId} = ${stockTransfers.id})`.mapWith(Number);

const transferRows = (ctx: Context, which: SQL | undefined) =>
  ctx.db
    .select({
      transfer: stockTransfers,
      from: { id: from.id, code: from.code, name: from.name },
      to: { id: to.id, code: to.code, name: to.name },
      lines: overLines(ctx, sql`count(*)`),
      units: overLines(ctx, sql`coalesce(sum(${stockTransferLines.quantity}), 0)`),
    })
    .from(stockTransfers)
    .innerJoin(from, eq(from.id, stockTransfers.fromLocationId))
    .innerJoin(to, eq(to.id, stockTransfers.toLocationId))
    .where(and(eq(stockTransfers.storeId, ctx.store.id), which))
    .$dynamic();

const identityOf = ({
  transfer: row,
  ...ends
}: Pick<Awaited<ReturnType<typeof transferRows>>[number], "transfer" | "from" | "to">) => ({
  id: row.id,
  number: row.number,
  status: row.status,
  from: ends.from,
  to: ends.to,
  note: row.note,
  created_at: row.createdAt.toISOString(),
  sent_at: row.sentAt?.toISOString() ?? null,
  received_at: row.receivedAt?.toISOString() ?? null,
});

async function shownLines(ctx: Context, { id, status }: TransferRow): Promise<TransferLine[]> {
  const rows = await ctx.db
    .select({
      line: stockTransferLines,
      sku: variants.sku,
      title: products.title,
      variantTitle: variants.title,
    })
    .from(stockTransferLines)
    .innerJoin(variants, eq(variants.id, stockTransferLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(stockTransferLines.storeId, ctx.store.id), eq(stockTransferLines.transferId, id)))
    .orderBy(asc(stockTransferLines.position), asc(stockTransferLines.id));
  return rows.map(({ line, sku, title, variantTitle }) => ({
    ...{ variant_id: line.variantId, sku, title, variant_title: variantTitle },
    ...{ quantity: line.quantity, received: line.received },
    lost: status === "received" ? line.quantity - line.received : 0,
  }));
}

/** Locked, so that of those who send, receive or cancel it at once one acts. */
export async function lockTransfer(
  ctx: Context,
  { id }: TransferRef,
  ...statuses: readonly TransferRow["status"][]
): Promise<{ readonly row: TransferRow; readonly lines: readonly LineRow[] }> {
  const [row] = await ctx.db
    .select()
    .from(stockTransfers)
    .where(and(eq(stockTransfers.storeId, ctx.store.id), eq(stockTransfers.id, id.toLowerCase())))
    .for("update");
  if (row === undefined) throw notFound("transfer");
  if (!statuses.includes(row.status)) {
    throw conflict("transfer_status", `The transfer ${row.number} is ${row.status}.`);
  }
  const lines = await ctx.db
    .select()
    .from(stockTransferLines)
    .where(
      and(eq(stockTransferLines.storeId, ctx.store.id), eq(stockTransferLines.transferId, row.id)),
    )
    .orderBy(asc(stockTransferLines.position), asc(stockTransferLines.id));
  return { row, lines };
}
