/** The departments and what stands below them, for every menu of the shop. */

import type { Category } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { localeOf, useReading } from "./reading.ts";

export interface Department extends Category {
  readonly children: readonly Category[];
}

/** More than these are on a page of their own. */
export const DEPARTMENTS_IN_NAVIGATION = 6;

const CATEGORIES_STALE_MS = 10 * 60_000;

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
