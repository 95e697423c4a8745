/** Product types: what products of one kind have in common. */
import { products, productTypes } from "@souk/db/schema";
import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import { freeSlug } from "../../../kernel/slug.ts";
import { reindex } from "../../service/reindex.ts";
import { forgetTexts } from "../../translations/service/forget.ts";
import {
  type CreateProductTypeInput,
  MAX_PRODUCT_TYPES,
  type ProductType,
  type ProductTypeList,
  type ProductTypeRef,
  type UpdateProductTypeInput,
} from "../contract.ts";
import { type AttributeRow, allAttributes, attributeOf } from "./attributes.ts";

type ProductTypeRow = typeof productTypes.$inferSelect;

export async function list(ctx: Context): Promise<ProductTypeList> {
  const rows = await ctx.db
    .select()
    .from(productTypes)
    .where(eq(productTypes.storeId, ctx.store.id))
    .orderBy(asc(productTypes.name));
  const all = await allAttributes(ctx);
  const counts = await productCounts(ctx);
  return { items: rows.map((row) => productTypeOf(row, all, counts)) };
}

export async function get(ctx: Context, { id }: ProductTypeRef): Promise<ProductType> {
  const found = (await list(ctx)).items.find((type) => type.id === id.toLowerCase());
  if (found === undefined) throw notFound("product type");
  return found;
}

export function create(ctx: Context, { name }: CreateProductTypeInput): Promise<ProductType> {
  return inTransaction(ctx, async (ctx) => {
    await takeTurnsOfTypes(ctx);
    if ((await findByName(ctx, name)) !== undefined) throw nameTaken(name);
    const row = await insert(ctx, name);
    await recordAct(ctx, "product_type.created", row.id, { slug: row.slug });
    return productTypeOf(row, [], new Map());
  });
}

/** Its products are found by the new name from then on. */
export function update(ctx: Context, { id, name }: UpdateProductTypeInput): Promise<ProductType> {
  return inTransaction(ctx, async (ctx) => {
    await takeTurnsOfTypes(ctx);
    const before = await lock(ctx, id);
    const other = await findByName(ctx, name);
    if (other !== undefined && other.id !== before.id) throw nameTaken(name);
    await ctx.db.update(productTypes).set({ name }).where(named(ctx, before.id));
    const renamed = await ctx.db
      .update(products)
      .set({ productType: name })
      .where(and(ofType(ctx, before.id), ne(products.productType, name)))
      .returning({ id: products.id });
    await reindex(
      ctx,
      renamed.map(({ id }) => id),
    );
    await recordAct(ctx, "product_type.updated", before.id, { slug: before.slug });
    return get(ctx, { id: before.id });
  });
}

/** Its attributes go with it. */
export async function remove(ctx: Context, { id }: ProductTypeRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { id: typeId, slug } = await lock(ctx, id);
    const [held] = await ctx.db.select({ n: count() }).from(products).where(ofType(ctx, typeId));
    const used = Number(held?.n ?? 0);
    if (used > 0) {
      throw conflict("product_type_in_use", `${productsOf(used)} of this type. Change them first.`);
    }
    const own = (await allAttributes(ctx)).filter(({ productTypeId }) => productTypeId === typeId);
    await forgetTexts(
      ctx,
      own.map((attribute) => attribute.id),
    );
    await ctx.db.delete(productTypes).where(named(ctx, typeId));
    await recordAct(ctx, "product_type.deleted", typeId, { slug });
  });
}

/** The id of the type of this name, which is made when it is new; null for no name. */
export async function ensure(ctx: Context, name: string): Promise<string | null> {
  if (name === "") return null;
  // Whoever deletes it meanwhile waits for the product, and then finds it in use.
  const known = await findByName(ctx, name);
  if (known !== undefined) return known.id;
  await takeTurnsOfTypes(ctx);
  return ((await findByName(ctx, name)) ?? (await insert(ctx, name))).id;
}

/** Whether there is a type of this name. */
export const exists = async (ctx: Context, name: string): Promise<boolean> =>
  (await findByName(ctx, name)) !== undefined;

const productsOf = (n: number): string => (n === 1 ? "1 product is" : `${n} products are`);

async function lock(ctx: Context, id: string): Promise<ProductTypeRow> {
  const [row] = await ctx.db
    .select()
    .from(productTypes)
    .where(named(ctx, id.toLowerCase()))
    .for("update");
  if (row === undefined) throw notFound("product type");
  return row;
}

const takeTurnsOfTypes = (ctx: Context) => takeTurns(ctx.db, [`product-types:${ctx.store.id}`]);

async function findByName(ctx: Context, name: string): Promise<ProductTypeRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(productTypes)
    .where(and(eq(productTypes.storeId, ctx.store.id), eq(productTypes.name, name)))
    .for("key share");
  return row;
}

/** Callers take turns. */
async function insert(ctx: Context, name: string): Promise<ProductTypeRow> {
  const rows = await ctx.db
    .select({ slug: productTypes.slug })
    .from(productTypes)
    .where(eq(productTypes.storeId, ctx.store.id));
  if (rows.length >= MAX_PRODUCT_TYPES) {
    throw conflict("too_many_product_types", `A store has at most ${MAX_PRODUCT_TYPES} types.`);
  }
  const slugs = rows.map(({ slug }) => slug);
  const [row] = await ctx.db
    .insert(productTypes)
    .values({
      ...{ storeId: ctx.store.id, slug: freeSlug(name, slugs, "type"), name },
      ...{ createdAt: ctx.now(), updatedAt: ctx.now() },
    })
    .returning();
  if (row === undefined) throw new Error("the product type was not stored");
  return row;
}

async function productCounts(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .select({ typeId: products.productTypeId, n: count() })
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), sql`${products.productTypeId} is not null`))
    .groupBy(products.productTypeId);
  return new Map(rows.map(({ typeId, n }) => [typeId ?? "", Number(n)]));
}

const productTypeOf = (
  { id, slug, name }: ProductTypeRow,
  all: readonly AttributeRow[],
  counts: ReadonlyMap<string, number>,
): ProductType => ({
  ...{ id, slug, name },
  product_count: counts.get(id) ?? 0,
  attributes: all.filter(({ productTypeId }) => productTypeId === id).map(attributeOf),
});

const named = (ctx: Context, id: string) =>
  and(eq(productTypes.storeId, ctx.store.id), eq(productTypes.id, id));

const ofType = (ctx: Context, typeId: string) =>
  and(eq(products.storeId, ctx.store.id), eq(products.productTypeId, typeId));

function nameTaken(name: string) {
  const message = `There is a product type ${name} already.`;
  return conflict("name_taken", message, { fields: { name: [message] } });
}

const recordAct = (
  ctx: Context,
  action: "product_type.created" | "product_type.updated" | "product_type.deleted",
  id: string,
  details: { readonly slug: string },
) => record(ctx, { action, subject: { type: "product_type", id }, details });
