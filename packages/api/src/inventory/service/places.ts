/** Where stock lies: finding the location that a call names, or the one that is meant when none is named. */
import { stockLocations } from "@souk/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";

export interface Place {
  readonly id: string;
  readonly position: number;
  readonly isActive: boolean;
}

const columns = {
  id: stockLocations.id,
  position: stockLocations.position,
  isActive: stockLocations.isActive,
};

/** The first location that is sold from, when nobody names one; made with the first stock. */
export async function defaultPlace(ctx: Context): Promise<Place> {
  const first = () =>
    ctx.db
      .select(columns)
      .from(stockLocations)
      .where(eq(stockLocations.storeId, ctx.store.id))
      .orderBy(desc(stockLocations.isActive), asc(stockLocations.position), asc(stockLocations.id))
      .limit(1);
  const [known] = await first();
  if (known !== undefined) return known;
  await ctx.db
    .insert(stockLocations)
    .values({ storeId: ctx.store.id, code: "main", name: "Main warehouse", position: 0 })
    .onConflictDoNothing();
  const [made] = await first();
  if (made === undefined) throw new Error("the default location was not stored");
  return made;
}

/** Those that there are, in one statement. */
export async function placesByCode(
  ctx: Context,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ ...columns, code: stockLocations.code })
    .from(stockLocations)
    .where(and(eq(stockLocations.storeId, ctx.store.id), inArray(stockLocations.code, [...codes])));
  return new Map(rows.map(({ code, ...place }) => [code, place]));
}

export async function placeOf(ctx: Context, id: string | undefined): Promise<Place> {
  if (id === undefined) return defaultPlace(ctx);
  const [known] = await ctx.db
    .select(columns)
    .from(stockLocations)
    .where(and(eq(stockLocations.storeId, ctx.store.id), eq(stockLocations.id, id.toLowerCase())));
  if (known === undefined) throw notFound("stock location");
  return known;
}
