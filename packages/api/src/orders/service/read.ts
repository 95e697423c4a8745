/** Rows of orders as the contract shows them, in as many statements for a hundred as for one. */
import { orderLines, orders, payments } from "@souk/db/schema";
import { and, asc, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { totalsOf } from "../../cart/service/index.ts";
import type { Context, Customer } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { spend } from "../../kernel/limits.ts";
import { money } from "../../kernel/money.ts";
import { deriveAgain, deriveSecret, hashSecret } from "../../kernel/secrets.ts";
import { storable } from "../../kernel/typed-text.ts";
import { pictureOrNull } from "../../products/service/index.ts";
import type {
  ListOrdersInput,
  LookUpOrderInput,
  Order,
  OrderLine,
  OrderPage,
  OrderRef,
  OrderSummary,
} from "../contract.ts";
import { ERASED_EMAIL } from "./privacy.ts";

type OrderRow = typeof orders.$inferSelect;
type LineRow = typeof orderLines.$inferSelect;

const CURSOR_ORDER = "orders";
const PICTURES = 4;
const ORDER_ACCESS = "order-access";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function list(ctx: Context<Customer>, input: ListOrdersInput): Promise<OrderPage> {
  const { rows, next_cursor } = await pageOf(ctx, input, ownedBy(ctx));
  return { items: rows.map(({ summary }) => summary), next_cursor };
}

export interface PageOfOrders {
  readonly rows: readonly { readonly row: OrderRow; readonly summary: OrderSummary }[];
  readonly next_cursor: string | null;
}

/** Newest first: order ids are time-ordered, so sorting by id is sorting by age. */
export async function pageOf(
  ctx: Context,
  { cursor, limit, status }: ListOrdersInput,
  which: SQL | undefined,
): Promise<PageOfOrders> {
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.storeId, ctx.store.id),
        which,
        status === undefined ? undefined : eq(orders.status, status),
        after === null ? undefined : lt(orders.id, after.id),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const lines = await linesOf(ctx, page, PICTURES);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => ({ row, summary: summaryOf(row, lines.get(row.id) ?? []) })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

const summaryOf = (row: OrderRow, lines: readonly LineRow[]): OrderSummary => ({
  id: row.id,
  number: row.number,
  status: row.status,
  payment_status: row.paymentStatus,
  fulfillment_status: row.fulfillmentStatus,
  item_count: row.itemCount,
  total: money(row.total, row.currency),
  placed_at: row.placedAt.toISOString(),
  pictures: lines.flatMap((line) => pictureOf(line) ?? []),
});

/** Somebody else's order is "not found", so neither a number nor an id can be probed. */
export const get = (ctx: Context<Customer>, ref: OrderRef): Promise<Order> =>
  find(ctx, ref, ownedBy(ctx));

const ownedBy = ({ actor }: Context<Customer>): SQL => eq(orders.userId, actor.userId);

export async function find(ctx: Context, { number }: OrderRef, which?: SQL): Promise<Order> {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.storeId, ctx.store.id),
        which,
        UUID.test(number)
          ? eq(orders.id, number.toLowerCase())
          : eq(orders.number, storable(number)),
      ),
    );
  if (row === undefined) throw notFound("order");
  return orderOf(ctx, row);
}

/** By client: numbers can be guessed, so tokens must not be. */
const LOOK_UPS = { action: "order_look_up", times: 30, withinMs: 15 * 60_000 };

/** For guests. A wrong token and a wrong number answer alike. */
export async function lookUp(ctx: Context, input: LookUpOrderInput): Promise<Order> {
  await spend(ctx, LOOK_UPS);
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.storeId, ctx.store.id),
        eq(orders.number, input.number),
        eq(orders.accessTokenHash, hashSecret(input.access_token)),
      ),
    );
  if (row === undefined) throw notFound("order");
  return orderOf(ctx, row);
}

/** Inside the house: no question of who asks. */
export async function byId(ctx: Context, id: string): Promise<OrderRow | null> {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  return row ?? null;
}

/** A guest's key to an order; customers have their account instead. */
export const accessTokenOf = (ctx: Context, orderId: string, userId: string | null) =>
  userId === null ? deriveSecret(ctx.ports.secrets.links, ORDER_ACCESS, orderId) : null;

/** What the confirmation mail tells; null when there is nobody to tell. */
export async function forMail(
  ctx: Context,
  orderId: string,
): Promise<{ order: Order; access_token: string | null } | null> {
  const row = await byId(ctx, orderId);
  if (row === null || row.email === ERASED_EMAIL) return null;
  const { id, accessTokenHash: hash } = row;
  const links = ctx.ports.secrets.links;
  const token = hash === null ? null : deriveAgain(links, ORDER_ACCESS, { id, hash });
  return { order: await orderOf(ctx, row), access_token: token };
}

async function linesOf(
  ctx: Context,
  rows: readonly OrderRow[],
  most?: number,
): Promise<Map<string, LineRow[]>> {
  const byOrder = new Map<string, LineRow[]>();
  if (rows.length === 0) return byOrder;
  const lines = await ctx.db
    .select()
    .from(orderLines)
    .where(
      and(
        eq(orderLines.storeId, ctx.store.id),
        inArray(
          orderLines.orderId,
          rows.map(({ id }) => id),
        ),
        most === undefined ? undefined : lt(orderLines.position, most),
      ),
    )
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
  for (const line of lines) {
    const known = byOrder.get(line.orderId);
    if (known === undefined) byOrder.set(line.orderId, [line]);
    else known.push(line);
  }
  return byOrder;
}

export async function orderOf(ctx: Context, row: OrderRow): Promise<Order> {
  const { currency } = row;
  const lines = (await linesOf(ctx, [row])).get(row.id) ?? [];
  const [payment] = await ctx.db
    .select({ gateway: payments.gateway, method: payments.method, status: payments.status })
    .from(payments)
    .where(and(eq(payments.storeId, ctx.store.id), eq(payments.orderId, row.id)));
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    payment_status: row.paymentStatus,
    fulfillment_status: row.fulfillmentStatus,
    email: row.email,
    currency,
    prices_include_tax: row.pricesIncludeTax,
    lines: lines.map((line) => lineOf(line, currency)),
    totals: totalsOf(row, currency),
    shipping_address: row.shippingAddress,
    billing_address: row.billingAddress,
    shipping_method: {
      code: row.shippingMethodCode,
      name: row.shippingMethodName,
      min_days: row.shippingMinDays,
      max_days: row.shippingMaxDays,
    },
    payment: payment === undefined ? null : { ...payment, method: payment.method ?? "" },
    placed_at: row.placedAt.toISOString(),
  };
}

const lineOf = (line: LineRow, currency: string): OrderLine => ({
  id: line.id,
  variant_id: line.variantId,
  product_slug: line.productSlug,
  title: line.title,
  variant_title: line.variantTitle,
  sku: line.sku,
  options: line.options,
  picture: pictureOf(line),
  quantity: line.quantity,
  unit_price: money(line.unitPrice, currency),
  tax: money(line.tax, currency),
  total: money(line.total, currency),
});

const pictureOf = ({ pictureUrl, pictureAlt }: LineRow) => pictureOrNull(pictureUrl, pictureAlt);
