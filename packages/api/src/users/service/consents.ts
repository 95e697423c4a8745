/** What a person allowed, and when they took it back: said anew in rows that nobody changes. */
import { consents } from "@souk/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Consent, ConsentState, SetConsentInput } from "../contract.ts";
import { lockUser } from "./accounts.ts";

type Purpose = Consent["purpose"];

export interface SaidConsent {
  readonly purpose: Purpose;
  readonly granted: boolean;
  /** Where it was said, such as `registration` or `account`. */
  readonly source: string;
}

/**
 * In the unit of work that locked or made the person. To say again what holds already, or to withhold
 * what was never given, leaves no row.
 */
export async function recordConsent(
  ctx: Context,
  userId: string,
  { purpose, granted, source }: SaidConsent,
): Promise<void> {
  if ((await isGranted(ctx, userId, purpose)) === granted) return;
  await ctx.db.insert(consents).values({
    ...{ storeId: ctx.store.id, userId, purpose, granted, source },
    createdAt: ctx.now(),
  });
  await record(ctx, {
    action: "consent.changed",
    subject: { type: "user", id: userId },
    details: { purpose, granted, source },
  });
}

export async function isGranted(ctx: Context, userId: string, purpose: Purpose): Promise<boolean> {
  const [last] = await ctx.db
    .select({ granted: consents.granted })
    .from(consents)
    .where(and(ofUser(ctx, userId), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.id))
    .limit(1);
  return last?.granted ?? false;
}

export const myConsents = (ctx: Context<Customer>): Promise<ConsentState> =>
  consentsOf(ctx, ctx.actor.userId);

export function setConsents(
  ctx: Context<Customer>,
  { marketing_email: granted }: SetConsentInput,
): Promise<ConsentState> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    if ((await lockUser(ctx, userId)) === null) throw notFound("user");
    await recordConsent(ctx, userId, { purpose: "marketing_email", granted, source: "account" });
    return consentsOf(ctx, userId);
  });
}

async function consentsOf(ctx: Context, userId: string): Promise<ConsentState> {
  const rows = await ctx.db
    .select()
    .from(consents)
    .where(ofUser(ctx, userId))
    .orderBy(desc(consents.id));
  const marketing = rows.find(({ purpose }) => purpose === "marketing_email");
  return {
    marketing_email: marketing?.granted ?? false,
    history: rows.map(({ purpose, granted, source, createdAt }) => ({
      ...{ purpose, granted, source },
      at: createdAt.toISOString(),
    })),
  };
}

const ofUser = (ctx: Context, userId: string) =>
  and(eq(consents.storeId, ctx.store.id), eq(consents.userId, userId));
