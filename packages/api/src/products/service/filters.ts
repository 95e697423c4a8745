/** The filters of lists and facets, each a condition of its own so that a facet can leave its own out. */
import { brands, products } from "@souk/db/schema";
import { and, eq, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as search from "../../search/service/index.ts";
import { type CollectionRow, findPublished } from "../collections/service/find.ts";
import { isIn } from "../collections/service/membership.ts";
import type { FacetsInput } from "../contract.ts";
import { type AttributeRow, allAttributes } from "../types/service/attributes.ts";
import { type AttributeCondition, conditionsOf } from "../types/service/filters.ts";
import { categoryIds, isOnShelf, slugNow } from "./category-tree.ts";
import { isPublished } from "./fragments.ts";
import { type ListedPrices, listedPrices } from "./listed-prices.ts";
import { currentOfAll } from "./slugs.ts";
import { storable } from "./storable.ts";
import { hasStars, hasTag } from "./traits.ts";

export interface Filters {
  /** Every list has it. */
  readonly published: SQL | undefined;
  readonly collection: SQL | undefined;
  readonly category: SQL | undefined;
  readonly brand: SQL | undefined;
  readonly vendor: SQL | undefined;
  readonly tag: SQL | undefined;
  readonly price: SQL | undefined;
  /** In which currency prices are shown, filtered and sorted by. */
  readonly prices: ListedPrices;
  readonly inStock: SQL | undefined;
  readonly onSale: SQL | undefined;
  readonly rating: SQL | undefined;
  readonly attributes: readonly AttributeCondition[];
  /** A subselect of `product_id` and `rank`, null without words to search for. */
  readonly matches: SQL | null;
}

/** What shoppers see of the store's products. */
export const published = ({ store, now }: Context): SQL | undefined =>
  and(eq(products.storeId, store.id), isPublished(now()));

/** What the filters name, read from the database. */
export interface Named {
  /** Null where none is asked for. */
  readonly collection: CollectionRow | null;
  /** Of the category and of those below it; null where none is asked for. */
  readonly categoryIds: readonly string[] | null;
  /** Null where none is asked for. */
  readonly brandIds: readonly string[] | null;
  /** Empty where none is asked for. */
  readonly attributes: readonly AttributeRow[];
}

/** Throws `collection_not_found` and `category_not_found`. */
export async function namedBy(ctx: Context, input: FacetsInput): Promise<Named> {
  const { collection, category, brand, attributes } = input;
  return {
    collection:
      collection === undefined ? null : await findPublished(ctx, collection, "collection"),
    categoryIds: category === undefined ? null : await shelvesOf(ctx, category),
    brandIds: brand?.length ? await brandIdsOf(ctx, brand) : null,
    attributes: attributes?.length ? await allAttributes(ctx) : [],
  };
}

async function shelvesOf(ctx: Context, category: string): Promise<readonly string[]> {
  const slug = storable(category);
  const ids = await categoryIds(ctx, slug);
  return ids.length > 0 ? ids : categoryIds(ctx, await slugNow(ctx, slug));
}

/** Those that the store has, also by the slugs that they had before. */
async function brandIdsOf(ctx: Context, slugs: readonly string[]): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ id: brands.id, slug: brands.slug })
    .from(brands)
    .where(and(eq(brands.storeId, ctx.store.id), inArray(brands.slug, slugs.map(storable))));
  const known = new Set(rows.map(({ slug }) => slug));
  const missing = slugs.filter((slug) => !known.has(slug));
  const moved = missing.length === 0 ? [] : await currentOfAll(ctx, "brand", missing);
  return [...new Set([...rows.map(({ id }) => id), ...moved])];
}

/**
 * `asked`: the words to search for, which stand for those of `input.q`. Throws `attribute_unknown` and
 * `attribute_value_invalid`.
 */
export function filtersOf(
  ctx: Context,
  input: FacetsInput,
  { collection, categoryIds, brandIds, attributes }: Named,
  asked: search.Understood | null,
): Filters {
  const { vendor, tag, min_price: min, max_price: max } = input;
  const { in_stock: inStock, on_sale: onSale, min_rating: stars } = input;
  const storeId = ctx.store.id;
  const prices = listedPrices(ctx, input.currency);
  return {
    published: published(ctx),
    collection: collection === null ? undefined : isIn(ctx, collection),
    category: categoryIds === null ? undefined : isOnShelf(categoryIds),
    brand: brandIds === null ? undefined : isOfBrand(brandIds),
    vendor: vendor?.length ? inArray(products.vendor, vendor.map(storable)) : undefined,
    tag: tag?.length ? hasTag(storeId, tag.map(storable)) : undefined,
    price: and(
      min === undefined ? undefined : gte(prices.minPrice, min),
      max === undefined ? undefined : lte(prices.minPrice, max),
    ),
    prices,
    inStock: inStock === true ? eq(products.inStock, true) : undefined,
    onSale: onSale === true ? isNotNull(prices.compareAtPrice) : undefined,
    rating: stars === undefined ? undefined : hasStars(stars),
    attributes: conditionsOf(storeId, attributes, input.attributes ?? []),
    matches: asked === null ? null : search.matching(ctx, asked),
  };
}

export const isOfBrand = (ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`1 = 0` : inArray(products.brandId, [...ids]);

/** All of them but the words to search for. */
export const conditionOf = ({ matches: _found, prices: _shown, attributes, ...filters }: Filters) =>
  and(...Object.values(filters), ...attributes.map(({ met }) => met));

export const isMatch = ({ matches }: Filters): SQL | undefined =>
  matches === null ? undefined : search.isAmong(products.id, matches);
