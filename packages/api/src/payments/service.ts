/** Payments: one for each attempt to buy a cart, moved by what the gateway says, never by a guess. */
import { carts, orders, paymentEvents, payments } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { chunked } from "../kernel/chunked.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, invalidField } from "../kernel/errors.ts";
import { type PersonalRecords, personalRecord } from "../kernel/personal-records.ts";
import type { ChargeOutcome, PaymentGateway } from "../ports/payment-gateway.ts";
import type { Person } from "../users/service/index.ts";
import type { PaymentMethodList } from "./contract.ts";

export type Payment = typeof payments.$inferSelect;

export function methods(ctx: Context): PaymentMethodList {
  const items = [...ctx.ports.gateways.values()].map((gateway) => ({
    gateway: gateway.id,
    name: gateway.name,
    description: gateway.description,
    test_tokens: gateway.testTokens.map((known) => ({ ...known })),
  }));
  return { items };
}

export function gatewayOf(ctx: Context, id: string): PaymentGateway {
  const gateway = ctx.ports.gateways.get(id);
  if (gateway !== undefined) return gateway;
  throw invalidField(
    "payment.gateway",
    "unknown_gateway",
    "This store does not take that gateway.",
  );
}

export interface NewPayment {
  readonly id: string;
  readonly cartId: string;
  readonly gateway: string;
  readonly amount: number;
  readonly currency: string;
  readonly orderDraft: object;
}

/** In the unit of work that holds the stock: from here on the charge may be asked for. */
export async function begin(ctx: Context, payment: NewPayment): Promise<void> {
  const createdAt = ctx.now();
  await ctx.db.insert(payments).values({ ...payment, storeId: ctx.store.id, createdAt });
  await logEvent(ctx, payment, "charge_requested", null);
}

/** Locks the payment until the caller's unit of work ends. */
export async function lock(ctx: Context, id: string): Promise<Payment> {
  const [payment] = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.storeId, ctx.store.id), eq(payments.id, id)))
    .for("update");
  if (payment === undefined) throw new Error(`no payment ${id}`);
  return payment;
}

/** The gateway has the money, and this order is what it paid for. */
export async function capture(
  ctx: Context,
  payment: Payment,
  orderId: string,
  outcome: Extract<ChargeOutcome, { status: "captured" }>,
): Promise<void> {
  if (outcome.amount !== payment.amount || outcome.currency !== payment.currency) {
    // Never mark paid on a claim that does not match: a person must look at it.
    throw new Error(`the gateway captured another amount for payment ${payment.id}`);
  }
  await move(ctx, payment, {
    status: "captured",
    orderId,
    reference: outcome.reference,
    method: outcome.method,
  });
  await logEvent(ctx, payment, "charge_captured", outcome.reference);
}

export async function fail(ctx: Context, payment: Payment, reference: string): Promise<void> {
  await move(ctx, payment, { status: "failed", reference });
  await logEvent(ctx, payment, "charge_declined", reference);
}

/** The gateway never took it and never will. */
export const voidIt = (ctx: Context, payment: Payment): Promise<void> =>
  move(ctx, payment, { status: "voided" });

/** Payments whose outcome nobody wrote down: the node that asked has gone. */
export async function unfinished(ctx: Context, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        eq(payments.status, "pending"),
        lt(payments.createdAt, before),
      ),
    )
    .orderBy(asc(payments.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function move(
  ctx: Context,
  { id }: Payment,
  change: Partial<typeof payments.$inferInsert>,
): Promise<void> {
  const moved = await ctx.db
    .update(payments)
    // Nobody makes an order of its draft any more, and addresses are in it.
    .set({ ...change, orderDraft: {} })
    .where(
      and(eq(payments.storeId, ctx.store.id), eq(payments.id, id), eq(payments.status, "pending")),
    )
    .returning({ id: payments.id });
  if (moved.length === 0) {
    throw new DomainError("conflict", "payment_settled", "This payment has been settled already.");
  }
}

type EventType = "charge_requested" | "charge_captured" | "charge_declined";

async function logEvent(
  ctx: Context,
  { id, amount, currency }: Pick<Payment, "id" | "amount" | "currency">,
  type: EventType,
  reference: string | null,
): Promise<void> {
  await ctx.db.insert(paymentEvents).values({
    storeId: ctx.store.id,
    paymentId: id,
    type,
    amount,
    currency,
    reference,
    createdAt: ctx.now(),
  });
}

/** Of the person's carts, and of what they bought as a guest under the address they proved. */
export async function exportPerson(
  ctx: Context,
  { userId, provedEmail }: Person,
): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select({
      orderNumber: orders.number,
      gateway: payments.gateway,
      method: payments.method,
      amount: payments.amount,
      currency: payments.currency,
      status: payments.status,
      reference: payments.reference,
      createdAt: payments.createdAt,
    })
    .from(payments)
    .innerJoin(carts, eq(carts.id, payments.cartId))
    .leftJoin(orders, eq(orders.cartId, payments.cartId))
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        or(
          eq(carts.userId, userId),
          eq(orders.userId, userId),
          ...(provedEmail === null ? [] : guests(provedEmail)),
        ),
      ),
    )
    .orderBy(asc(payments.id));
  return { payments: rows.map(personalRecord) };
}

const guests = (provedEmail: string) => [
  and(isNull(orders.userId), eq(orders.emailCanonical, provedEmail)),
  and(isNull(orders.id), isNull(carts.userId), eq(sql`lower(${carts.email})`, provedEmail)),
];

/** Amounts and references stay; what tells whose card it was goes. Answers the payments' ids. */
export async function forgetPayers(ctx: Context, cartIds: readonly string[]): Promise<string[]> {
  const forgotten: string[] = [];
  for (const chunk of chunked(cartIds)) {
    const rows = await ctx.db
      .update(payments)
      .set({ method: sql`case when ${payments.method} is null then null else ${ERASED} end` })
      .where(and(eq(payments.storeId, ctx.store.id), inArray(payments.cartId, [...chunk])))
      .returning({ id: payments.id });
    forgotten.push(...rows.map(({ id }) => id));
  }
  return forgotten;
}

const ERASED = "erased";
