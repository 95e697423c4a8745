/** Making, changing and moving categories. A tree stays a tree, also under many moves at once. */
import { uuid7 } from "@souk/db";
import { categories, products } from "@souk/db/schema";
import { and, count, eq, isNotNull } from "drizzle-orm";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict } from "../../../kernel/errors.ts";
import { freeSlug } from "../../../kernel/slug.ts";
import { allCategories } from "../../service/categories.ts";
import { allFormer, rememberSlug } from "../../service/slugs.ts";
import {
  type CreateCategoryInput,
  MAX_CATEGORIES,
  type MoveCategoryInput,
  type ReorderCategoriesInput,
  type StaffCategory,
  type StaffCategoryList,
  type UpdateCategoryInput,
} from "../contract.ts";
import {
  type CategoryRow,
  childrenOf,
  insertedAt,
  lockTree,
  named,
  place,
  placeNamed,
  refuseMove,
  type Tree,
} from "./tree.ts";

export async function list(ctx: Context): Promise<StaffCategoryList> {
  const rows = await allCategories(ctx);
  const counts = await productCounts(ctx);
  const siblings = Map.groupBy(rows, ({ parentId }) => parentId);
  const positions = new Map(
    [...siblings.values()].flatMap((some) => some.map(({ id }, position) => [id, position])),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      parent_id: row.parentId,
      slug: row.slug,
      name: row.name,
      description: row.description,
      position: positions.get(row.id) ?? 0,
      seo: { title: row.seoTitle, description: row.seoDescription },
      product_count: counts.get(row.id) ?? 0,
    })),
  };
}

/** Throws `slug_taken`, `category_unknown` and `category_too_deep`, naming the field. */
export function create(ctx: Context, input: CreateCategoryInput): Promise<StaffCategory> {
  const { name, description, seo } = input;
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    if (tree.length >= MAX_CATEGORIES) {
      throw conflict("too_many_categories", `A store has at most ${MAX_CATEGORIES} categories.`);
    }
    const taken = tree.map(({ slug }) => slug);
    const slug =
      input.slug ??
      freeSlug(name, [...taken, ...(await allFormer(ctx, "category"))], "category", 100);
    refuseTaken(tree, slug);
    const parentId = placeNamed(tree, input.parent_id, "parent_id");
    refuseMove(tree, null, parentId, "parent_id");
    const id = uuid7();
    const siblings = childrenOf(tree, parentId);
    const row = { id, parentId, position: siblings.length };
    await ctx.db.insert(categories).values({
      ...{ ...row, storeId: ctx.store.id, slug, name, description },
      ...{ seoTitle: seo.title, seoDescription: seo.description, createdAt: ctx.now() },
    });
    await place(ctx, parentId, insertedAt(siblings, row, input.position));
    await rememberSlug(ctx, "category", { subjectId: id, from: null, to: slug });
    await recordAct(ctx, "category.created", { id, slug });
    return shown(ctx, id);
  });
}

/** What the input leaves out stays. Its former slug goes on leading to it. */
export function update(ctx: Context, input: UpdateCategoryInput): Promise<StaffCategory> {
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const before = named(tree, input.id);
    const { slug = before.slug, name = before.name, description = before.description } = input;
    if (slug !== before.slug) refuseTaken(tree, slug);
    const { title: seoTitle = before.seoTitle, description: seoDescription } = input.seo ?? {};
    await ctx.db
      .update(categories)
      .set({
        ...{ slug, name, description, seoTitle },
        seoDescription: seoDescription ?? before.seoDescription,
      })
      .where(and(eq(categories.storeId, ctx.store.id), eq(categories.id, before.id)));
    await rememberSlug(ctx, "category", { subjectId: before.id, from: before.slug, to: slug });
    await recordAct(ctx, "category.updated", before);
    return shown(ctx, before.id);
  });
}

/** With all that is below it. Throws `category_unknown`, `category_cycle` and `category_too_deep`. */
export function move(ctx: Context, input: MoveCategoryInput): Promise<StaffCategory> {
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const row = named(tree, input.id);
    const parentId = placeNamed(tree, input.parent_id, "parent_id");
    refuseMove(tree, row, parentId, "parent_id");
    const siblings = childrenOf(tree, parentId).filter(({ id }) => id !== row.id);
    await place(ctx, parentId, insertedAt(siblings, row, input.position));
    await recordAct(ctx, "category.moved", row, { from: row.parentId, to: parentId });
    return shown(ctx, row.id);
  });
}

/** Throws `categories_changed` when the list is not what stands there now. */
export function reorder(ctx: Context, input: ReorderCategoriesInput): Promise<StaffCategoryList> {
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const parentId = placeNamed(tree, input.parent_id, "parent_id");
    const siblings = childrenOf(tree, parentId);
    const byId = new Map(siblings.map((row) => [row.id, row]));
    const ids = [...new Set(input.ids.map((id) => id.toLowerCase()))];
    const wanted = ids.flatMap((id) => byId.get(id) ?? []);
    if (wanted.length !== siblings.length || ids.length !== siblings.length) {
      const message = "Other categories stand there now. Reload them.";
      throw conflict("categories_changed", message, { fields: { ids: [message] } });
    }
    await place(ctx, parentId, wanted);
    const details = { parent: parentId };
    await record(ctx, { action: "category.reordered", details });
    return list(ctx);
  });
}

async function shown(ctx: Context, id: string): Promise<StaffCategory> {
  const found = (await list(ctx)).items.find((one) => one.id === id);
  if (found === undefined) throw new Error("the category was not stored");
  return found;
}

async function productCounts(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .select({ categoryId: products.categoryId, n: count() })
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), isNotNull(products.categoryId)))
    .groupBy(products.categoryId);
  return new Map(rows.map(({ categoryId, n }) => [categoryId ?? "", Number(n)]));
}

function refuseTaken(tree: Tree, slug: string): void {
  if (!tree.some((row) => row.slug === slug)) return;
  const message = `Another category has the slug ${slug}.`;
  throw conflict("slug_taken", message, { fields: { slug: [message] } });
}

export const recordAct = (
  ctx: Context,
  action: Extract<AuditAction, `category.${string}`>,
  { id, slug }: Pick<CategoryRow, "id" | "slug">,
  details: Readonly<Record<string, unknown>> = {},
) => record(ctx, { action, subject: { type: "category", id }, details: { slug, ...details } });
