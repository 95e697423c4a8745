/** Numbers that people see, such as order numbers: rising, one row each, without a gap. */
import { storeCounters } from "@souk/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

const FIRST_NUMBER = 1001;

/** Inside the caller's unit of work, and late in it: others wait for the row until it ends. */
export async function nextNumber(ctx: Context, name: string): Promise<number> {
  const counter = and(eq(storeCounters.storeId, ctx.store.id), eq(storeCounters.name, name));
  const next = async () => {
    const [row] = await ctx.db
      .update(storeCounters)
      .set({ value: sql`${storeCounters.value} + 1` })
      .where(counter)
      .returning({ value: storeCounters.value });
    return row?.value;
  };
  const known = await next();
  if (known !== undefined) return known;
  await ctx.db
    .insert(storeCounters)
    .values({ storeId: ctx.store.id, name, value: FIRST_NUMBER - 1 })
    .onConflictDoNothing();
  const first = await next();
  if (first === undefined) throw new Error(`the counter ${name} was not stored`);
  return first;
}
