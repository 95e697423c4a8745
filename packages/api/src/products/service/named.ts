/** Finding what files name by slug or code. */
import { attributes, brands, categories, collections, products } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
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

/** In the order of the names, in one statement. Throws `<kind>_unknown`, naming the first that is not there. */
export async function idsOfNamed(
  ctx: Context,
  kind: TranslatableKind,
  names: readonly string[],
  fieldOf: (i: number) => string,
): Promise<string[]> {
  if (names.length === 0) return [];
  const [table, column] = named[kind];
  const rows = await ctx.db
    .select({ id: table.id, name: column })
    .from(table)
    .where(
      and(
        eq(table.storeId, ctx.store.id),
        inArray(column, [...new Set(names.map(storable))]),
        kind === "product" ? isNull(products.deletedAt) : undefined,
      ),
    );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return names.map((name, i) => {
    const id = ids.get(storable(name));
    if (id === undefined) {
      throw invalidField(fieldOf(i), `${kind}_unknown`, `There is no ${kind} ${name}.`);
    }
    return id;
  });
}

/** Of all of a kind, in the order of their slugs. */
export async function slugsById(
  { db, store }: Context,
  kind: "brand" | "category" | "collection",
): Promise<ReadonlyMap<string, string>> {
  const [table, column] = named[kind];
  const rows = await db
    .select({ id: table.id, slug: column })
    .from(table)
    .where(eq(table.storeId, store.id))
    .orderBy(asc(column));
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}
