/**
 * The built-in gateway for development and tests. It keeps books of its own, as a provider does: it
 * charges once for a payment however often it is asked, and remembers it over a crash of the shop.
 */
import type { Db } from "@souk/db";
import { testGatewayCharges } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { ChargeOutcome, ChargeRequest, PaymentGateway } from "../ports/payment-gateway.ts";

export const TEST_GATEWAY = "test";

type Charge = typeof testGatewayCharges.$inferInsert;
type Verdict = Pick<Charge, "status" | "method" | "message">;

const captured = (method: string): Verdict => ({ status: "captured", method, message: "" });
const declined = (method: string, message: string): Verdict => ({
  status: "declined",
  method,
  message,
});

interface TestToken {
  readonly label: string;
  readonly verdict: Verdict;
  /** The charge is made, and the answer is lost on its way back. */
  readonly timesOut?: boolean;
}

const tokens: Readonly<Record<string, TestToken>> = {
  tok_visa: { label: "A card that is accepted", verdict: captured("Visa ···· 4242") },
  tok_mastercard: { label: "Another that is accepted", verdict: captured("Mastercard ···· 4444") },
  tok_declined: {
    label: "A card that is declined",
    verdict: declined("Visa ···· 0002", "Your card was declined."),
  },
  tok_insufficient_funds: {
    label: "A card without enough money",
    verdict: declined("Visa ···· 9995", "Your card has insufficient funds."),
  },
  tok_timeout: {
    label: "A card that is accepted, but the answer is lost",
    verdict: captured("Visa ···· 3155"),
    timesOut: true,
  },
};

const unknownToken = declined("Unknown", "The payment token is not known to the test gateway.");

/** `dbOf` gives the handle that the gateway's own books are kept by. */
export function createTestGateway(dbOf: (storeId: string) => Db): PaymentGateway {
  return {
    id: TEST_GATEWAY,
    name: "Test payment",
    description: "No money moves. Choose how the payment should end.",
    testTokens: Object.entries(tokens).map(([token, { label }]) => ({ token, label })),

    async charge(request) {
      const known = Object.hasOwn(tokens, request.token) ? tokens[request.token] : undefined;
      const charge = await decide(dbOf(request.storeId), {
        ...(known?.verdict ?? unknownToken),
        ...bookOf(request),
      });
      if (known?.timesOut === true) throw new Error("the gateway's answer was lost");
      return outcomeOf(charge);
    },

    async conclude(storeId, paymentId) {
      const charge = await decide(dbOf(storeId), {
        id: paymentId,
        storeId,
        status: "canceled",
        reference: referenceOf(paymentId),
        method: "",
        message: "",
        amount: 0,
        currency: "",
      });
      return charge.status === "canceled" ? { status: "canceled" } : outcomeOf(charge);
    },
  };
}

const referenceOf = (paymentId: string): string => `test_${paymentId}`;

const bookOf = ({ paymentId, storeId, amount, currency }: ChargeRequest) => ({
  id: paymentId,
  storeId,
  reference: referenceOf(paymentId),
  amount,
  currency,
});

/** Writes the first decision about a payment; whoever comes later gets that one. */
async function decide(db: Db, charge: Charge): Promise<Charge> {
  await db.insert(testGatewayCharges).values(charge).onConflictDoNothing();
  const [decided] = await db
    .select()
    .from(testGatewayCharges)
    .where(
      and(eq(testGatewayCharges.storeId, charge.storeId), eq(testGatewayCharges.id, charge.id)),
    );
  if (decided === undefined) throw new Error("the charge was not stored");
  return decided;
}

function outcomeOf({
  status,
  reference,
  amount,
  currency,
  method,
  message,
}: Charge): ChargeOutcome {
  if (status === "captured") return { status, reference, amount, currency, method };
  return { status: "declined", reference, message: message || "The payment was canceled." };
}
