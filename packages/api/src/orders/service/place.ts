/**
 * Buying: hold the stock and write down what is bought, charge, then make the order. The charge is
 * asked for outside of any unit of work, and a crash at any point is finished by `finishPending`.
 */
import { isUniqueViolation, uuid7 } from "@souk/db";
import * as carts from "../../cart/service/index.ts";
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, DomainError } from "../../kernel/errors.ts";
import type { IdempotentCall, StoredAnswer } from "../../kernel/idempotency.ts";
import * as idempotency from "../../kernel/idempotency.ts";
import * as payments from "../../payments/service.ts";
import type { Order, PlacedOrder, PlaceOrderInput } from "../contract.ts";
import { draftOf, type OrderDraft } from "./draft.ts";
import { finish, type Outcome } from "./finish.ts";
import { accessTokenOf } from "./read.ts";

/** A node that asked a gateway has had its answer, or has gone, after this long. */
const ABANDONED_AFTER_MS = 30_000;
const BATCH = 50;

interface Attempt {
  readonly paymentId: string;
  readonly draft: OrderDraft;
}

export async function place(ctx: Context, input: PlaceOrderInput): Promise<PlacedOrder> {
  const gateway = payments.gatewayOf(ctx, input.payment.gateway);
  const call: IdempotentCall = {
    caller: await callerOf(ctx),
    operation: "orders.place",
    key: ctx.request.idempotencyKey ?? "",
    input,
  };
  const replayed = await earlierAnswer(ctx, call);
  if (replayed !== null) {
    ctx.markReplayed();
    return answered(ctx, replayed);
  }
  const attempt = await beginOnce(ctx, call, input);
  const outcome = await charge(ctx, attempt, gateway.id, input.payment.token);
  return answered(ctx, await finish(ctx, attempt.paymentId, outcome));
}

/** Who holds the key: a customer, or the guest that the cart's token stands for. */
async function callerOf(ctx: Context): Promise<string> {
  if (ctx.actor.kind === "customer") return `user:${ctx.actor.userId}`;
  const cartId = await carts.guestCartId(ctx);
  if (cartId === null) throw emptyCart();
  return `cart:${cartId}`;
}

const emptyCart = (): DomainError =>
  conflict("cart_is_empty", "There is nothing to order. Put something into the cart first.");

async function earlierAnswer(ctx: Context, call: IdempotentCall): Promise<StoredAnswer | null> {
  const before = await idempotency.earlier(ctx, call);
  if (before.status === "none") return null;
  if (before.status === "completed") return before.answer;
  // The first try is still under way, or its node has gone and the payment must be asked after.
  if (ctx.now().getTime() - before.since.getTime() < ABANDONED_AFTER_MS) throw inFlight();
  return conclude(ctx, before.subjectId);
}

const inFlight = (): DomainError =>
  conflict("idempotency_in_flight", "This order is being placed right now. Ask again shortly.", {
    retryAfterSeconds: 1,
  });

async function beginOnce(
  ctx: Context,
  call: IdempotentCall,
  input: PlaceOrderInput,
): Promise<Attempt> {
  try {
    return await begin(ctx, call, input);
  } catch (error) {
    // The same key, the same moment: the other try has it.
    if (isUniqueViolation(error)) throw inFlight();
    throw error;
  }
}

/** One unit of work: the cart is closed, the payment and its draft written, the stock held. */
function begin(ctx: Context, call: IdempotentCall, input: PlaceOrderInput): Promise<Attempt> {
  return inTransaction(ctx, async (ctx) => {
    const cart = await carts.find(ctx, { lock: true });
    if (cart === null) throw emptyCart();
    if (cart.status !== "active") throw inFlight();
    if (input.cart_version !== undefined && input.cart_version !== cart.version) {
      throw conflict("cart_changed", "The cart has changed. Look at it again before you order.");
    }
    const draft = draftOf(ctx, await carts.priced(ctx, cart), uuid7());
    const paymentId = uuid7();
    await idempotency.begin(ctx, call, paymentId);
    await carts.closeForPayment(ctx, cart.id);
    await payments.begin(ctx, {
      id: paymentId,
      cartId: cart.id,
      gateway: input.payment.gateway,
      amount: draft.total,
      currency: draft.currency,
      orderDraft: draft,
    });
    // Last, since many carts wait for the same rows.
    const counted = draft.lines.filter(({ tracksInventory }) => tracksInventory);
    await inventory.reserve(ctx, paymentId, counted);
    return { paymentId, draft };
  });
}

/** Outside of any unit of work: a gateway may take seconds. */
async function charge(
  ctx: Context,
  { paymentId, draft }: Attempt,
  gatewayId: string,
  token: string,
): Promise<Outcome> {
  const { total: amount, currency } = draft;
  if (amount === 0) return nothingToPay(paymentId, currency);
  try {
    const storeId = ctx.store.id;
    const gateway = payments.gatewayOf(ctx, gatewayId);
    return await gateway.charge({ paymentId, storeId, amount, currency, token });
  } catch (cause) {
    const unknown = new DomainError(
      "unavailable",
      "payment_outcome_unknown",
      "The payment provider did not answer. Ask again with the same Idempotency-Key: nothing is " +
        "charged twice.",
      { retryAfterSeconds: ABANDONED_AFTER_MS / 1000 },
    );
    unknown.cause = cause;
    throw unknown;
  }
}

const nothingToPay = (paymentId: string, currency: string): Outcome => ({
  status: "captured",
  reference: `free_${paymentId}`,
  amount: 0,
  currency,
  method: "Nothing to pay",
});

/** The last word on a payment that nobody finished. */
async function conclude(ctx: Context, paymentId: string): Promise<StoredAnswer | null> {
  const payment = await inTransaction(ctx, (ctx) => payments.lock(ctx, paymentId));
  const outcome: Outcome =
    payment.amount === 0
      ? nothingToPay(paymentId, payment.currency)
      : await payments.gatewayOf(ctx, payment.gateway).conclude(ctx.store.id, paymentId);
  return finish(ctx, paymentId, outcome);
}

/** Ends what crashed nodes left behind. Many nodes may call it. Answers how many it ended. */
export async function finishPending(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - ABANDONED_AFTER_MS);
  const abandoned = await payments.unfinished(ctx, before, BATCH);
  const failures: unknown[] = [];
  for (const paymentId of abandoned) {
    await conclude(ctx, paymentId).catch((error: unknown) => failures.push(error));
  }
  // One gateway that is away must not keep the payments of another waiting.
  if (failures.length > 0) throw new AggregateError(failures, "some payments stay unfinished");
  return abandoned.length;
}

/** A guest's token is made anew for each answer, so that it is never stored. */
function answered(ctx: Context, answer: StoredAnswer | null): PlacedOrder {
  if (answer === null) {
    throw conflict("payment_given_up", "The payment did not go through. Nothing was charged.", {
      retryAfterSeconds: 0,
    });
  }
  if (!answer.ok) throw new DomainError(answer.kind, answer.reason, answer.message);
  const order = answer.result as Order;
  const userId = ctx.actor.kind === "customer" ? ctx.actor.userId : null;
  return { ...order, access_token: accessTokenOf(ctx, order.id, userId) };
}
