/** What is shown beside a product, as its draft has it. */
import { productRelations, products } from "@souk/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import type { ReadyProduct } from "../drafts.ts";
import { storable } from "./storable.ts";

type Relations = NonNullable<ReadyProduct["relations"]>;

/** Whether they changed; undefined leaves them. Throws `product_unknown`, naming the field. */
export async function saveRelations(
  ctx: Context,
  productId: string,
  relations: Relations | undefined,
): Promise<boolean> {
  if (relations === undefined) return false;
  const own = and(
    eq(productRelations.storeId, ctx.store.id),
    eq(productRelations.productId, productId),
  );
  const before = await ctx.db
    .select({ kind: productRelations.kind, relatedId: productRelations.relatedId })
    .from(productRelations)
    .where(own)
    .orderBy(asc(productRelations.position));
  const wanted = await found(ctx, productId, relations);
  const keysOf = (rows: typeof before) => rows.map(({ kind, relatedId }) => `${kind} ${relatedId}`);
  if (keysOf(before).join() === keysOf(wanted).join()) return false;
  if (before.length > 0) await ctx.db.delete(productRelations).where(own);
  const rows = wanted.map((relation, position) => ({ ...relation, position }));
  if (rows.length > 0) {
    await ctx.db
      .insert(productRelations)
      .values(rows.map((row) => ({ ...row, storeId: ctx.store.id, productId })));
  }
  return true;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Each once, in the order of the draft. */
async function found(ctx: Context, productId: string, relations: Relations) {
  if (relations.length === 0) return [];
  const refs = relations.map(({ product }) => product);
  const ids = refs.map((ref) => ref.toLowerCase()).filter((ref) => UUID.test(ref));
  const rows = await ctx.db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(
      and(
        eq(products.storeId, ctx.store.id),
        or(inArray(products.slug, refs.map(storable)), inArray(products.id, ids)),
      ),
    );
  const all = relations.map(({ kind, product }, i) => {
    const row =
      rows.find(({ id }) => id === product.toLowerCase()) ??
      rows.find(({ slug }) => slug === product);
    if (row !== undefined && row.id !== productId) return { kind, relatedId: row.id };
    const message =
      row === undefined ? "There is no such product." : "A product is not related to itself.";
    throw invalidField(`relations.${i}.product`, "product_unknown", message);
  });
  return [...new Map(all.map((one) => [`${one.kind} ${one.relatedId}`, one])).values()];
}
