/** What is shown beside products, as files tell of it: by slug, behind the products themselves. */
import { productRelations, products } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, invalidField } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { RelationsDraft, readDraft } from "../drafts.ts";
import { productUpdated } from "../events.ts";
import type { SaveOutcome } from "./save-product.ts";
import { saveRelations } from "./save-relations.ts";

/** All that is related to it. Throws `product_unknown`, naming the field; `product_in_bin`. */
export async function relate(ctx: Context, input: RelationsDraft): Promise<SaveOutcome> {
  const { product: slug, relations } = readDraft(RelationsDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ id: products.id, deletedAt: products.deletedAt })
      .from(products)
      .where(and(eq(products.storeId, ctx.store.id), eq(products.slug, slug)))
      .for("update");
    if (row === undefined) {
      throw invalidField("product", "product_unknown", `There is no product ${slug}.`);
    }
    if (row.deletedAt) {
      throw conflict("product_in_bin", "This product is in the bin. Restore it first.");
    }
    if (!(await saveRelations(ctx, row.id, relations))) return "unchanged";
    await ctx.db
      .update(products)
      .set({ updatedAt: ctx.now() })
      .where(and(eq(products.storeId, ctx.store.id), eq(products.id, row.id)));
    await publish(ctx, productUpdated({ id: row.id, slug }));
    return "updated";
  });
}

/** Of those of these products that are related to any; none that leads into the bin. */
export async function relationsOf(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RelationsDraft["relations"]>> {
  if (ids.length === 0) return new Map();
  const related = alias(products, "related");
  const rows = await ctx.db
    .select({ slug: products.slug, kind: productRelations.kind, product: related.slug })
    .from(productRelations)
    .innerJoin(
      products,
      and(eq(products.storeId, ctx.store.id), eq(products.id, productRelations.productId)),
    )
    .innerJoin(
      related,
      and(
        eq(related.storeId, ctx.store.id),
        eq(related.id, productRelations.relatedId),
        isNull(related.deletedAt),
      ),
    )
    .where(
      and(
        eq(productRelations.storeId, ctx.store.id),
        inArray(productRelations.productId, [...ids]),
      ),
    )
    .orderBy(asc(productRelations.productId), asc(productRelations.position));
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  return new Map(
    [...bySlug].map(([slug, own]) => [slug, own.map(({ kind, product }) => ({ kind, product }))]),
  );
}
