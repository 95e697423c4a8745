/** What staff picked for a collection, and its order. */
import { collectionProducts, products } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, DomainError, notFound } from "../../../kernel/errors.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import {
  type AddProductsInput,
  MAX_PICKED,
  type OrderProductsInput,
  type PickedProducts,
  type RemoveProductInput,
  type StaffCollectionRef,
} from "../contract.ts";
import { getForStaff, lock, recordAct } from "./manage.ts";

export async function listProducts(ctx: Context, ref: StaffCollectionRef): Promise<PickedProducts> {
  const { id } = await getForStaff(ctx, ref);
  const rows = await ctx.db
    .select({
      id: products.id,
      slug: products.slug,
      title: products.title,
      status: products.status,
      url: products.pictureUrl,
      alt: products.pictureAlt,
    })
    .from(collectionProducts)
    .innerJoin(
      products,
      and(
        eq(products.storeId, collectionProducts.storeId),
        eq(products.id, collectionProducts.productId),
      ),
    )
    .where(of(ctx, id))
    .orderBy(asc(collectionProducts.position));
  return {
    items: rows.map(({ url, alt, ...row }) => ({
      ...row,
      picture: pictureOrNull(url, alt),
    })),
  };
}

/** What is in it already takes the new place. */
export function addProducts(ctx: Context, input: AddProductsInput): Promise<PickedProducts> {
  const added = lowered(input.product_ids);
  return change(ctx, input.id, async (ctx, before) => {
    await refuseUnknown(ctx, added);
    const others = before.filter((id) => !added.includes(id));
    const at = input.position ?? others.length;
    const after = [...others.slice(0, at), ...added, ...others.slice(at)];
    if (after.length > MAX_PICKED) {
      throw conflict("too_many_products", `A collection has at most ${MAX_PICKED} products.`);
    }
    return after;
  });
}

/** These and no others, in this order. */
export function setProducts(
  ctx: Context,
  input: Pick<AddProductsInput, "id" | "product_ids">,
): Promise<PickedProducts> {
  const wanted = lowered(input.product_ids);
  return change(ctx, input.id, async (ctx) => {
    await refuseUnknown(ctx, wanted);
    return wanted;
  });
}

export function removeProduct(ctx: Context, input: RemoveProductInput): Promise<PickedProducts> {
  const gone = input.product_id.toLowerCase();
  return change(ctx, input.id, async (_ctx, before) => {
    if (!before.includes(gone)) throw notFound("product");
    return before.filter((id) => id !== gone);
  });
}

/** Throws `collection_changed` when the list is not what is in it now. */
export function orderProducts(ctx: Context, input: OrderProductsInput): Promise<PickedProducts> {
  const wanted = lowered(input.product_ids);
  return change(ctx, input.id, async (_ctx, before) => {
    if (wanted.length === before.length && before.every((id) => wanted.includes(id))) return wanted;
    const message = "Other products are in the collection now. Reload it.";
    throw conflict("collection_changed", message, { fields: { product_ids: [message] } });
  });
}

/** One change at a time, from the order before to the order after it. */
function change(
  ctx: Context,
  collectionId: string,
  next: (ctx: Context, before: readonly string[]) => Promise<readonly string[]>,
): Promise<PickedProducts> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, collectionId);
    if (row.kind !== "manual") {
      throw conflict("collection_by_rules", "The products of this collection follow its rules.");
    }
    const before = await ctx.db
      .select({ id: collectionProducts.productId })
      .from(collectionProducts)
      .where(of(ctx, row.id))
      .orderBy(asc(collectionProducts.position));
    const after = await next(
      ctx,
      before.map(({ id }) => id),
    );
    await ctx.db.delete(collectionProducts).where(of(ctx, row.id));
    if (after.length > 0) {
      const own = { storeId: ctx.store.id, collectionId: row.id };
      const rows = after.map((productId, position) => ({ ...own, productId, position }));
      await ctx.db.insert(collectionProducts).values(rows);
    }
    await recordAct(ctx, "collection.products_changed", row);
    return listProducts(ctx, row);
  });
}

const of = (ctx: Context, collectionId: string) =>
  and(
    eq(collectionProducts.storeId, ctx.store.id),
    eq(collectionProducts.collectionId, collectionId),
  );

const lowered = (ids: readonly string[]): string[] => [
  ...new Set(ids.map((id) => id.toLowerCase())),
];

/** Those in the bin count as unknown. */
async function refuseUnknown(ctx: Context, ids: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(
      and(
        eq(products.storeId, ctx.store.id),
        inArray(products.id, [...ids]),
        isNull(products.deletedAt),
      ),
    );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.flatMap((id, i) =>
    known.has(id) ? [] : [[`product_ids.${i}`, ["There is no such product."]]],
  );
  if (unknown.length === 0) return;
  const fields: Record<string, string[]> = Object.fromEntries(unknown);
  throw new DomainError("invalid", "invalid_input", "Invalid input.", { fields });
}
