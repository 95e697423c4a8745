/** Slugs made of names. */
import { brands, categories, collections, formerSlugs, products } from "@souk/db/schema";
import { and, type Column, eq, like, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { untaken } from "../../kernel/slug.ts";
import { normalise } from "../../search/service/index.ts";
import type { SlugKind } from "./slugs.ts";

const LONGEST = 80;

const tables = { product: products, category: categories, collection: collections, brand: brands };

/**
 * The name's letters without diacritics, with a number behind them where that is taken. What something
 * had before counts as taken, so that its old address goes on leading to it.
 */
export async function freeSlug(ctx: Context, kind: SlugKind, name: string): Promise<string> {
  const base = slugged(name) || kind;
  const { db, store } = ctx;
  const table = tables[kind];
  const now = await db
    .select({ slug: table.slug })
    .from(table)
    .where(and(eq(table.storeId, store.id), isLike(table.slug, base)));
  const before = await db
    .select({ slug: formerSlugs.slug })
    .from(formerSlugs)
    .where(
      and(
        eq(formerSlugs.storeId, store.id),
        eq(formerSlugs.kind, kind),
        isLike(formerSlugs.slug, base),
      ),
    );
  return untaken(
    base,
    [...now, ...before].map(({ slug }) => slug),
  );
}

/** No letter of a base is a wildcard. */
const isLike = (column: Column, base: string) => or(eq(column, base), like(column, `${base}-%`));

const slugged = (name: string): string =>
  [...normalise(name).replaceAll(" ", "-")].slice(0, LONGEST).join("").replace(/-+$/, "");
