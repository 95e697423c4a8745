/** The nine statements of Souk's `products.get`. `AS` in capitals is the bare server's own: see same-sql/compare.ts. */
import type { Driver } from "./driver.ts";
import { PUBLISHED, SUMMARY_COLUMNS } from "./summaries.ts";

const PRODUCT_COLUMNS = [
  ...["id", "store_id", "category_id", "brand_id", "product_type_id", "slug", "title"],
  ...["subtitle", "vendor", "product_type", "description_html", "options", "seo_title"],
  ...["seo_description", "status", "published_at", "unpublish_at", "deleted_at"],
  ...["custom_fields", "min_price", "max_price", "compare_at_price", "in_stock"],
  ...["variant_count", "picture_url", "picture_alt", "rating_count", "rating_sum"],
  ...["rating_average", "rating1_count", "rating2_count", "rating3_count", "rating4_count"],
  ...["rating5_count", "created_at", "updated_at"],
];

export const PRODUCT = `
  select ${PRODUCT_COLUMNS.map((column) => `products.${column}`).join(", ")},
    brands.slug AS brand_slug, brands.name AS brand_name
  from products
  left join brands on (brands.store_id = ? and brands.id = products.brand_id)
  where (products.store_id = ? and products.slug = ? and ${PUBLISHED})`;

const levelsOf = (units: string, variant: string): string => `
  coalesce((select sum(${units}) from stock_levels
    inner join stock_locations on stock_locations.id = stock_levels.location_id
    where stock_levels.store_id = ? and stock_levels.variant_id = ${variant}
      and stock_locations.is_active), 0)`;

/** Of a variant, or of what a bundle is made of. Three times the store. */
const unitsOf = (units: string): string => `(case when variants.is_bundle then
  coalesce((select min(${levelsOf(units, "bundle_components.component_id")} / bundle_components.quantity)
    from bundle_components where bundle_components.store_id = ?
      and bundle_components.bundle_id = variants.id), 0)
  else ${levelsOf(units, "variants.id")} end)`;

const onShelf = "stock_levels.on_shelf";
const available =
  "stock_levels.on_hand + stock_levels.backorder_limit - stock_levels.reserved - stock_levels.allocated";

export const AVAILABLE = unitsOf(available);
export const ON_SHELF = unitsOf(onShelf);

export const VARIANTS = `
  select variants.id, variants.sku, variants.barcode, variants.title, variants.options,
    variants.weight_grams, variants.length_mm, variants.width_mm, variants.height_mm,
    variants.requires_shipping, variants.custom_fields, variants.tracks_inventory, prices.amount,
    prices.compare_at, ${AVAILABLE} AS available, ${ON_SHELF} AS on_shelf,
    variants.low_stock_threshold, variants.preorder_ships_at, variants.is_bundle,
    media.url AS picture_url, media.alt AS picture_alt
  from variants
  inner join prices on (prices.store_id = ? and prices.variant_id = variants.id
    and prices.currency = ?)
  left join media on (media.store_id = ? and media.id = variants.media_id)
  where (variants.store_id = ? and variants.product_id = ?)
  order by variants.position asc, variants.id asc`;

/** The ids of a JSON list, as a table. */
const asked = {
  sqlite: "(select value as id from json_each(?)) as asked",
  postgres: "unnest(array(select jsonb_array_elements_text(?::jsonb))::uuid[]) as asked(id)",
} as const;

/** What price lists offer for the variants, to nobody in particular. */
export const offersOn = (engine: Driver["engine"]): string => `
  select prices.variant_id, prices.amount, prices.compare_at, entries.name,
    entries.customer_group_id, entries.min_quantity, entries.amount AS offered
  from ${asked[engine]} cross join prices
  left join (
    select price_list_entries.variant_id, price_lists.name, price_lists.customer_group_id,
      price_list_entries.min_quantity, price_list_entries.amount
    from ${asked[engine]} cross join price_list_entries
    inner join price_lists on (price_lists.store_id = ?
      and price_lists.id = price_list_entries.price_list_id and price_lists.currency = ?
      and price_lists.is_active = ? and coalesce(price_lists.starts_at <= ?, 1 = 1)
      and coalesce(price_lists.ends_at > ?, 1 = 1)
      and (price_lists.customer_group_id is null or exists (
        select 1 from customer_group_members where customer_group_members.store_id = ?
          and customer_group_members.group_id = price_lists.customer_group_id
          and customer_group_members.user_id = ?)))
    where (price_list_entries.store_id = ? and price_list_entries.variant_id = asked.id)
  ) entries on entries.variant_id = prices.variant_id
  where (prices.store_id = ? and prices.variant_id = asked.id and prices.currency = ?)`;

const thirtyDaysBefore = {
  sqlite: "strftime('%Y-%m-%dT%H:%M:%fZ', runs.began, '-30 days')",
  postgres: "runs.began - interval '720 hours'",
} as const;

const newestFirst = `partition by price_history.variant_id
  order by price_history.valid_from desc, price_history.id desc`;

/** The lowest price in the thirty days before each of the variants was reduced. */
export const lowestOn = (engine: Driver["engine"]): string => `
  select variant_id, min(amount) AS amount from (
    select variant_id, amount, valid_from, valid_to, others,
      min(case when others = 0 then valid_from end) over (partition by variant_id) as began
    from (
      select variant_id, amount, valid_from, valid_to,
        sum(case when amount = current then 0 else 1 end)
          over (partition by variant_id order by valid_from desc, id desc) as others
      from (
        select price_history.variant_id, price_history.amount, price_history.id,
          price_history.valid_from as valid_from,
          lag(price_history.valid_from) over (${newestFirst}) as valid_to,
          first_value(price_history.amount) over (${newestFirst}) as current
        from ${asked[engine]} cross join price_history
        where (price_history.store_id = ? and price_history.variant_id = asked.id
          and price_history.currency = ?)) told) history) runs
  where others > 0 and valid_to > valid_from and valid_to > ${thirtyDaysBefore[engine]}
  group by runs.variant_id`;

export const PICTURES = `select url, alt from media
  where (media.store_id = ? and media.product_id = ?)
  order by media.position asc, media.id asc`;

export const TAGS = `select tag from product_tags
  where (product_tags.store_id = ? and product_tags.product_id = ?)
  order by product_tags.position asc, product_tags.tag asc`;

export const ATTRIBUTES = `
  select attributes.id, attributes.code, attributes.name, attributes.type, attributes.unit,
    attribute_values.text, attribute_values.thousandths
  from attribute_values
  inner join attributes on (attributes.store_id = ?
    and attributes.id = attribute_values.attribute_id)
  where (attribute_values.store_id = ? and attribute_values.product_id = ?)
  order by attributes.position asc, attributes.code asc, attribute_values.position asc,
    attribute_values.text asc`;

const STEP = "categories.id, categories.parent_id, categories.slug, categories.name";

export const CATEGORIES = `select up.id, up.parent_id, up.slug, up.name from (
    with recursive up(id, parent_id, slug, name) as (
      select ${STEP} from categories
      where categories.store_id = ? and categories.id = ?
      union
      select ${STEP} from categories inner join up on categories.id = up.parent_id
      where categories.store_id = ?)
    select id, parent_id, slug, name from up) as up`;

export const RELATED = `
  select ${SUMMARY_COLUMNS}, product_relations.kind
  from product_relations
  inner join products on (products.store_id = ? and products.id = product_relations.related_id
    and ${PUBLISHED})
  where (product_relations.store_id = ? and product_relations.product_id = ?)
  order by product_relations.position asc`;
