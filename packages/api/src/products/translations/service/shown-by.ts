/** The products that are found by the texts of a thing. */
import { attributeValues, products } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import type { TranslationsRef } from "../contract.ts";

/** In one order, so that two who make the same documents anew take turns. */
export async function productsThatShow(
  { db, store }: Context,
  { kind, subject_id: id }: TranslationsRef,
): Promise<readonly string[]> {
  if (kind === "product") return [id];
  if (kind === "brand") {
    const rows = await db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.storeId, store.id), eq(products.brandId, id)))
      .orderBy(asc(products.id));
    return rows.map((row) => row.id);
  }
  if (kind === "attribute") {
    const rows = await db
      .selectDistinct({ id: attributeValues.productId })
      .from(attributeValues)
      .where(and(eq(attributeValues.storeId, store.id), eq(attributeValues.attributeId, id)))
      .orderBy(asc(attributeValues.productId));
    return rows.map((row) => row.id);
  }
  return [];
}
