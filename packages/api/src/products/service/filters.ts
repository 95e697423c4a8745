/** The filters of lists and facets, each a condition of its own so that a facet can leave its own out. */
import { products, productTags } from "@souk/db/schema";
import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as search from "../../search/service/index.ts";
import type { FacetsInput } from "../contract.ts";
import { inCategory } from "./category-tree.ts";
import { isPublished } from "./fragments.ts";
import { type ListedPrices, listedPrices } from "./listed-prices.ts";

export interface Filters {
  /** The store's published products: every list has it. */
  readonly published: SQL | undefined;
  readonly category: SQL | undefined;
  readonly vendor: SQL | undefined;
  readonly tag: SQL | undefined;
  readonly price: SQL | undefined;
  /** In which currency prices are shown, filtered and sorted by. */
  readonly prices: ListedPrices;
  readonly inStock: SQL | undefined;
  /** A subselect of `product_id` and `rank`, null without words to search for. */
  readonly matches: SQL | null;
}

/** `asked`: the words to search for, which stand for those of `input.q`. */
export function filtersOf(
  ctx: Context,
  input: FacetsInput,
  asked: search.Understood | null,
): Filters {
  const { category, vendor, tag, min_price: min, max_price: max, in_stock: inStock } = input;
  const storeId = ctx.store.id;
  const prices = listedPrices(ctx, input.currency);
  return {
    published: and(eq(products.storeId, storeId), isPublished(ctx.now())),
    category: category === undefined ? undefined : inCategory(storeId, storable(category)),
    vendor: vendor?.length ? inArray(products.vendor, vendor.map(storable)) : undefined,
    tag: tag?.length ? hasTag(storeId, tag.map(storable)) : undefined,
    price: and(
      min === undefined ? undefined : gte(prices.minPrice, min),
      max === undefined ? undefined : lte(prices.minPrice, max),
    ),
    prices,
    inStock: inStock === true ? eq(products.inStock, true) : undefined,
    matches: asked === null ? null : search.matching(ctx, asked),
  };
}

const hasTag = (storeId: string, tags: readonly string[]): SQL => sql`${products.id} in (
  select ${productTags.productId} from ${productTags}
  where ${eq(productTags.storeId, storeId)} and ${inArray(productTags.tag, [...tags])})`;

/** All of them but the words to search for. */
export const conditionOf = ({ published, category, vendor, tag, price, inStock }: Filters) =>
  and(published, category, vendor, tag, price, inStock);

export const isMatch = ({ matches }: Filters): SQL | undefined =>
  matches === null
    ? undefined
    : sql`${products.id} in (select found.product_id from ${matches} as found)`;

/** PostgreSQL knows no NUL in a text: what contains one matches nothing rather than failing. */
export const storable = (text: string): string => text.replaceAll("\0", "\u0001");

/** Whether the list is one of those that have a prepared statement of their own. */
export const isPlain = (filters: Filters): boolean =>
  filters.matches === null &&
  filters.prices.join === undefined &&
  filters.vendor === undefined &&
  filters.tag === undefined &&
  filters.price === undefined &&
  filters.inStock === undefined;
