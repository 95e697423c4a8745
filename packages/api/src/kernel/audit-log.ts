/**
 * Sealing and verifying the audit trail. The sealer numbers what was recorded and chains it: each hash
 * covers the entry and the hash before it, under the operator's key, so that neither a change nor a gap
 * can be made good by somebody who has the database alone.
 */
import { createHmac } from "node:crypto";
import { byEngine, type Db } from "@souk/db";
import { auditEntries } from "@souk/db/schema";
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { KeyRing, SecretKey } from "../ports/secrets.ts";
import { digestOf } from "./audit.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Context } from "./context.ts";
import { takeTurns } from "./limits.ts";
import { sameHash } from "./secrets.ts";

type Entry = typeof auditEntries.$inferSelect;

const BATCH = 500;
/** What the first entry stands on. */
const GENESIS = "0".repeat(64);

/** What identifies people is kept this long at most; the entry stays. */
export const PERSONAL_KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

/** Seals what is not sealed yet. Many nodes may call it at once. Answers how many it sealed. */
export function sealAudit(db: Db, storeId: string, ring: KeyRing): Promise<number> {
  return db.transaction(async (tx) => {
    const fresh = await tx
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, storeId), isNull(auditEntries.position)))
      .orderBy(asc(auditEntries.id))
      .limit(BATCH);
    if (fresh.length === 0) return 0;
    await takeTurns(tx, [`audit:${storeId}`]);
    const head = await headOf(tx, storeId);
    let { position, hash: previousHash } = head;
    let sealed = 0;
    for (const entry of fresh) {
      const next = sealOf(ring[0], entry, { position: position + 1, previousHash });
      const taken = await tx
        .update(auditEntries)
        .set(next)
        .where(
          and(
            eq(auditEntries.storeId, storeId),
            eq(auditEntries.id, entry.id),
            // Another node may have sealed it while this one waited for its turn.
            isNull(auditEntries.position),
          ),
        )
        .returning({ id: auditEntries.id });
      if (taken.length === 0) continue;
      position = next.position;
      previousHash = next.hash;
      sealed += 1;
    }
    return sealed;
  });
}

async function headOf(db: Db, storeId: string): Promise<{ position: number; hash: string }> {
  const [head] = await db
    .select({ position: auditEntries.position, hash: auditEntries.hash })
    .from(auditEntries)
    .where(and(eq(auditEntries.storeId, storeId), isNotNull(auditEntries.position)))
    .orderBy(desc(auditEntries.position))
    .limit(1);
  return { position: head?.position ?? 0, hash: head?.hash ?? GENESIS };
}

export interface AuditVerdict {
  readonly ok: boolean;
  /** Sealed entries that were looked at. */
  readonly entries: number;
  /** The last hash: kept elsewhere, it proves later that nothing was cut off the end. */
  readonly head: string;
  readonly problems: readonly { readonly position: number; readonly problem: string }[];
}

const MAX_PROBLEMS = 20;

/** Walks the whole trail. `expectHead`: a hash that was the head once and must be in the trail still. */
export async function verifyAudit(
  ctx: Context,
  { expectHead }: { readonly expectHead?: string } = {},
): Promise<AuditVerdict> {
  const problems: { position: number; problem: string }[] = [];
  let seen = expectHead === undefined || expectHead === GENESIS;
  let position = 0;
  let head = GENESIS;
  let entries = 0;
  for (;;) {
    const page = await pageAfter(ctx, entries === 0 ? null : position);
    for (const entry of page) {
      for (const problem of problemsOf(ctx.ports.secrets.audit, entry, { position, head })) {
        if (problems.length < MAX_PROBLEMS)
          problems.push({ position: entry.position ?? 0, problem });
      }
      position = entry.position ?? position + 1;
      head = entry.hash ?? "";
      seen ||= head === expectHead;
    }
    entries += page.length;
    if (page.length < BATCH) break;
  }
  if (!seen) problems.push({ position, problem: "the expected head is not in the trail" });
  return { ok: problems.length === 0, entries, head, problems };
}

/**
 * Takes away what identifies people in entries that are old enough, or that are about one person: that
 * they did, that were done to them, or that name one of their addresses, such as a sign-in that failed.
 */
export async function forgetPersonal(
  ctx: Context,
  whose:
    | { readonly before: Date }
    | { readonly userId: string; readonly addresses?: readonly string[] },
): Promise<void> {
  const conditions =
    "before" in whose
      ? [lte(auditEntries.occurredAt, whose.before)]
      : [
          eq(auditEntries.actorId, whose.userId),
          eq(auditEntries.subjectId, whose.userId),
          ...(whose.addresses ?? []).map(namesAddress),
        ];
  for (const condition of conditions) {
    await ctx.db
      .update(auditEntries)
      .set({ personal: null })
      .where(
        and(eq(auditEntries.storeId, ctx.store.id), isNotNull(auditEntries.personal), condition),
      );
  }
}

/** As a whole JSON string, so that no other address that ends alike is meant. */
function namesAddress(address: string): SQL {
  const text = sql`lower(cast(${auditEntries.personal} as text))`;
  const quoted = JSON.stringify(address);
  return byEngine({
    postgres: sql`strpos(${text}, ${quoted}) > 0`,
    sqlite: sql`instr(${text}, ${quoted}) > 0`,
  });
}

export const sweepAudit = (ctx: Context): Promise<void> =>
  forgetPersonal(ctx, { before: new Date(ctx.now().getTime() - PERSONAL_KEPT_DAYS * DAY_MS) });

/** From the first on when null: also what somebody put before the first. */
async function pageAfter(ctx: Context, position: number | null): Promise<Entry[]> {
  const { position: place } = auditEntries;
  const after = position === null ? isNotNull(place) : gt(place, position);
  return await ctx.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.storeId, ctx.store.id), after))
    .orderBy(asc(auditEntries.position))
    .limit(BATCH);
}

interface Before {
  readonly position: number;
  readonly head: string;
}

function* problemsOf(ring: KeyRing, entry: Entry, before: Before): Iterable<string> {
  const place = entry.position ?? 0;
  const expected = before.position + 1;
  if (place > expected) {
    yield `entries ${expected} to ${place - 1} are missing`;
  } else if (place < expected) {
    yield "it stands where no entry stood";
  } else if (entry.previousHash !== before.head) {
    yield "it does not stand on the entry before";
  }
  const key = ring.find(({ id }) => id === entry.keyId);
  if (key === undefined) {
    yield `the key ${entry.keyId} that sealed it is not at hand`;
    return;
  }
  const made = sealOf(key, entry, { position: place, previousHash: entry.previousHash ?? "" });
  if (!sameHash(made.hash, entry.hash ?? "")) yield "its content was changed";
  if (entry.personal !== null && !sameHash(digestOf(entry.personal), entry.personalDigest)) {
    yield "what it says of a person was changed";
  }
}

function sealOf(
  key: SecretKey,
  entry: Entry,
  place: { readonly position: number; readonly previousHash: string },
) {
  const { id, storeId, action, actorKind, actorId, subjectType, subjectId, details } = entry;
  const text = canonicalJson({
    ...place,
    ...{ id, storeId, action, actorKind, actorId, subjectType, subjectId, details },
    personalDigest: entry.personalDigest,
    requestId: entry.requestId,
    occurredAt: entry.occurredAt.toISOString(),
  });
  const hash = createHmac("sha256", key.bytes).update(text).digest("hex");
  return { ...place, keyId: key.id, hash };
}
