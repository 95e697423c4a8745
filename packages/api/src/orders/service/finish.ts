/**
 * From a payment's outcome to its end: the order, or everything as it was. Any node may call these for
 * any payment, any number of times; the payment's lock and state let one of them act.
 */
import { orderLines, orders } from "@souk/db/schema";
import { completeCart, reopen } from "../../cart/service/index.ts";
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { nextNumber } from "../../kernel/counters.ts";
import { publish } from "../../kernel/events.ts";
import type { StoredAnswer } from "../../kernel/idempotency.ts";
import * as idempotency from "../../kernel/idempotency.ts";
import { hashSecret } from "../../kernel/secrets.ts";
import type { Payment } from "../../payments/service.ts";
import * as payments from "../../payments/service.ts";
import type { ChargeOutcome } from "../../ports/payment-gateway.ts";
import { canonicalEmail } from "../../users/service/index.ts";
import { orderPlaced } from "../events.ts";
import type { OrderDraft } from "./draft.ts";
import { accessTokenOf, byId, orderOf } from "./read.ts";

export type Outcome = ChargeOutcome | { readonly status: "canceled" };

/**
 * Stores the answer with the effect and returns it. Null: the payment was given up, and its
 * Idempotency-Key is free, as if nothing had been asked.
 */
export function finish(
  ctx: Context,
  paymentId: string,
  outcome: Outcome,
): Promise<StoredAnswer | null> {
  return inTransaction(ctx, async (ctx) => {
    const payment = await payments.lock(ctx, paymentId);
    if (payment.status !== "pending") return answerOf(ctx, payment);
    switch (outcome.status) {
      case "captured":
        return await placeOrder(ctx, payment, outcome);
      case "declined":
        return await decline(ctx, payment, outcome);
      case "canceled":
        await letGo(ctx, payment);
        await payments.voidIt(ctx, payment);
        await idempotency.forget(ctx, payment.id);
        return null;
    }
  });
}

/** Somebody else finished it: the same answer. */
async function answerOf(ctx: Context, payment: Payment): Promise<StoredAnswer | null> {
  if (payment.status === "failed") return declined("Your payment was declined.");
  const row = payment.orderId === null ? null : await byId(ctx, payment.orderId);
  return row === null ? null : { ok: true, result: await orderOf(ctx, row) };
}

async function placeOrder(
  ctx: Context,
  payment: Payment,
  outcome: Extract<ChargeOutcome, { status: "captured" }>,
): Promise<StoredAnswer> {
  const draft = payment.orderDraft as OrderDraft;
  await inventory.allocate(ctx, payment.id);
  await completeCart(ctx, draft.cartId);
  const number = await nextNumber(ctx, "order_number");
  const row = await insertOrder(ctx, draft, ctx.store.orderNumberPrefix + number);
  await payments.capture(ctx, payment, row.id, outcome);
  await publish(ctx, orderPlaced(row));
  const answer: StoredAnswer = { ok: true, result: await orderOf(ctx, row) };
  await idempotency.complete(ctx, payment.id, answer);
  return answer;
}

async function decline(
  ctx: Context,
  payment: Payment,
  outcome: Extract<ChargeOutcome, { status: "declined" }>,
): Promise<StoredAnswer> {
  await letGo(ctx, payment);
  await payments.fail(ctx, payment, outcome.reference);
  const answer = declined(outcome.message);
  await idempotency.complete(ctx, payment.id, answer);
  return answer;
}

const declined = (message: string): StoredAnswer => ({
  ok: false,
  kind: "payment_failed",
  reason: "payment_declined",
  message,
});

async function letGo(ctx: Context, payment: Payment): Promise<void> {
  await inventory.release(ctx, payment.id);
  await reopen(ctx, payment.cartId);
}

async function insertOrder(ctx: Context, draft: OrderDraft, number: string) {
  const token = accessTokenOf(ctx, draft.orderId, draft.userId);
  const [row] = await ctx.db
    .insert(orders)
    .values({
      id: draft.orderId,
      storeId: ctx.store.id,
      number,
      cartId: draft.cartId,
      userId: draft.userId,
      email: draft.email,
      emailCanonical: canonicalEmail(draft.email),
      accessTokenHash: token === null ? null : hashSecret(token),
      paymentStatus: "paid",
      currency: draft.currency,
      pricesIncludeTax: draft.pricesIncludeTax,
      subtotal: draft.subtotal,
      discount: draft.discount,
      shipping: draft.shipping,
      tax: draft.tax,
      total: draft.total,
      itemCount: draft.lines.reduce((count, { quantity }) => count + quantity, 0),
      shippingAddress: draft.shippingAddress,
      billingAddress: draft.billingAddress,
      shippingMethodCode: draft.method.code,
      shippingMethodName: draft.method.name,
      shippingMinDays: draft.method.minDays,
      shippingMaxDays: draft.method.maxDays,
      placedAt: ctx.now(),
    })
    .returning();
  if (row === undefined) throw new Error("the order was not stored");
  await ctx.db.insert(orderLines).values(
    draft.lines.map(({ picture, tracksInventory: _, ...line }, position) => ({
      ...line,
      storeId: ctx.store.id,
      orderId: row.id,
      position,
      pictureUrl: picture?.url ?? null,
      pictureAlt: picture?.alt ?? null,
    })),
  );
  return row;
}
