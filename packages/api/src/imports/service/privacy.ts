/** Who started an import: told to them, and taken off when they go. */
import { importJobs } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";

const startedBy = ({ store }: Context, { userId }: Person) =>
  and(eq(importJobs.storeId, store.id), eq(importJobs.createdBy, userId));

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select({
      id: importJobs.id,
      format: importJobs.format,
      status: importJobs.status,
      createdAt: importJobs.createdAt,
    })
    .from(importJobs)
    .where(startedBy(ctx, person))
    .orderBy(asc(importJobs.id));
  return { imports_started: rows.map(personalRecord) };
}

export async function forgetStarter(ctx: Context, person: Person): Promise<void> {
  await ctx.db.update(importJobs).set({ createdBy: null }).where(startedBy(ctx, person));
}
