/** Deleting a category: nothing that stood in it or below it is lost. */
import { categories, products } from "@souk/db/schema";
import { and, count, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict } from "../../../kernel/errors.ts";
import { forgetSlugs } from "../../service/slugs.ts";
import { forgetTexts } from "../../translations/service/forget.ts";
import type { DeleteCategoryInput } from "../contract.ts";
import { recordAct } from "./manage.ts";
import {
  type CategoryRow,
  childrenOf,
  lockTree,
  named,
  place,
  placeNamed,
  refuseMove,
  type Tree,
} from "./tree.ts";

/** Throws `category_in_use` while something is in it and the input does not say where that goes. */
export async function remove(ctx: Context, input: DeleteCategoryInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const row = named(tree, input.id);
    await lockShelf(ctx, row);
    await moveChildren(ctx, tree, row, input.children_to);
    await moveProducts(ctx, tree, row, input.products_to);
    await ctx.db
      .delete(categories)
      .where(and(eq(categories.storeId, ctx.store.id), eq(categories.id, row.id)));
    await forgetSlugs(ctx, row.id);
    await forgetTexts(ctx, [row.id]);
    const to = { products_to: input.products_to, children_to: input.children_to };
    await recordAct(ctx, "category.deleted", row, to);
  });
}

/** Products that are being put into it are waited for, so that they are counted and moved too. */
async function lockShelf(ctx: Context, { id }: CategoryRow): Promise<void> {
  await ctx.db
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.storeId, ctx.store.id), eq(categories.id, id)))
    .for("update");
}

type Destination = DeleteCategoryInput["products_to"];

async function moveChildren(
  ctx: Context,
  tree: Tree,
  row: CategoryRow,
  to: Destination,
): Promise<void> {
  const children = childrenOf(tree, row.id);
  if (children.length === 0) return;
  const parentId = destinationOf(tree, to, "children_to", `${children.length} categories below it`);
  for (const child of children) refuseMove(tree, child, parentId, "children_to");
  refuseItself(row, parentId, "children_to");
  const siblings = childrenOf(tree, parentId).filter(({ id }) => id !== row.id);
  await place(ctx, parentId, [...siblings, ...children]);
}

async function moveProducts(
  ctx: Context,
  tree: Tree,
  row: CategoryRow,
  to: Destination,
): Promise<void> {
  const own = and(eq(products.storeId, ctx.store.id), eq(products.categoryId, row.id));
  const [held] = await ctx.db.select({ n: count() }).from(products).where(own);
  const n = Number(held?.n ?? 0);
  if (n === 0) return;
  const categoryId = destinationOf(tree, to, "products_to", `${n} products in it`);
  refuseItself(row, categoryId, "products_to");
  await ctx.db.update(products).set({ categoryId }).where(own);
}

function destinationOf(
  tree: Tree,
  to: Destination,
  field: "children_to" | "products_to",
  what: string,
): string | null {
  if (to !== undefined) return placeNamed(tree, to === "none" ? null : to, field);
  throw inUse(field, `There are ${what}. Say where they go.`);
}

function refuseItself({ id }: CategoryRow, to: string | null, field: string): void {
  if (id === to) throw inUse(field, "This is the category that is to be deleted.");
}

const inUse = (field: string, message: string) =>
  conflict("category_in_use", message, { fields: { [field]: [message] } });
