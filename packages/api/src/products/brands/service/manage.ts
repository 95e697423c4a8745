/** Keeping brands. A brand's name stands on its products, and is changed there with it. */
import { isUniqueViolation } from "@souk/db";
import { brands, products } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import { holdCatalogPicture } from "../../../media/service/index.ts";
import * as search from "../../../search/service/index.ts";
import { brandUpdated } from "../../events.ts";
import { differs } from "../../service/changes.ts";
import { freeSlug } from "../../service/free-slug.ts";
import { forgetSlugs, rememberSlug } from "../../service/slugs.ts";
import { forgetTexts } from "../../translations/service/forget.ts";
import type { CreateBrandInput, StaffBrand, StaffBrandRef, UpdateBrandInput } from "../contract.ts";
import { getAny } from "./read.ts";

type BrandRow = typeof brands.$inferSelect;

/** Throws `brand_exists` and `asset_unknown`, naming the field. */
export async function create(ctx: Context, input: CreateBrandInput): Promise<StaffBrand> {
  return unique(ctx, async (ctx) => {
    const slug = input.slug ?? (await freeSlug(ctx, "brand", input.name));
    await refuseTaken(ctx, { name: input.name, slug });
    await holdCatalogPicture(ctx, input.logo_url ?? "", "logo_url");
    const [row] = await ctx.db
      .insert(brands)
      .values({
        storeId: ctx.store.id,
        ...{ slug, name: input.name, description: input.description, logoUrl: input.logo_url },
        seoTitle: input.seo.title,
        seoDescription: input.seo.description,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning();
    if (row === undefined) throw new Error("the brand was not stored");
    await rememberSlug(ctx, "brand", { subjectId: row.id, from: null, to: slug });
    await told(ctx, "brand.created", row);
    return getAny(ctx, row.id);
  });
}

/** What the input leaves out stays. Throws `brand_not_found`, and as `create` does. */
export async function update(
  ctx: Context,
  { id, seo, logo_url: logoUrl, ...input }: UpdateBrandInput,
): Promise<StaffBrand> {
  return unique(ctx, async (ctx) => {
    const before = await lock(ctx, id);
    const values = {
      slug: input.slug ?? before.slug,
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      logoUrl: logoUrl === undefined ? before.logoUrl : logoUrl,
      seoTitle: seo?.title ?? before.seoTitle,
      seoDescription: seo?.description ?? before.seoDescription,
    };
    if (!differs(before, values)) return getAny(ctx, before.id);
    await refuseTaken(ctx, values, before.id);
    if (values.logoUrl !== before.logoUrl) {
      await holdCatalogPicture(ctx, values.logoUrl ?? "", "logo_url");
    }
    await ctx.db
      .update(brands)
      .set({ ...values, updatedAt: ctx.now() })
      .where(named(ctx, before.id));
    const slugs = { from: before.slug, to: values.slug };
    await rememberSlug(ctx, "brand", { subjectId: before.id, ...slugs });
    if (values.name !== before.name) await rename(ctx, before.id, values.name);
    const after = { ...before, ...values };
    await told(ctx, "brand.updated", after, { renamed: values.name !== before.name });
    await publish(ctx, brandUpdated(after));
    return getAny(ctx, before.id);
  });
}

/** Throws `brand_not_found`, and `brand_in_use` while a product has it, be it in the bin. */
export async function remove(ctx: Context, { id }: StaffBrandRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, id);
    const [used] = await ctx.db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.storeId, ctx.store.id), eq(products.brandId, row.id)))
      .limit(1);
    if (used !== undefined) {
      throw conflict("brand_in_use", "Give its products another brand first.");
    }
    await ctx.db.delete(brands).where(named(ctx, row.id));
    await forgetSlugs(ctx, row.id);
    await forgetTexts(ctx, [row.id]);
    await told(ctx, "brand.deleted", row);
  });
}

async function rename(ctx: Context, id: string, name: string): Promise<void> {
  const own = and(eq(products.storeId, ctx.store.id), eq(products.brandId, id));
  // In one order, so that two who change the same products take turns.
  const rows = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(own)
    .orderBy(asc(products.id))
    .for("update");
  if (rows.length === 0) return;
  await ctx.db.update(products).set({ vendor: name }).where(own);
  await search.renameVendor(
    ctx,
    rows.map((row) => row.id),
    name,
  );
}

async function lock({ db, store }: Context, id: string): Promise<BrandRow> {
  const [row] = await db
    .select()
    .from(brands)
    .where(and(eq(brands.storeId, store.id), eq(brands.id, id.toLowerCase())))
    .for("update");
  if (row === undefined) throw notFound("brand");
  return row;
}

async function refuseTaken(
  { db, store }: Context,
  wanted: Pick<BrandRow, "name" | "slug">,
  ownId?: string,
): Promise<void> {
  for (const field of ["name", "slug"] as const) {
    const [holder] = await db
      .select({ id: brands.id })
      .from(brands)
      .where(and(eq(brands.storeId, store.id), eq(brands[field], wanted[field])));
    if (holder === undefined || holder.id === ownId) continue;
    const message = `Another brand has this ${field}.`;
    throw conflict("brand_exists", message, { fields: { [field]: [message] } });
  }
}

async function unique<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(ctx, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict("brand_exists", "Somebody else has just made a brand of this name or slug.");
  }
}

const named = (ctx: Context, id: string) =>
  and(eq(brands.storeId, ctx.store.id), eq(brands.id, id));

const told = (
  ctx: Context,
  action: AuditAction,
  { id, slug, name }: Pick<BrandRow, "id" | "slug" | "name">,
  details: object = {},
): Promise<void> =>
  record(ctx, { action, subject: { type: "brand", id }, details: { slug, name, ...details } });
