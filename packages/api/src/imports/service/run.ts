/**
 * Working imports off, on any node. Whoever works on one holds a lease; what has become of a group
 * commits with the group. After a crash another node goes on behind the last group, so nothing is done
 * twice and nothing is left out.
 */
import { isUnavailable } from "@souk/db";
import { assets, importJobs, importProblems } from "@souk/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { Mapping } from "../contract.ts";
import { importFinished } from "../events.ts";
import type { FileSource } from "../formats/records.ts";
import { type ImportFormat, readerOf } from "./import-file.ts";
import { type TakenGroup, takeIn } from "./intake.ts";
import { isWaiting, type JobRow } from "./jobs.ts";

const LEASE_MS = 60_000;

/**
 * Works one waiting import off, as `node`; when that is `stopping`, it leaves the rest to others. Answers
 * whether there was one.
 */
export async function runNext(
  ctx: Context,
  node: string,
  stopping: () => boolean = () => false,
): Promise<boolean> {
  const job = await claim(ctx, node);
  if (job === null) return false;
  try {
    await work(ctx, job, node, stopping);
  } catch (error) {
    if (error instanceof NoLongerMine) return true;
    // Another time it may go: whoever comes next takes it up when the lease is over.
    if (isUnavailable(error) || (error instanceof DomainError && error.kind === "unavailable")) {
      throw error;
    }
    await end(ctx, job, node, {
      status: "failed",
      failure: "It stopped because of a fault of ours.",
    });
    throw error;
  }
  return true;
}

/** Somebody canceled it, or took it for abandoned. */
class NoLongerMine extends Error {}

async function claim(ctx: Context, node: string): Promise<JobRow | null> {
  const now = ctx.now();
  const waiting = and(eq(importJobs.storeId, ctx.store.id), isWaiting(now));
  const [next] = await ctx.db
    .select({ id: importJobs.id })
    .from(importJobs)
    .where(waiting)
    .orderBy(asc(importJobs.id))
    .limit(1);
  if (next === undefined) return null;
  const [claimed] = await ctx.db
    .update(importJobs)
    .set({
      status: "running",
      leaseHolder: node,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      startedAt: sql`coalesce(${importJobs.startedAt}, ${sql.param(now, importJobs.startedAt)})`,
    })
    .where(and(waiting, eq(importJobs.id, next.id)))
    .returning();
  return claimed ?? null;
}

async function work(
  ctx: Context,
  job: JobRow,
  node: string,
  stopping: () => boolean,
): Promise<void> {
  const total = job.total ?? (await count(ctx, job));
  if (job.total === null) await move(ctx, job, node, { total });
  const source = await sourceOf(ctx, job);
  const records = readerOf(formatOf(job), source, ctx.store.currency, `import ${job.id}`);
  const groups = takeIn(ctx, records, {
    dryRun: job.isDryRun,
    skip: job.processed,
    note: (ctx, group) => note(ctx, job, node, group),
  });
  for await (const _group of groups) {
    if (!stopping()) continue;
    await move(ctx, job, node, { status: "queued", leaseHolder: null });
    return;
  }
  await end(ctx, job, node, { status: "finished" });
}

function formatOf({ format, mapping }: JobRow): ImportFormat {
  return format === "mapped_json"
    ? { kind: format, mapping: Mapping.parse(mapping) }
    : { kind: format };
}

async function sourceOf(ctx: Context, job: JobRow): Promise<FileSource> {
  const [file] = await ctx.db
    .select({ storageKey: assets.storageKey })
    .from(assets)
    .where(and(eq(assets.storeId, ctx.store.id), eq(assets.id, job.assetId)));
  const stored = file === undefined ? null : await ctx.ports.storage.get(file.storageKey);
  if (stored === null) throw new Error(`the file of the import ${job.id} is not in the storage`);
  return stored.body;
}

/** Reads the file once without storing anything, so that people see how far it is. */
async function count(ctx: Context, job: JobRow): Promise<number> {
  let records = 0;
  const reader = readerOf(formatOf(job), await sourceOf(ctx, job), ctx.store.currency);
  for await (const _record of reader) records += 1;
  return records;
}

async function note(ctx: Context, job: JobRow, node: string, group: TakenGroup): Promise<void> {
  await move(ctx, job, node, {
    processed: sql`${importJobs.processed} + ${group.records}`,
    created: sql`${importJobs.created} + ${group.created}`,
    updated: sql`${importJobs.updated} + ${group.updated}`,
    unchanged: sql`${importJobs.unchanged} + ${group.unchanged}`,
    refused: sql`${importJobs.refused} + ${group.refused}`,
  });
  const told = [...group.failed, ...group.warnings];
  if (told.length === 0) return;
  await ctx.db
    .insert(importProblems)
    .values(told.map((problem) => ({ ...problem, storeId: ctx.store.id, jobId: job.id })));
}

type Change = PgUpdateSetSource<typeof importJobs>;

/** Throws `NoLongerMine`, and so undoes the unit of work that it is in, if another has it now. */
async function move(ctx: Context, job: JobRow, node: string, change: Change): Promise<void> {
  const leaseUntil = new Date(ctx.now().getTime() + LEASE_MS);
  const moved = await ctx.db
    .update(importJobs)
    .set({ leaseUntil, ...change })
    .where(
      and(
        eq(importJobs.storeId, ctx.store.id),
        eq(importJobs.id, job.id),
        eq(importJobs.status, "running"),
        eq(importJobs.leaseHolder, node),
      ),
    )
    .returning({ id: importJobs.id });
  if (moved.length === 0) throw new NoLongerMine();
}

type Ending =
  | { readonly status: "finished" }
  | { readonly status: "failed"; readonly failure: string };

function end(ctx: Context, job: JobRow, node: string, ending: Ending): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const over = { leaseHolder: null, leaseUntil: null, finishedAt: ctx.now() };
    await move(ctx, job, node, { ...over, ...ending });
    await publish(ctx, importFinished(job.id, ending.status));
  });
}
