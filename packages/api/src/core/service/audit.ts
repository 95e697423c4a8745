/** The audit trail as staff read it. */
import { byEngine } from "@souk/db";
import { apiKeys, auditEntries, users } from "@souk/db/schema";
import { and, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { verifyAudit } from "../../kernel/audit-log.ts";
import type { Context, Staff } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { spend } from "../../kernel/limits.ts";
import type { AuditEntry, AuditPage, AuditVerdict, ListAuditInput } from "../contract.ts";

const CURSOR_ORDER = "audit";

/** Newest first. Ids are time-ordered. */
export async function listAudit(ctx: Context, input: ListAuditInput): Promise<AuditPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select({ entry: auditEntries, email: users.email, keyName: apiKeys.name })
    .from(auditEntries)
    .leftJoin(users, and(eq(users.storeId, ctx.store.id), isActor(users.id, "user")))
    .leftJoin(apiKeys, and(eq(apiKeys.storeId, ctx.store.id), isActor(apiKeys.id, "api_key")))
    .where(
      and(
        eq(auditEntries.storeId, ctx.store.id),
        ...conditionsOf(input),
        after === null ? undefined : lt(auditEntries.id, after.id),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ entry, email, keyName }) => entryOf(entry, email ?? keyName)),
    next_cursor:
      last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.entry.id }),
  };
}

/** It reads all there is, so nobody may ask for it without end. By person or key. */
const VERIFICATIONS = { action: "verify_audit", times: 30, withinMs: 3_600_000 };

export async function verdict(ctx: Context<Staff>): Promise<AuditVerdict> {
  await spend(
    ctx,
    VERIFICATIONS,
    ctx.actor.kind === "customer" ? ctx.actor.userId : ctx.actor.keyId,
  );
  const { problems, ...rest } = await verifyAudit(ctx);
  return { ...rest, problems: [...problems] };
}

/** Actors' ids are text, since not all of them are ours to make. */
const isActor = (id: typeof users.id | typeof apiKeys.id, kind: "user" | "api_key"): SQL => {
  const { actorKind, actorId } = auditEntries;
  return byEngine({
    postgres: sql`${id} = case when ${actorKind} = ${kind} then ${actorId}::uuid end`,
    sqlite: sql`${id} = case when ${actorKind} = ${kind} then ${actorId} end`,
  });
};

function conditionsOf({ action, actor_id, subject_id, since }: ListAuditInput) {
  return [
    action === undefined ? undefined : isOrBelongsTo(storable(action)),
    actor_id === undefined ? undefined : eq(auditEntries.actorId, storable(actor_id)),
    subject_id === undefined ? undefined : eq(auditEntries.subjectId, storable(subject_id)),
    since === undefined ? undefined : gte(auditEntries.occurredAt, new Date(since)),
  ];
}

/** One action, or all of a family: `sign_in` names `sign_in.failed` too. */
function isOrBelongsTo(action: string): SQL | undefined {
  const pattern = `${action.replace(/[\\%_]/g, "\\$&")}.%`;
  return or(
    eq(auditEntries.action, action),
    sql`${auditEntries.action} like ${pattern} escape '\\'`,
  );
}

/** What no database text may hold matches nothing, instead of being the database's error. */
const storable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}");

const entryOf = (row: typeof auditEntries.$inferSelect, label: string | null): AuditEntry => ({
  id: row.id,
  position: row.position,
  action: row.action,
  actor: { kind: row.actorKind, id: row.actorId, label },
  subject:
    row.subjectType === null || row.subjectId === null
      ? null
      : { type: row.subjectType, id: row.subjectId },
  details: { ...row.details },
  personal: row.personal === null ? null : shown(row.personal),
  request_id: row.requestId,
  occurred_at: row.occurredAt.toISOString(),
  hash: row.hash,
});

/** The salt guards what was erased; it says nothing of anybody. */
const shown = (personal: object): Record<string, string> =>
  Object.fromEntries(Object.entries(personal).filter(([name]) => name !== "salt"));
