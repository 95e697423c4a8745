/** What is kept of imports, and for how long: jobs and their files go, the products stay. */
import { assets, importJobs } from "@souk/db/schema";
import { and, asc, eq, lt, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";

const DAY_MS = 86_400_000;
export const IMPORTS_KEPT_DAYS = 90;
/** Files that nobody started an import of. */
const UNUSED_KEPT_DAYS = 1;
const BATCH = 50;

/** Many nodes may call it. Answers how many files it deleted. */
export async function sweep(ctx: Context): Promise<number> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await ctx.db
    .delete(importJobs)
    .where(
      and(
        eq(importJobs.storeId, ctx.store.id),
        lt(importJobs.finishedAt, before(IMPORTS_KEPT_DAYS)),
      ),
    );
  const unused = await ctx.db
    .select({ id: assets.id, storageKey: assets.storageKey })
    .from(assets)
    .where(
      and(
        eq(assets.storeId, ctx.store.id),
        eq(assets.purpose, "import"),
        lt(assets.createdAt, before(UNUSED_KEPT_DAYS)),
        isUnused(ctx),
      ),
    )
    .orderBy(asc(assets.id))
    .limit(BATCH);
  for (const { id, storageKey } of unused) {
    // The file first: without its row nobody would ever look for it.
    await ctx.ports.storage.delete(storageKey);
    await inTransaction(ctx, async ({ db, store }) => {
      await db
        .delete(assets)
        .where(and(eq(assets.storeId, store.id), eq(assets.id, id), isUnused(ctx)));
    });
  }
  return unused.length;
}

const isUnused = ({ store }: Context) => sql`not exists (
  select 1 from ${importJobs}
  where ${importJobs.storeId} = ${store.id} and ${importJobs.assetId} = ${assets.id})`;
