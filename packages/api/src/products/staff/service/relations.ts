/** What staff chose to show beside a product, published or not. */
import { productRelations, products } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import type { StaffProduct } from "../contract.ts";
import { publishedNow } from "./published.ts";

export async function relationsOf(
  ctx: Context,
  productId: string,
): Promise<StaffProduct["relations"]> {
  const { db, store } = ctx;
  const rows = await db
    .select({
      kind: productRelations.kind,
      id: products.id,
      slug: products.slug,
      title: products.title,
      isPublished: publishedNow(ctx.now()),
      pictureUrl: products.pictureUrl,
      pictureAlt: products.pictureAlt,
    })
    .from(productRelations)
    .innerJoin(
      products,
      and(eq(products.storeId, store.id), eq(products.id, productRelations.relatedId)),
    )
    .where(and(eq(productRelations.storeId, store.id), eq(productRelations.productId, productId)))
    .orderBy(asc(productRelations.position), asc(products.id));
  return rows.map((row) => ({
    kind: row.kind,
    product_id: row.id,
    slug: row.slug,
    title: row.title,
    is_published: row.isPublished,
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
  }));
}
