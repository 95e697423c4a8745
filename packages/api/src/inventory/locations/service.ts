/** The store's locations: made, ordered, closed, and deleted while nothing ever lay there. */
import { isUniqueViolation } from "@souk/db";
import { stockLevels, stockLocations, stockTransfers } from "@souk/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { takeTurns } from "../../kernel/limits.ts";
import { changeStock } from "../service/change-stock.ts";
import type { Stock } from "../service/stock.ts";
import {
  type CreateLocationInput,
  type LocationRef,
  MAX_LOCATIONS,
  type StockLocation,
  type StockLocationList,
  type UpdateLocationInput,
} from "./contract.ts";

type Row = typeof stockLocations.$inferSelect;

export async function listLocations(ctx: Context): Promise<StockLocationList> {
  return { items: (await rowsOf(ctx)).map(locationOf) };
}

const rowsOf = (ctx: Context) =>
  ctx.db
    .select()
    .from(stockLocations)
    .where(eq(stockLocations.storeId, ctx.store.id))
    .orderBy(asc(stockLocations.position), asc(stockLocations.id));

export const createLocation = (ctx: Context, input: CreateLocationInput): Promise<StockLocation> =>
  withFreeCode(() =>
    inTransaction(ctx, async (ctx) => {
      await takeTurns(ctx.db, [`stock_locations:${ctx.store.id}`]);
      const known = await rowsOf(ctx);
      if (known.length >= MAX_LOCATIONS) {
        throw conflict("too_many_locations", `A store has at most ${MAX_LOCATIONS} locations.`);
      }
      const row = await insert(ctx, input, known.at(-1));
      await record(ctx, { action: "stock_location.created", ...about(row) });
      return locationOf(row);
    }),
  );

/** For set-up and for staff: `last` is the location that it comes behind unless it says its place. */
async function insert(ctx: Context, input: CreateLocationInput, last: Row | undefined) {
  const { code, name, country_code: countryCode = "" } = input;
  const position = input.position ?? (last === undefined ? 0 : last.position + 1);
  const [row] = await ctx.db
    .insert(stockLocations)
    .values({
      ...{ storeId: ctx.store.id, code, name, countryCode, position, isActive: true },
      createdAt: ctx.now(),
    })
    .returning();
  if (row === undefined) throw new Error("the location was not stored");
  return row;
}

/** What the input leaves out stays. */
export const updateLocation = (ctx: Context, input: UpdateLocationInput): Promise<StockLocation> =>
  withFreeCode(() =>
    inTransaction(ctx, async (ctx) => {
      const before = await lock(ctx, input.id);
      const { code, name, country_code: countryCode, position, is_active: isActive } = input;
      if (isActive !== undefined && isActive !== before.isActive) {
        await turn(ctx, before, isActive);
      }
      const next = {
        code: code ?? before.code,
        name: name ?? before.name,
        countryCode: countryCode ?? before.countryCode,
        position: position ?? before.position,
      };
      const [row] = await ctx.db
        .update(stockLocations)
        .set(next)
        .where(named(ctx, before.id))
        .returning();
      if (row === undefined) throw notFound("stock location");
      await record(ctx, { action: "stock_location.updated", ...about(row) });
      return locationOf(row);
    }),
  );

/** With the stock of all that lies there locked: nobody sells from it meanwhile. */
async function turn(ctx: Context, { id }: Row, isActive: boolean): Promise<void> {
  const lying = await ctx.db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.locationId, id)));
  const variantIds = lying.map(({ variantId }) => variantId);
  await changeStock(ctx, variantIds, async (stock) => {
    const levels = levelsAt(stock, id);
    if (!isActive && levels.some(({ reserved, allocated }) => reserved + allocated > 0)) {
      const message = "Something there is held or sold and has not left. Settle that first.";
      throw conflict("location_holds_promises", message);
    }
    await ctx.db.update(stockLocations).set({ isActive }).where(named(ctx, id));
    for (const level of levels) level.isActive = isActive;
  });
}

const levelsAt = ({ levels }: Stock, locationId: string) =>
  [...levels.values()].flat().filter((level) => level.locationId === locationId);

export async function deleteLocation(ctx: Context, ref: LocationRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, ref.id);
    if (await isUsed(ctx, row.id)) {
      throw conflict("location_in_use", "It has a history: deactivate it instead.");
    }
    await ctx.db.delete(stockLocations).where(named(ctx, row.id));
    await record(ctx, { action: "stock_location.deleted", ...about(row) });
  });
}

async function isUsed(ctx: Context, id: string): Promise<boolean> {
  const levels = await ctx.db
    .select({ id: stockLevels.id })
    .from(stockLevels)
    .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.locationId, id)))
    .limit(1);
  const transfers = await ctx.db
    .select({ id: stockTransfers.id })
    .from(stockTransfers)
    .where(
      and(
        eq(stockTransfers.storeId, ctx.store.id),
        or(eq(stockTransfers.fromLocationId, id), eq(stockTransfers.toLocationId, id)),
      ),
    )
    .limit(1);
  return levels.length + transfers.length > 0;
}

async function lock(ctx: Context, id: string): Promise<Row> {
  const [row] = await ctx.db
    .select()
    .from(stockLocations)
    .where(named(ctx, id.toLowerCase()))
    // Levels and transfers that begin to refer to it wait, so that what is judged here stays so.
    .for("update");
  if (row === undefined) throw notFound("stock location");
  return row;
}

const named = (ctx: Context, id: string) =>
  and(eq(stockLocations.storeId, ctx.store.id), eq(stockLocations.id, id));

async function withFreeCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = "Another location has this code.";
    throw conflict("code_taken", message, { fields: { code: [message] } });
  }
}

const about = ({ id, code, isActive }: Row) => ({
  subject: { type: "stock_location", id },
  details: { code, is_active: isActive },
});

const locationOf = (row: Row): StockLocation => ({
  id: row.id,
  code: row.code,
  name: row.name,
  country_code: row.countryCode,
  position: row.position,
  is_active: row.isActive,
  created_at: row.createdAt.toISOString(),
});
