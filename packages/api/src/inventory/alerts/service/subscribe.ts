/** Asking to hear when a variant is back, and taking the wish back. */
import { uuid7 } from "@souk/db";
import { products, stockAlerts, variants } from "@souk/db/schema";
import { and, asc, count, eq, isNull, or } from "drizzle-orm";
import { type Context, type Customer, inTransaction } from "../../../kernel/context.ts";
import { conflict, invalidField, notFound } from "../../../kernel/errors.ts";
import { spend, takeTurns } from "../../../kernel/limits.ts";
import { deriveSecret, hashSecret } from "../../../kernel/secrets.ts";
import { canonicalEmail } from "../../../users/service/index.ts";
import {
  MAX_WAITING,
  type StockAlertList,
  type StockAlertRef,
  type SubscribeInput,
  type UnsubscribeInput,
} from "../contract.ts";
import { shown } from "./shown.ts";

/** By client. */
const SUBSCRIPTIONS = { action: "stock_alert", times: 30, withinMs: 3_600_000 };
const UNSUBSCRIPTIONS = { action: "stock_alert_end", times: 30, withinMs: 3_600_000 };

/** What the token in a mail is derived for. */
export const STOCK_ALERT = "stock-alert";

const SUBSCRIBED = { message: "We will write to you once when it is back." };
const UNSUBSCRIBED = { message: "No more of these mails will come to this address." };

/** Answers alike whether the address waits already, is known here, or has wished too often. */
export async function subscribe(ctx: Context, input: SubscribeInput) {
  await spend(ctx, SUBSCRIPTIONS);
  const email = addressOf(ctx, input);
  const variantId = input.variant_id.toLowerCase();
  await refuseWhatIsThere(ctx, variantId);
  await inTransaction(ctx, (ctx) => wish(ctx, variantId, email));
  return SUBSCRIBED;
}

function addressOf({ actor }: Context, { email }: SubscribeInput): string {
  if (actor.kind === "customer") return actor.email;
  if (email !== undefined) return email;
  throw invalidField("email", "email_required", "Say where to write to.");
}

async function refuseWhatIsThere(ctx: Context, variantId: string): Promise<void> {
  const variant = await shown(ctx, variantId);
  if (variant === null) throw notFound("variant");
  if (variant.isThere) throw conflict("in_stock", "It can be bought now.");
}

async function wish(ctx: Context, variantId: string, email: string): Promise<void> {
  const emailCanonical = canonicalEmail(email);
  await takeTurns(ctx.db, [`stock_alerts:${ctx.store.id}:${emailCanonical}`]);
  const waiting = and(
    eq(stockAlerts.storeId, ctx.store.id),
    eq(stockAlerts.emailCanonical, emailCanonical),
    isNull(stockAlerts.notifiedAt),
  );
  const [counted] = await ctx.db.select({ count: count() }).from(stockAlerts).where(waiting);
  if (Number(counted?.count) >= MAX_WAITING) return;
  const id = uuid7();
  await ctx.db
    .insert(stockAlerts)
    .values({
      ...{ id, storeId: ctx.store.id, variantId, email, emailCanonical },
      userId: ctx.actor.kind === "customer" ? ctx.actor.userId : null,
      tokenHash: hashSecret(deriveSecret(ctx.ports.secrets.links, STOCK_ALERT, id)),
      createdAt: ctx.now(),
    })
    // Who waits already waits on, in the place that they have.
    .onConflictDoNothing();
}

/** Takes back all that the address of the mail waits for. A wrong token answers alike. */
export async function unsubscribe(ctx: Context, { token }: UnsubscribeInput) {
  await spend(ctx, UNSUBSCRIPTIONS);
  const [alert] = await ctx.db
    .select({ emailCanonical: stockAlerts.emailCanonical })
    .from(stockAlerts)
    .where(
      and(eq(stockAlerts.storeId, ctx.store.id), eq(stockAlerts.tokenHash, hashSecret(token))),
    );
  if (alert !== undefined) {
    await ctx.db
      .delete(stockAlerts)
      .where(
        and(
          eq(stockAlerts.storeId, ctx.store.id),
          eq(stockAlerts.emailCanonical, alert.emailCanonical),
          isNull(stockAlerts.notifiedAt),
        ),
      );
  }
  return UNSUBSCRIBED;
}

/** What I wait for, longest first. */
export async function listMine(ctx: Context<Customer>): Promise<StockAlertList> {
  const rows = await ctx.db
    .select({
      id: stockAlerts.id,
      variant_id: stockAlerts.variantId,
      product_slug: products.slug,
      title: products.title,
      variant_title: variants.title,
      createdAt: stockAlerts.createdAt,
    })
    .from(stockAlerts)
    .innerJoin(variants, eq(variants.id, stockAlerts.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(mine(ctx), isNull(stockAlerts.notifiedAt)))
    .orderBy(asc(stockAlerts.id));
  return {
    items: rows.map(({ createdAt, ...row }) => ({ ...row, created_at: createdAt.toISOString() })),
  };
}

/** Somebody else's is "not found". */
export async function removeMine(ctx: Context<Customer>, { id }: StockAlertRef): Promise<void> {
  const removed = await ctx.db
    .delete(stockAlerts)
    .where(and(mine(ctx), eq(stockAlerts.id, id.toLowerCase()), isNull(stockAlerts.notifiedAt)))
    .returning({ id: stockAlerts.id });
  if (removed.length === 0) throw notFound("stock alert");
}

/** The account's address is proved, so what a guest wished under it is theirs too. */
const mine = ({ actor, store }: Context<Customer>) =>
  and(
    eq(stockAlerts.storeId, store.id),
    or(
      eq(stockAlerts.userId, actor.userId),
      eq(stockAlerts.emailCanonical, canonicalEmail(actor.email)),
    ),
  );
