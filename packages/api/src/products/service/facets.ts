/** What each filter would leave: every facet counted under all filters but its own. */
import { productPrices, products, productTags } from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import * as search from "../../search/service/index.ts";
import type { Facets, FacetsInput } from "../contract.ts";
import { allCategories, descendantsFirst } from "./categories.ts";
import { unknownCategory } from "./category-tree.ts";
import { type Filters, filtersOf, isMatch } from "./filters.ts";
import { currencyOf } from "./listed-prices.ts";

const MAX_VALUES = 50;

type FacetValue = Facets["vendors"][number];

/** Throws `category_not_found` and `currency_unknown`. */
export async function facets(ctx: Context, input: FacetsInput): Promise<Facets> {
  const tree = await allCategories(ctx);
  if (input.category !== undefined && !tree.some(({ slug }) => slug === input.category)) {
    throw unknownCategory("category");
  }
  const counts = await countFor(ctx, input);
  const of = (facet: Facet) => counts.filter((count) => count.facet === facet);
  const [all] = of("total");
  const currency = currencyOf(ctx, input.currency);
  const inCategory = new Map(of("category").map(({ value, count }) => [value, Number(count)]));
  for (const { id, parentId } of descendantsFirst(tree)) {
    if (parentId === null) continue;
    inCategory.set(parentId, (inCategory.get(parentId) ?? 0) + (inCategory.get(id) ?? 0));
  }
  return {
    total: Number(all?.count ?? 0),
    categories: firstOf(
      tree.map(({ id, slug, name }) => facetValue(slug, inCategory.get(id) ?? 0, name)),
    ),
    vendors: firstOf(of("vendor").map(({ value, count }) => facetValue(value, Number(count)))),
    tags: firstOf(of("tag").map(({ value, count }) => facetValue(value, Number(count)))),
    price:
      all === undefined || all.lowest === null || all.highest === null
        ? null
        : {
            min: money(Number(all.lowest), currency),
            max: money(Number(all.highest), currency),
          },
    in_stock: Number(all?.stocked ?? 0),
  };
}

const facetValue = (value: string | null, count: number, label = value): FacetValue => ({
  value: value ?? "",
  label: label ?? "",
  count,
});

const firstOf = (values: readonly FacetValue[]): FacetValue[] =>
  values
    .filter(({ value, count }) => value !== "" && count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MAX_VALUES);

type Facet = "total" | "category" | "vendor" | "tag";

/** Counts come as text where a driver does not trust them to a number. */
interface Count extends Record<string, unknown> {
  readonly facet: Facet;
  readonly value: string | null;
  readonly count: number | string;
  readonly stocked: number | string | null;
  readonly lowest: number | string | null;
  readonly highest: number | string | null;
}

/** Under the reading of the words that lists show. */
async function countFor(ctx: Context, input: FacetsInput): Promise<readonly Count[]> {
  let counts: readonly Count[] = [];
  for await (const asked of search.readings(ctx, input.q)) {
    counts = await countAll(ctx, filtersOf(ctx, input, asked));
    if (counts.some(({ facet, count }) => facet === "total" && Number(count) > 0)) break;
  }
  return counts;
}

const met = (filter: SQL | undefined): SQL => filter ?? sql`1 = 1`;

/** The products are read once, each with the filters that it meets; the facets count over that. */
async function countAll(ctx: Context, filters: Filters): Promise<readonly Count[]> {
  const { published, category, vendor, tag, price, prices, inStock } = filters;
  const source =
    prices.join === undefined
      ? sql`${products}`
      : sql`${products} inner join ${productPrices} on ${prices.join}`;
  const nothing = sql`cast(null as bigint)`;
  const groups = sql`${nothing} as stocked, ${nothing} as lowest, ${nothing} as highest from base`;
  const storeTags = and(
    eq(productTags.storeId, ctx.store.id),
    sql`${productTags.productId} = base.id`,
  );
  return ctx.db.execute<Count>(sql`
    with base as materialized (
      select ${products.id} as id, ${products.categoryId} as category_id,
        ${products.vendor} as vendor, ${prices.minPrice} as price,
        ${products.inStock} as in_stock, ${met(category)} as shelved, ${met(vendor)} as made,
        ${met(tag)} as tagged, ${met(price)} as priced, ${met(inStock)} as had
      from ${source} where ${and(published, isMatch(filters))})
    select 'total' as facet, null as value, count(*) filter (where priced and had) as count,
      count(*) filter (where priced and in_stock) as stocked,
      min(price) filter (where had) as lowest, max(price) filter (where had) as highest
    from base where shelved and made and tagged
    union all
    select 'category', cast(category_id as text), count(*), ${groups}
    where made and tagged and priced and had and category_id is not null group by category_id
    union all
    select 'vendor', vendor, count(*), ${groups}
    where shelved and tagged and priced and had group by vendor
    union all
    select * from (
      select 'tag', ${productTags.tag}, count(*), ${groups}
      inner join ${productTags} on ${storeTags}
      where shelved and made and priced and had
      group by ${productTags.tag} order by count(*) desc, ${productTags.tag} limit ${MAX_VALUES}
    ) as tags`);
}
