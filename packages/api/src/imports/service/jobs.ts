/** Imports as staff see and steer them. */
import { assets, importJobs, importProblems } from "@souk/db/schema";
import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { countOf, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { conflict, invalidField, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { refuseWithout } from "../../kernel/refuse-without.ts";
import {
  type ImportJob,
  type ImportPage,
  type ImportProblemPage,
  type ImportProblemsInput,
  type ImportRef,
  type ListImportsInput,
  Mapping,
  type StartImportInput,
} from "../contract.ts";
import { importFinished } from "../events.ts";
import { actorIdOf, fileOf } from "./files.ts";

export type JobRow = typeof importJobs.$inferSelect;

/** A worker takes it up within seconds. Throws `import_file_unknown`, `mapping_missing`, `permission_missing`. */
export function start(ctx: Context<Staff>, input: StartImportInput): Promise<ImportJob> {
  const { format, mapping, dry_run: isDryRun } = input;
  if ((format === "mapped_json") !== (mapping !== undefined)) {
    const message = "A mapping belongs to mapped_json, and mapped_json needs one.";
    throw invalidField("mapping", "mapping_missing", message);
  }
  return inTransaction(ctx, async (ctx) => {
    const file = await fileOf(ctx, input.asset_id);
    refuseBeyond(ctx, format, mapping);
    const [row] = await ctx.db
      .insert(importJobs)
      .values({
        ...{ storeId: ctx.store.id, format, assetId: file.id, isDryRun },
        mapping: mapping ?? null,
        status: "queued",
        createdBy: actorIdOf(ctx),
        createdAt: ctx.now(),
      })
      .returning();
    if (row === undefined) throw new Error("the import was not stored");
    const details = { format, dry_run: isDryRun };
    const subject = { type: "import", id: row.id };
    await record(ctx, { action: "import.started", subject, details });
    return jobOf(row, file.fileName);
  });
}

/**
 * What an import may change, its starter may change otherwise. Whether a line format sets stock is known
 * only by its lines, so it always counts as if it did.
 */
function refuseBeyond(
  ctx: Context<Staff>,
  format: JobRow["format"],
  mapping: Mapping | undefined,
): void {
  if (format !== "mapped_json" || mapping?.product.on_hand !== undefined) {
    refuseWithout(ctx, "inventory:write");
  }
  if (mapping?.reviews !== undefined) refuseWithout(ctx, "reviews:write");
}

const joined = (ctx: Context) =>
  ctx.db
    .select({ job: importJobs, fileName: assets.fileName })
    .from(importJobs)
    .innerJoin(assets, and(eq(assets.storeId, ctx.store.id), eq(assets.id, importJobs.assetId)));

const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Newest first. */
export async function list(ctx: Context, { cursor, limit }: ListImportsInput): Promise<ImportPage> {
  const before = cursor === undefined ? LAST : decodeCursor("imports", "number", cursor).id;
  const rows = await joined(ctx)
    .where(and(eq(importJobs.storeId, ctx.store.id), lt(importJobs.id, before)))
    .orderBy(desc(importJobs.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.job.id;
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(({ job, fileName }) => jobOf(job, fileName)),
    next_cursor: more ? encodeCursor("imports", { key: 0, id: last }) : null,
  };
}

const ownJob = (ctx: Context, id: string) =>
  and(eq(importJobs.storeId, ctx.store.id), eq(importJobs.id, id.toLowerCase()));

/** Throws `import_not_found`. */
export async function get(ctx: Context, { id }: ImportRef): Promise<ImportJob> {
  const [row] = await joined(ctx).where(ownJob(ctx, id));
  if (row === undefined) throw notFound("import");
  return jobOf(row.job, row.fileName);
}

/** In the order of the file. Throws `import_not_found`. */
export async function problems(
  ctx: Context,
  { id, cursor, limit }: ImportProblemsInput,
): Promise<ImportProblemPage> {
  await get(ctx, { id });
  const after =
    cursor === undefined ? { key: -1, id: LAST } : decodeCursor("row", "number", cursor);
  const rows = await ctx.db
    .select()
    .from(importProblems)
    .where(
      and(
        eq(importProblems.storeId, ctx.store.id),
        eq(importProblems.jobId, id.toLowerCase()),
        sql`(${importProblems.row}, ${importProblems.id}) > (${countOf(after)}, ${after.id})`,
      ),
    )
    .orderBy(asc(importProblems.row), asc(importProblems.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(({ row, column, message }) => ({ row, column, message })),
    next_cursor: more ? encodeCursor("row", { key: last.row, id: last.id }) : null,
  };
}

/**
 * What is in stays in; the rest is not read. Throws `import_not_found`, and `import_over` for one that
 * has ended.
 */
export function cancel(ctx: Context<Staff>, { id }: ImportRef): Promise<ImportJob> {
  return inTransaction(ctx, async (ctx) => {
    const [ended] = await ctx.db
      .update(importJobs)
      .set({ status: "canceled", leaseHolder: null, leaseUntil: null, finishedAt: ctx.now() })
      .where(and(ownJob(ctx, id), inArray(importJobs.status, ["queued", "running"])))
      .returning({ id: importJobs.id });
    const job = await get(ctx, { id });
    if (ended === undefined) throw conflict("import_over", "This import has ended already.");
    await publish(ctx, importFinished(job.id, "canceled"));
    await record(ctx, { action: "import.canceled", subject: { type: "import", id: job.id } });
    return job;
  });
}

/**
 * One that was canceled or failed waits again, and goes on behind its last finished record: nothing is
 * done twice. Throws `import_not_found`, and `import_not_resumable` for one under way or finished.
 */
export function resume(ctx: Context<Staff>, { id }: ImportRef): Promise<ImportJob> {
  return inTransaction(ctx, async (ctx) => {
    const [resumed] = await ctx.db
      .update(importJobs)
      .set({ status: "queued", failure: null, finishedAt: null })
      .where(and(ownJob(ctx, id), inArray(importJobs.status, ["canceled", "failed"])))
      .returning({ id: importJobs.id });
    const job = await get(ctx, { id });
    if (resumed === undefined) {
      const message = "Only an import that was canceled or failed can go on.";
      throw conflict("import_not_resumable", message);
    }
    refuseBeyond(ctx, job.format, job.mapping ?? undefined);
    await record(ctx, { action: "import.resumed", subject: { type: "import", id: job.id } });
    return job;
  });
}

/** Those that nobody works on. */
export const isWaiting = (now: Date) =>
  or(
    eq(importJobs.status, "queued"),
    and(eq(importJobs.status, "running"), lt(importJobs.leaseUntil, now)),
  );

function jobOf(row: JobRow, fileName: string): ImportJob {
  return {
    id: row.id,
    format: row.format,
    asset_id: row.assetId,
    mapping: row.mapping === null ? null : Mapping.parse(row.mapping),
    file_name: fileName,
    is_dry_run: row.isDryRun,
    status: row.status,
    failure: row.failure,
    total: row.total,
    processed: row.processed,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    refused: row.refused,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}
