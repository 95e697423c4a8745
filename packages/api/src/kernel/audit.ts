/** Writing the audit trail: an act is recorded in the unit of work that does it. */
import { createHash, randomBytes } from "node:crypto";
import { auditEntries } from "@souk/db/schema";
import { and, desc, eq, gt } from "drizzle-orm";
import { canonicalJson } from "./canonical-json.ts";
import type { Actor, Context } from "./context.ts";

/** The closed list of what is recorded. */
export type AuditAction =
  | "access.denied"
  | "api_key.created"
  | "api_key.revoked"
  | "asset.deleted"
  | "asset.uploaded"
  | "attribute.created"
  | "attribute.deleted"
  | "attribute.updated"
  | "bundle.changed"
  | "brand.created"
  | "brand.deleted"
  | "brand.updated"
  | "category.created"
  | "category.deleted"
  | "category.moved"
  | "category.reordered"
  | "category.updated"
  | "collection.created"
  | "collection.deleted"
  | "collection.products_changed"
  | "collection.updated"
  | "consent.changed"
  | "customer_group.created"
  | "customer_group.deleted"
  | "customer_group.member_added"
  | "customer_group.member_removed"
  | "customer_group.updated"
  | "email.change_requested"
  | "email.changed"
  | "email.verified"
  | "identity.confirmed"
  | "import.canceled"
  | "import.resumed"
  | "import.started"
  | "limit.reached"
  | "orders.claimed"
  | "passkey.added"
  | "passkey.removed"
  | "password.changed"
  | "password.reset"
  | "password.reset_requested"
  | "person.erased"
  | "person.exported"
  | "policy.changed"
  | "price_list.created"
  | "price_list.deleted"
  | "price_list.entries_set"
  | "price_list.updated"
  | "product.created"
  | "product.deleted"
  | "product.restored"
  | "product.updated"
  | "product_type.created"
  | "product_type.deleted"
  | "product_type.updated"
  | "recovery_codes.replaced"
  | "refresh_token.reused"
  | "review.published"
  | "review.rejected"
  | "review.replied"
  | "review.reply_removed"
  | "review.reports_closed"
  | "role.created"
  | "role.deleted"
  | "role.granted"
  | "role.updated"
  | "role.withdrawn"
  | "second_factor.disabled"
  | "second_factor.enabled"
  | "security.unlocked"
  | "session.ended"
  | "settings.changed"
  | "sign_in.failed"
  | "sign_in.refused"
  | "sign_in.succeeded"
  | "stock.terms_changed"
  | "stock_location.created"
  | "stock_location.deleted"
  | "stock_location.updated"
  | "translation.deleted"
  | "translation.saved"
  | "user.disabled"
  | "user.enabled"
  | "user.registered";

export interface Act {
  readonly action: AuditAction;
  /** What it was done to, such as `{ type: "user", id }`. */
  readonly subject?: { readonly type: string; readonly id: string };
  /** Facts and ids. Nothing that identifies a person, and no secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What identifies a person beside address and device; erased with them. */
  readonly personal?: Readonly<Record<string, string>>;
  /** Who did it, where the context does not know yet, as when somebody signs in. */
  readonly userId?: string;
}

export async function record(ctx: Context, act: Act): Promise<void> {
  const { ip, userAgent, id: requestId } = ctx.request;
  // The salt goes with the rest, so that what was erased cannot be guessed from its digest.
  const salt = randomBytes(16).toString("base64url");
  const personal = storable({ ...act.personal, ip, user_agent: userAgent, salt });
  await ctx.db.insert(auditEntries).values({
    storeId: ctx.store.id,
    action: act.action,
    ...doerOf(ctx.actor, act.userId, requestId),
    subjectType: act.subject?.type ?? null,
    subjectId: act.subject?.id ?? null,
    details: act.details ?? {},
    personal,
    personalDigest: digestOf(personal),
    requestId,
    occurredAt: ctx.now(),
  });
}

/** Whether the same was recorded of the same actor lately, so that a flood does not fill the trail. */
export async function recordedLately(
  ctx: Context,
  act: { readonly action: AuditAction; readonly subjectId: string },
  withinMs: number,
): Promise<boolean> {
  const { actorId } = doerOf(ctx.actor, undefined, ctx.request.id);
  const [row] = await ctx.db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.storeId, ctx.store.id),
        eq(auditEntries.actorId, actorId ?? ""),
        eq(auditEntries.action, act.action),
        eq(auditEntries.subjectId, act.subjectId),
        gt(auditEntries.occurredAt, new Date(ctx.now().getTime() - withinMs)),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return row !== undefined;
}

/** What somebody typed may hold what no database text can; that must not keep the act out of the trail. */
const storable = (personal: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(personal).map(([name, text]) => [
      name,
      text.replace(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}"),
    ]),
  );

export const digestOf = (personal: object): string =>
  createHash("sha256").update(canonicalJson(personal)).digest("hex");

const SYSTEM_REQUEST = "system";

function doerOf(actor: Actor, userId: string | undefined, requestId: string) {
  if (userId !== undefined) return { actorKind: "user" as const, actorId: userId };
  if (actor.kind === "customer") return { actorKind: "user" as const, actorId: actor.userId };
  if (actor.kind === "api_key") return { actorKind: "api_key" as const, actorId: actor.keyId };
  const actorKind = requestId === SYSTEM_REQUEST ? ("system" as const) : ("anonymous" as const);
  return { actorKind, actorId: null };
}
