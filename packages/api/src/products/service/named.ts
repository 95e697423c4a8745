/** Finding what files name by slug or code. */
import { attributes, brands, categories, collections, products } from "@souk/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import type { TranslatableKind } from "../translations/contract.ts";
import { storable } from "./storable.ts";

/** By what each is named. */
export const named = {
  product: [products, products.slug],
  category: [categories, categories.slug],
  collection: [collections, collections.slug],
  brand: [brands, brands.slug],
  attribute: [attributes, attributes.code],
} as const;

/** Throws `<kind>_unknown`, naming the field that names it. */
export async function idOfNamed(
  ctx: Context,
  kind: TranslatableKind,
  name: string,
  field: string,
): Promise<string> {
  const [table, column] = named[kind];
  const [row] = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.storeId, ctx.store.id),
        eq(column, storable(name)),
        kind === "product" ? isNull(products.deletedAt) : undefined,
      ),
    );
  if (row === undefined)
    throw invalidField(field, `${kind}_unknown`, `There is no ${kind} ${name}.`);
  return row.id;
}
