/** The departments and what stands below them, for every menu of the shop. */

import type { Category } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { localeOf, useReading } from "./reading.ts";

export interface Department extends Category {
  readonly children: readonly Category[];
}

/** More than these are on a page of their own. */
const IN_MENUS = 6;

const CATEGORIES_STALE_MS = 10 * 60_000;

/** Where a category stands. */
export interface Place {
  /** 0: a department. */
  readonly depth: number;
  /** In the order of the whole tree, from the top. */
  readonly place: number;
}

/** By slug. */
export function useCategoryTree() {
  const trpc = useTRPC();
  const locale = localeOf(useReading());
  return useQuery(
    trpc.products.categories.queryOptions(locale, {
      staleTime: CATEGORIES_STALE_MS,
      select: ({ items }) => placesOf(items),
    }),
  );
}

function placesOf(items: readonly Category[]): ReadonlyMap<string, Place> {
  const below = Map.groupBy(items, ({ parent_slug }) => parent_slug);
  const places = new Map<string, Place>();
  const walk = (parent: string | null, depth: number): void => {
    for (const { slug } of below.get(parent) ?? []) {
      places.set(slug, { depth, place: places.size });
      walk(slug, depth + 1);
    }
  };
  walk(null, 0);
  return places;
}

export function useDepartments() {
  const trpc = useTRPC();
  const locale = localeOf(useReading());
  return useQuery(
    trpc.products.categories.queryOptions(locale, {
      staleTime: CATEGORIES_STALE_MS,
      select: ({ items }): Department[] =>
        items
          .filter(({ parent_slug }) => parent_slug === null)
          .map((department) => ({
            ...department,
            children: items.filter(({ parent_slug }) => parent_slug === department.slug),
          })),
    }),
  );
}

/** Those that menus hold, and whether there are more. */
export function useMenuDepartments() {
  const { data: departments = [] } = useDepartments();
  return { shown: departments.slice(0, IN_MENUS), hasMore: departments.length > IN_MENUS };
}
