/** What a customer bought and may therefore review: each line of a paid order once. */
import { orderLines, orders, products, reviews } from "@souk/db/schema";
import { and, desc, eq, isNull, lt, type SQL } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import type { ListReviewableInput, ReviewableLinePage } from "../contract.ts";

type Ctx = Context<Customer>;

const CURSOR_ORDER = "reviewable";

/** The last bought first. What left the catalogue for good, or lies in the bin, is not among them. */
export async function eligible(ctx: Ctx, input: ListReviewableInput): Promise<ReviewableLinePage> {
  const { cursor, limit, product_id: productId } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select({
      id: orderLines.id,
      variantTitle: orderLines.variantTitle,
      pictureUrl: orderLines.pictureUrl,
      pictureAlt: orderLines.pictureAlt,
      number: orders.number,
      placedAt: orders.placedAt,
      product: { id: products.id, slug: products.slug, title: products.title },
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .leftJoin(
      reviews,
      and(eq(reviews.storeId, ctx.store.id), eq(reviews.orderLineId, orderLines.id)),
    )
    .where(
      and(
        ...ownLines(ctx),
        eq(orders.status, "placed"),
        eq(orders.paymentStatus, "paid"),
        eq(products.storeId, ctx.store.id),
        isNull(products.deletedAt),
        isNull(reviews.id),
        productId === undefined ? undefined : eq(orderLines.productId, productId.toLowerCase()),
        after === null ? undefined : lt(orderLines.id, after.id),
      ),
    )
    .orderBy(desc(orderLines.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ id, number, placedAt, product, variantTitle, pictureUrl, pictureAlt }) => ({
      order_line_id: id,
      order_number: number,
      placed_at: placedAt.toISOString(),
      product,
      variant_title: variantTitle,
      picture: pictureUrl === null ? null : { url: pictureUrl, alt: pictureAlt ?? "" },
    })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

const ownLines = (ctx: Ctx): (SQL | undefined)[] => [
  eq(orders.storeId, ctx.store.id),
  eq(orders.userId, ctx.actor.userId),
  eq(orderLines.storeId, ctx.store.id),
];

export interface BoughtLine {
  readonly id: string;
  readonly productId: string;
  readonly variantTitle: string;
}

/**
 * Throws `order_line_not_found`, for somebody else's too; `order_canceled`, `order_not_paid`, and
 * `product_gone` for what is no more in the catalogue.
 */
export async function boughtLine(ctx: Ctx, lineId: string): Promise<BoughtLine> {
  const [line] = await ctx.db
    .select({
      id: orderLines.id,
      variantTitle: orderLines.variantTitle,
      status: orders.status,
      paymentStatus: orders.paymentStatus,
      productId: products.id,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(
      products,
      and(
        eq(products.storeId, ctx.store.id),
        eq(products.id, orderLines.productId),
        isNull(products.deletedAt),
      ),
    )
    .where(and(eq(orderLines.id, lineId.toLowerCase()), ...ownLines(ctx)));
  if (line === undefined) throw notFound("order line");
  const { id, variantTitle, status, paymentStatus, productId } = line;
  if (status !== "placed") {
    throw conflict("order_canceled", "What was canceled was not bought.");
  }
  if (paymentStatus !== "paid") {
    throw conflict("order_not_paid", "This order is not paid for yet.");
  }
  if (productId === null) {
    throw conflict("product_gone", "This product is no longer in the catalogue.");
  }
  return { id, productId, variantTitle };
}
