/** Stock for tests: locations, levels and what the books say of them. */
import { uuid7 } from "@souk/db";
import { stockLevels } from "@souk/db/schema";
import { eq } from "drizzle-orm";
import * as inventory from "../inventory/service/index.ts";
import type { Shop } from "./index.ts";

/** Another location, behind all others. */
export async function addLocation(shop: Shop): Promise<string> {
  const code = `l-${uuid7()}`;
  const { id } = await inventory.createLocation(shop.ctx(), { code, name: `Location ${code}` });
  return id;
}

export interface OnShelf {
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
}

/** Over all locations, by the rows themselves. */
export async function stockRows(shop: Shop, variantId: string): Promise<OnShelf> {
  const rows = await shop.test.database.system
    .select()
    .from(stockLevels)
    .where(eq(stockLevels.variantId, variantId));
  const sum = (of: keyof OnShelf) => rows.reduce((total, row) => total + row[of], 0);
  return { onHand: sum("onHand"), reserved: sum("reserved"), allocated: sum("allocated") };
}

/** All that the shop can sell of it, as shoppers are told. */
export async function availableOf(shop: Shop, variantId: string): Promise<number> {
  const { available } = await inventory.variantStock(shop.ctx(), { variant_id: variantId });
  return available;
}
