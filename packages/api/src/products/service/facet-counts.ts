/**
 * The SQL of facets. Each counts what all filters leave but its own: without one of its own that is
 * what the list shows, which is read once for all of them. SQLite keeps the order of a CROSS JOIN, so
 * what was found leads to its tags and values, and they are not all gone through.
 */
import {
  attributes,
  attributeValues,
  brands,
  productPrices,
  products,
  productTags,
} from "@souk/db/schema";
import { and, type Column, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conditionOf, type Filters } from "./filters.ts";

/** Values that one facet names at most, those first that were chosen. */
export const MAX_VALUES = 50;

/** What was asked for of the facets that are cut off here. */
export interface Chosen {
  readonly brandIds: readonly string[];
  readonly tags: readonly string[];
}

export type Facet =
  | "total"
  | "price"
  | "category"
  | "vendor"
  | "brand"
  | "tag"
  | "value"
  | "range"
  | "stars";

/** Counts come as text where a driver does not trust them to a number. */
export interface Count extends Record<string, unknown> {
  readonly facet: Facet;
  /** The id of the brand, or of the attribute that the value or range is of. */
  readonly subject: string | null;
  readonly value: string | null;
  readonly label: string | null;
  readonly count: number | string;
  readonly stocked: number | string | null;
  readonly reduced: number | string | null;
  readonly lowest: number | string | null;
  readonly highest: number | string | null;
}

type Own = "category" | "brand" | "vendor" | "tag" | "price" | "rating";

const nothing = sql`cast(null as bigint)`;
const noText = sql`cast(null as text)`;

export async function countAll(
  ctx: Context,
  filters: Filters,
  chosen: Chosen,
): Promise<readonly Count[]> {
  const storeId = ctx.store.id;
  const { matches } = filters;
  const ofTag = and(eq(productTags.storeId, storeId), sql`${productTags.productId} = base.id`);
  const ofBrand = and(eq(brands.storeId, storeId), sql`${brands.id} = made.brand_id`);
  const from = (facet: Own): SQL =>
    filters[facet] === undefined ? sql`listed as base` : without(filters, { [facet]: undefined });
  const count = sql`count(*) as count, ${nothing} as stocked, ${nothing} as reduced,
    ${nothing} as lowest, ${nothing} as highest`;
  return ctx.db.execute<Count>(sql`
    with ${matches === null ? sql`` : sql`matched as materialized (select product_id from ${matches} as found),`}
    listed as materialized (${selected(filters)})
    select 'total' as facet, ${noText} as subject, ${noText} as value, ${noText} as label, count(*) as count,
      count(*) filter (where in_stock) as stocked, count(*) filter (where on_sale) as reduced,
      ${nothing} as lowest, ${nothing} as highest
    from listed
    union all
    select 'price', ${noText}, ${noText}, ${noText}, count(*), ${nothing}, ${nothing}, min(price), max(price)
    from ${from("price")}
    union all
    select 'category', ${noText}, cast(category_id as text), ${noText}, ${count}
    from ${from("category")} where category_id is not null group by category_id
    union all
    select 'vendor', ${noText}, vendor, ${noText}, ${count} from ${from("vendor")} group by vendor
    union all
    select 'stars', ${noText}, cast(stars as text), ${noText}, ${count}
    from ${from("rating")} where stars > 0 group by stars
    union all
    select * from (
      select 'brand', cast(${brands.id} as text), ${brands.slug}, ${brands.name}, made.count,
        ${nothing}, ${nothing}, ${nothing}, ${nothing}
      from (select brand_id, count(*) as count from ${from("brand")} group by brand_id) as made
      cross join ${brands} where ${ofBrand}
      order by ${firstIn(brands.id, chosen.brandIds)} made.count desc, ${brands.name} limit ${MAX_VALUES}
    ) as brands
    union all
    select * from (
      select 'tag', ${noText}, ${productTags.tag}, ${noText}, ${count}
      from ${from("tag")} cross join ${productTags} where ${ofTag}
      group by ${productTags.tag}
      order by ${firstIn(productTags.tag, chosen.tags)} count(*) desc, ${productTags.tag}
      limit ${MAX_VALUES}
    ) as tags
    union all
    ${sql.join(attributeCounts(storeId, filters), sql` union all `)}`);
}

/** The beginning of an order: those that are in the list before all others. */
const firstIn = (column: Column | SQL, list: readonly string[]): SQL =>
  list.length === 0 ? sql`` : sql`${inArray(sql`${column}`, [...list])} desc,`;

/** The products that meet the filters, with what facets count of them. */
function selected(filters: Filters): SQL {
  const { prices, matches } = filters;
  const source =
    prices.join === undefined
      ? sql`${products}`
      : sql`${products} inner join ${productPrices} on ${prices.join}`;
  const isMatch =
    matches === null ? undefined : sql`${products.id} in (select product_id from matched)`;
  return sql`
    select ${products.id} as id, ${products.categoryId} as category_id,
      ${products.brandId} as brand_id, ${products.vendor} as vendor, ${prices.minPrice} as price,
      ${products.inStock} as in_stock, ${prices.compareAtPrice} is not null as on_sale,
      ${products.ratingAverage} / 100 as stars
    from ${source} where ${and(conditionOf(filters), isMatch)}`;
}

const without = (filters: Filters, changed: Partial<Filters>): SQL =>
  sql`(${selected({ ...filters, ...changed })}) as base`;

/** Of the attributes that nothing is asked of, and of each of the others without its own filter. */
function attributeCounts(storeId: string, filters: Filters): SQL[] {
  const asked = filters.attributes.map(({ attributeId }) => attributeId);
  const others = asked.length === 0 ? undefined : not(inArray(attributes.id, asked));
  return [
    ...valuesAndRanges(storeId, sql`listed as base`, others),
    ...filters.attributes.flatMap(({ attributeId: id, chosen }) =>
      valuesAndRanges(
        storeId,
        without(filters, {
          attributes: filters.attributes.filter(({ attributeId }) => attributeId !== id),
        }),
        eq(attributes.id, id),
        chosen,
      ),
    ),
  ];
}

function valuesAndRanges(
  storeId: string,
  base: SQL,
  which: SQL | undefined,
  chosen: readonly string[] = [],
): SQL[] {
  const held = sql`${base} cross join ${attributeValues}
    where ${eq(attributeValues.storeId, storeId)} and ${attributeValues.productId} = base.id`;
  const shown = and(
    eq(attributes.storeId, storeId),
    sql`${attributes.id} = held.attribute_id and ${attributes.isFilterable}`,
    which,
  );
  return [
    sql`
    select 'value', subject, value, ${noText}, count, ${nothing}, ${nothing}, ${nothing}, ${nothing} from (
      select cast(${attributes.id} as text) as subject, held.text as value, held.count as count,
        row_number() over (
          partition by ${attributes.id}
          order by ${firstIn(sql`held.text`, chosen)} held.count desc, held.text) as place
      from (
        select ${attributeValues.attributeId} as attribute_id, ${attributeValues.text} as text,
          count(*) as count
        from ${held} group by ${attributeValues.attributeId}, ${attributeValues.text}) as held
      cross join ${attributes} where ${shown} and ${attributes.type} <> 'number'
    ) as counted where place <= ${MAX_VALUES}`,
    sql`
    select 'range', cast(${attributes.id} as text), ${noText}, ${noText}, held.count,
      ${nothing}, ${nothing}, held.lowest, held.highest
    from (
      select ${attributeValues.attributeId} as attribute_id, count(distinct base.id) as count,
        min(${attributeValues.thousandths}) as lowest, max(${attributeValues.thousandths}) as highest
      from ${held} group by ${attributeValues.attributeId}) as held
    cross join ${attributes} where ${shown}`,
  ];
}
