/** Products as lists show them: which columns that takes, and what is made of them. */
import { products } from "@souk/db/schema";
import { type Column, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { money } from "../../kernel/money.ts";
import type { Understood } from "../../search/service/index.ts";
import type { ProductSort, ProductSummary } from "../contract.ts";
import type { Translate } from "../translations/service/translate.ts";
import type { ListedPrices } from "./listed-prices.ts";
import { pictureOrNull } from "./pictures.ts";
import { ratingOf } from "./ratings.ts";

type Columns = Readonly<Record<keyof (typeof products)["_"]["columns"], PgColumn>>;

/** Of products, or of an alias. */
export const summaryColumns = <From extends Columns>(from: From) => ({
  id: from.id,
  slug: from.slug,
  title: from.title,
  subtitle: from.subtitle,
  vendor: from.vendor,
  minPrice: from.minPrice,
  maxPrice: from.maxPrice,
  compareAtPrice: from.compareAtPrice,
  inStock: from.inStock,
  variantCount: from.variantCount,
  pictureUrl: from.pictureUrl,
  pictureAlt: from.pictureAlt,
  ratingAverage: from.ratingAverage,
  ratingCount: from.ratingCount,
  publishedAt: from.publishedAt,
});

export const summary = summaryColumns(products);

export type SummaryRow = Pick<typeof products.$inferSelect, keyof typeof summary> & {
  readonly rank: number;
};

export interface Page {
  /** One more than asked for, when there is a next page. */
  readonly rows: readonly SummaryRow[];
  readonly sort: ProductSort;
  readonly asked: Understood | null;
}

/** Where nothing is searched for. */
export const noRank = sql<number>`0`.mapWith(Number);

/** The columns that a summary needs, with its prices. */
export const summaryIn = ({ minPrice, maxPrice, compareAtPrice }: ListedPrices) => ({
  ...summary,
  minPrice: amountIn(minPrice),
  maxPrice: amountIn(maxPrice),
  compareAtPrice: amountIn(compareAtPrice),
});

const amountIn = (column: Column) => sql<number | null>`${column}`.mapWith(products.minPrice);

export function summaryOf(
  row: Omit<SummaryRow, "rank">,
  currency: string,
  translate: Translate,
): ProductSummary {
  const { minPrice, maxPrice, compareAtPrice } = row;
  return {
    id: row.id,
    slug: row.slug,
    title: translate(row.id, "title", row.title),
    subtitle: translate(row.id, "subtitle", row.subtitle),
    vendor: row.vendor,
    price: minPrice === null ? null : money(minPrice, currency),
    compare_at_price: compareAtPrice === null ? null : money(compareAtPrice, currency),
    has_price_range: minPrice !== maxPrice,
    in_stock: row.inStock,
    variant_count: row.variantCount,
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
    rating: ratingOf(row),
  };
}
