/** The tree in memory: what is above what, and what may be put where. Pure but for reading it. */
import { categories } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { invalidField, notFound } from "../../../kernel/errors.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import { MAX_DEPTH } from "../contract.ts";

export type CategoryRow = typeof categories.$inferSelect;
export type Tree = readonly CategoryRow[];

/**
 * The whole tree, while nobody else changes it: two moves at once could else make a circle that neither
 * sees. Siblings in their order.
 */
export async function lockTree(ctx: Context): Promise<Tree> {
  await takeTurns(ctx.db, [`categories:${ctx.store.id}`]);
  return ctx.db
    .select()
    .from(categories)
    .where(eq(categories.storeId, ctx.store.id))
    .orderBy(asc(categories.position), asc(categories.name), asc(categories.id));
}

export const childrenOf = (tree: Tree, parentId: string | null): Tree =>
  tree.filter((row) => row.parentId === parentId);

/** Throws `category_not_found`. */
export function named(tree: Tree, id: string): CategoryRow {
  const row = tree.find((one) => one.id === id.toLowerCase());
  if (row === undefined) throw notFound("category");
  return row;
}

/** The id of a category that an input names; null for the top. Throws `category_unknown`. */
export function placeNamed(tree: Tree, id: string | null, field: string): string | null {
  if (id === null) return null;
  const row = tree.find((one) => one.id === id.toLowerCase());
  if (row !== undefined) return row.id;
  throw invalidField(field, "category_unknown", "There is no such category.");
}

/** From a category up to its department. */
export function pathUp(tree: Tree, id: string | null): Tree {
  const row = tree.find((one) => one.id === id);
  return row === undefined ? [] : [row, ...pathUp(tree, row.parentId)];
}

/** How many levels there are from a category down, itself counted. */
function heightOf(tree: Tree, top: string): number {
  const byParent = Map.groupBy(tree, ({ parentId }) => parentId);
  const below = (id: string): number =>
    (byParent.get(id) ?? []).reduce((most, child) => Math.max(most, 1 + below(child.id)), 0);
  return 1 + below(top);
}

/** Throws `category_cycle` for a place at or below what is moved, `category_too_deep` beyond the limit. */
export function refuseMove(
  tree: Tree,
  moved: CategoryRow | null,
  parentId: string | null,
  field: string,
): void {
  const above = pathUp(tree, parentId);
  if (moved !== null && above.some(({ id }) => id === moved.id)) {
    throw invalidField(field, "category_cycle", `This is ${moved.slug} itself, or below it.`);
  }
  const height = moved === null ? 1 : heightOf(tree, moved.id);
  if (above.length + height > MAX_DEPTH) {
    const message = `Categories stand at most ${MAX_DEPTH} deep.`;
    throw invalidField(field, "category_too_deep", message);
  }
}

/** Siblings in this order, numbered from 0; writes those that change. */
export async function place(
  ctx: Context,
  parentId: string | null,
  siblings: readonly Pick<CategoryRow, "id" | "parentId" | "position">[],
): Promise<void> {
  for (const [position, row] of siblings.entries()) {
    if (row.parentId === parentId && row.position === position) continue;
    await ctx.db
      .update(categories)
      .set({ parentId, position })
      .where(and(eq(categories.storeId, ctx.store.id), eq(categories.id, row.id)));
  }
}

export const insertedAt = <T>(list: readonly T[], item: T, at = list.length): T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
];
