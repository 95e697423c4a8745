/** The shelves as a tree, and where one of them may be put. */
import { MAX_DEPTH, type StaffCategory } from "@souk/client/contracts/categories";

export interface Branch {
  readonly category: StaffCategory;
  readonly children: readonly Branch[];
}

/** Where a category comes to stand: among which siblings, and before which of them. */
export interface Place {
  readonly parentId: string | null;
  readonly position: number;
}

export function treeOf(categories: readonly StaffCategory[]): readonly Branch[] {
  const below = (parentId: string | null): readonly Branch[] =>
    childrenOf(categories, parentId).map((category) => ({
      category,
      children: below(category.id),
    }));
  return below(null);
}

export const childrenOf = (
  categories: readonly StaffCategory[],
  parentId: string | null,
): readonly StaffCategory[] => categories.filter((one) => one.parent_id === parentId);

export const found = (
  categories: readonly StaffCategory[],
  id: string | null,
): StaffCategory | undefined => categories.find((one) => one.id === id);

/** From its department down to the category itself. */
export function pathOf(categories: readonly StaffCategory[], id: string): readonly StaffCategory[] {
  const category = found(categories, id);
  if (category === undefined) return [];
  const above = category.parent_id === null ? [] : pathOf(categories, category.parent_id);
  return [...above, category];
}

export const pathText = (categories: readonly StaffCategory[], id: string): string =>
  pathOf(categories, id)
    .map(({ name }) => name)
    .join(" › ");

const heightOf = (categories: readonly StaffCategory[], id: string): number =>
  1 + Math.max(0, ...childrenOf(categories, id).map((child) => heightOf(categories, child.id)));

/** Not below itself, and not deeper than a tree may be. */
export function fits(
  categories: readonly StaffCategory[],
  id: string,
  parentId: string | null,
): boolean {
  const above = parentId === null ? [] : pathOf(categories, parentId);
  if (above.some((one) => one.id === id)) return false;
  return above.length + heightOf(categories, id) <= MAX_DEPTH;
}

/** Among the siblings as they will be: what moves among its own does not count itself. */
function place(
  categories: readonly StaffCategory[],
  id: string,
  parentId: string | null,
  position: number,
): Place | null {
  const siblings = childrenOf(categories, parentId).filter((one) => one.id !== id);
  if (position < 0 || position > siblings.length || !fits(categories, id, parentId)) return null;
  return { parentId, position };
}

export type Step = "up" | "down" | "in" | "out";

/** Where one step leads; null where there is none. `in`: below the sibling above it; `out`: behind its parent. */
export function stepOf(categories: readonly StaffCategory[], id: string, step: Step): Place | null {
  const category = found(categories, id);
  if (category === undefined) return null;
  const { parent_id: parentId } = category;
  const siblings = childrenOf(categories, parentId);
  const at = siblings.findIndex((one) => one.id === id);
  if (step === "up") return place(categories, id, parentId, at - 1);
  if (step === "down") return place(categories, id, parentId, at + 1);
  if (step === "in") {
    const above = siblings[at - 1];
    if (above === undefined) return null;
    return place(categories, id, above.id, childrenOf(categories, above.id).length);
  }
  const parent = found(categories, parentId);
  if (parent === undefined) return null;
  const uncles = childrenOf(categories, parent.parent_id);
  return place(categories, id, parent.parent_id, uncles.indexOf(parent) + 1);
}

export type Side = "before" | "inside" | "after";

/** Where it lands when it is dropped on another one. */
export function dropOf(
  categories: readonly StaffCategory[],
  id: string,
  targetId: string,
  side: Side,
): Place | null {
  const target = found(categories, targetId);
  if (target === undefined || id === targetId) return null;
  if (side === "inside") {
    const last = childrenOf(categories, targetId).filter((one) => one.id !== id).length;
    return place(categories, id, targetId, last);
  }
  const siblings = childrenOf(categories, target.parent_id).filter((one) => one.id !== id);
  const at = siblings.indexOf(target);
  return place(categories, id, target.parent_id, side === "before" ? at : at + 1);
}
