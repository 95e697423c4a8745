/**
 * One effect and one answer for each Idempotency-Key. The record is written in the unit of work that
 * begins the effect and completed in the one that finishes it, so a crash leaves neither without the
 * other. Nothing is kept of a request that was refused before its effect began.
 */
import { createHash } from "node:crypto";
import { idempotencyRecords } from "@souk/db/schema";
import { and, eq, inArray, lt } from "drizzle-orm";
import { canonicalJson } from "./canonical-json.ts";
import { chunked } from "./chunked.ts";
import type { Context } from "./context.ts";
import { DomainError, type ErrorKind } from "./errors.ts";

const KEEP_MS = 48 * 3_600_000;

/** What was asked: the same key may mean another thing to another caller or call. */
export interface IdempotentCall {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
}

/** An answer as it is stored: a result, or the refusal that the effect ended in. */
export type StoredAnswer =
  | { readonly ok: true; readonly result: object }
  | {
      readonly ok: false;
      readonly kind: ErrorKind;
      readonly reason: string;
      readonly message: string;
    };

export type Earlier =
  | { readonly status: "none" }
  | { readonly status: "running"; readonly subjectId: string; readonly since: Date }
  | { readonly status: "completed"; readonly subjectId: string; readonly answer: StoredAnswer };

/** What became of an earlier call under this key. Another input under the same key is refused. */
export async function earlier(ctx: Context, call: IdempotentCall): Promise<Earlier> {
  const [record] = await ctx.db
    .select()
    .from(idempotencyRecords)
    .where(
      and(
        eq(idempotencyRecords.storeId, ctx.store.id),
        eq(idempotencyRecords.caller, call.caller),
        eq(idempotencyRecords.operation, call.operation),
        eq(idempotencyRecords.key, call.key),
      ),
    );
  if (record === undefined) return { status: "none" };
  if (record.requestHash !== hashOf(call.input)) {
    throw new DomainError(
      "unprocessable",
      "idempotency_key_reused",
      "This Idempotency-Key was used with another request.",
    );
  }
  const { subjectId, response, createdAt } = record;
  return response === null
    ? { status: "running", subjectId, since: createdAt }
    : { status: "completed", subjectId, answer: response as StoredAnswer };
}

/** In the unit of work that begins the effect. A unique violation: somebody else began it just now. */
export async function begin(ctx: Context, call: IdempotentCall, subjectId: string): Promise<void> {
  const now = ctx.now();
  await ctx.db.insert(idempotencyRecords).values({
    storeId: ctx.store.id,
    caller: call.caller,
    operation: call.operation,
    key: call.key,
    requestHash: hashOf(call.input),
    subjectId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + KEEP_MS),
  });
}

/** In the unit of work that finishes the effect. */
export async function complete(
  ctx: Context,
  subjectId: string,
  answer: StoredAnswer,
): Promise<void> {
  await ctx.db
    .update(idempotencyRecords)
    .set({ status: "completed", response: answer })
    .where(ofSubject(ctx, subjectId));
}

/** The effect was undone as if it had never begun: the key is free again. */
export async function forget(ctx: Context, subjectId: string): Promise<void> {
  await ctx.db.delete(idempotencyRecords).where(ofSubject(ctx, subjectId));
}

/** What somebody who is gone asked for, and the answers in which they are named. */
export async function forgetCaller(
  ctx: Context,
  caller: string,
  subjectIds: readonly string[],
): Promise<void> {
  const own = eq(idempotencyRecords.storeId, ctx.store.id);
  await ctx.db.delete(idempotencyRecords).where(and(own, eq(idempotencyRecords.caller, caller)));
  for (const chunk of chunked(subjectIds)) {
    await ctx.db
      .delete(idempotencyRecords)
      .where(and(own, inArray(idempotencyRecords.subjectId, [...chunk])));
  }
}

/** Deletes records past their time. Answers how many. */
export async function sweep(ctx: Context): Promise<number> {
  const gone = await ctx.db
    .delete(idempotencyRecords)
    .where(
      and(
        eq(idempotencyRecords.storeId, ctx.store.id),
        eq(idempotencyRecords.status, "completed"),
        lt(idempotencyRecords.expiresAt, ctx.now()),
      ),
    )
    .returning({ id: idempotencyRecords.id });
  return gone.length;
}

const ofSubject = (ctx: Context, subjectId: string) =>
  and(eq(idempotencyRecords.storeId, ctx.store.id), eq(idempotencyRecords.subjectId, subjectId));

const hashOf = (input: unknown): string =>
  createHash("sha256").update(canonicalJson(input)).digest("hex");
