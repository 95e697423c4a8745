/** The SQL of facets: the products are read once, each with the filters that it meets. */
import {
  attributes,
  attributeValues,
  brands,
  productPrices,
  products,
  productTags,
} from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type Filters, isMatch } from "./filters.ts";

/** Values that one facet names at most. */
export const MAX_VALUES = 50;

export type Facet = "total" | "category" | "vendor" | "brand" | "tag" | "value" | "range" | "stars";

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

const met = (filter: SQL | undefined): SQL => filter ?? sql`1 = 1`;

const FILTERS = [
  "shelved",
  "branded",
  "made",
  "tagged",
  "priced",
  "had",
  "reduced",
  "rated",
] as const;
type Filter = (typeof FILTERS)[number];

/** All filters of `base` but some. */
const under = (...without: readonly Filter[]): SQL =>
  sql.join(
    [...FILTERS.filter((name) => !without.includes(name)).map((name) => sql.raw(name))],
    sql` and `,
  );

const asked = (i: number): SQL => sql.raw(`asked_${i}`);

export async function countAll(ctx: Context, filters: Filters): Promise<readonly Count[]> {
  const storeId = ctx.store.id;
  const specified = met(and(...filters.attributes.map((_attribute, i) => asked(i))));
  const nothing = sql`cast(null as bigint)`;
  const groups = sql`${nothing} as stocked, ${nothing} as reduced, ${nothing} as lowest,
    ${nothing} as highest from base`;
  const noText = sql`cast(null as text)`;
  const ofTag = and(eq(productTags.storeId, storeId), sql`${productTags.productId} = base.id`);
  const ofBrand = and(eq(brands.storeId, storeId), sql`${brands.id} = base.brand_id`);
  return ctx.db.execute<Count>(sql`
    with base as materialized (${baseOf(filters)})
    select 'total' as facet, ${noText} as subject, null as value, ${noText} as label,
      count(*) filter (where priced and had and reduced) as count,
      count(*) filter (where priced and reduced and in_stock) as stocked,
      count(*) filter (where priced and had and on_sale) as reduced,
      min(price) filter (where had and reduced) as lowest,
      max(price) filter (where had and reduced) as highest
    from base where ${under("priced", "had", "reduced")} and ${specified}
    union all
    select 'category', ${noText}, cast(category_id as text), ${noText}, count(*), ${groups}
    where ${under("shelved")} and ${specified} and category_id is not null group by category_id
    union all
    select 'vendor', ${noText}, vendor, ${noText}, count(*), ${groups}
    where ${under("made")} and ${specified} group by vendor
    union all
    select 'stars', ${noText}, cast(stars as text), ${noText}, count(*), ${groups}
    where ${under("rated")} and ${specified} and stars > 0 group by stars
    union all
    select * from (
      select 'brand', cast(${brands.id} as text), ${brands.slug}, ${brands.name}, count(*),
        ${groups}
      inner join ${brands} on ${ofBrand}
      where ${under("branded")} and ${specified}
      group by ${brands.id}, ${brands.slug}, ${brands.name}
      order by count(*) desc, ${brands.name} limit ${MAX_VALUES}
    ) as brands
    union all
    select * from (
      select 'tag', ${noText}, ${productTags.tag}, ${noText}, count(*), ${groups}
      inner join ${productTags} on ${ofTag}
      where ${under("tagged")} and ${specified}
      group by ${productTags.tag} order by count(*) desc, ${productTags.tag} limit ${MAX_VALUES}
    ) as tags
    union all
    ${attributeCounts(storeId, filters)}`);
}

function baseOf(filters: Filters): SQL {
  const { published, collection, category, brand, vendor, tag, price, prices, inStock } = filters;
  const source =
    prices.join === undefined
      ? sql`${products}`
      : sql`${products} inner join ${productPrices} on ${prices.join}`;
  const askedFor = filters.attributes.map(({ met }, i) => sql`, ${met} as ${asked(i)}`);
  return sql`
    select ${products.id} as id, ${products.categoryId} as category_id,
      ${products.brandId} as brand_id, ${products.vendor} as vendor, ${prices.minPrice} as price,
      ${products.inStock} as in_stock, ${prices.compareAtPrice} is not null as on_sale,
      ${products.ratingAverage} / 100 as stars,
      ${met(category)} as shelved, ${met(brand)} as branded, ${met(vendor)} as made,
      ${met(tag)} as tagged, ${met(price)} as priced, ${met(inStock)} as had,
      ${met(filters.onSale)} as reduced, ${met(filters.rating)} as rated
      ${sql.join(askedFor, sql``)}
    from ${source} where ${and(published, collection, isMatch(filters))}`;
}

/** A value counts where all filters are met but that on its own attribute. */
function attributeCounts(storeId: string, filters: Filters): SQL {
  const others = filters.attributes.map(
    ({ attributeId }, i) => sql`(${asked(i)} or ${attributes.id} = ${attributeId})`,
  );
  const counted = sql`base
    inner join ${attributeValues} on ${eq(attributeValues.storeId, storeId)}
      and ${attributeValues.productId} = base.id
    inner join ${attributes} on ${eq(attributes.storeId, storeId)}
      and ${attributes.id} = ${attributeValues.attributeId}
    where ${attributes.isFilterable} and ${under()} and ${met(and(...others))}`;
  const nothing = sql`cast(null as bigint)`;
  return sql`
    select 'value', subject, value, null, count, ${nothing}, ${nothing}, ${nothing}, ${nothing} from (
      select cast(${attributes.id} as text) as subject, ${attributeValues.text} as value,
        count(*) as count, row_number() over (
          partition by ${attributes.id} order by count(*) desc, ${attributeValues.text}) as place
      from ${counted} and ${attributes.type} <> 'number'
      group by ${attributes.id}, ${attributeValues.text}
    ) as counted where place <= ${MAX_VALUES}
    union all
    select 'range', cast(${attributes.id} as text), null, null, count(distinct base.id),
      ${nothing}, ${nothing}, min(${attributeValues.thousandths}), max(${attributeValues.thousandths})
    from ${counted} group by ${attributes.id}`;
}
