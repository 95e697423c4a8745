/** One product with all that its page shows: the five statements of Souk's `products.get`. */
import { type Driver, isoOf, type Json, jsonOf, one, type Time } from "./driver.ts";
import { moneyIn, type Store } from "./store.ts";

const PRODUCT = `select id, store_id, category_id, slug, title, subtitle, vendor, product_type,
    description_html, options, seo_title, seo_description, status, published_at, min_price,
    max_price, compare_at_price, in_stock, variant_count, picture_url, picture_alt, created_at,
    updated_at
  from products where (products.store_id = ? and products.slug = ?
    and products.status = 'active' and products.published_at <= ?)`;

export const AVAILABLE = `(
  select coalesce(sum(stock_levels.on_hand + stock_levels.backorder_limit
    - stock_levels.reserved - stock_levels.allocated), 0)
  from stock_levels
  where stock_levels.store_id = ? and stock_levels.variant_id = variants.id)`;
export const ON_SHELF = `(
  select coalesce(sum(stock_levels.on_hand - stock_levels.reserved - stock_levels.allocated), 0)
  from stock_levels
  where stock_levels.store_id = ? and stock_levels.variant_id = variants.id)`;

const VARIANTS = `select variants.id, variants.sku, variants.barcode, variants.title,
    variants.options, variants.weight_grams, variants.tracks_inventory, prices.amount,
    prices.compare_at, ${AVAILABLE} AS available, ${ON_SHELF} AS on_shelf,
    media.url AS picture_url, media.alt AS picture_alt
  from variants
  inner join prices on (prices.store_id = ? and prices.variant_id = variants.id
    and prices.currency = ?)
  left join media on (media.store_id = ? and media.id = variants.media_id)
  where (variants.store_id = ? and variants.product_id = ?)
  order by variants.position asc, variants.id asc`;

const PICTURES = `select url, alt from media
  where (media.store_id = ? and media.product_id = ?)
  order by media.position asc, media.id asc`;

const TAGS = `select tag from product_tags
  where (product_tags.store_id = ? and product_tags.product_id = ?)
  order by product_tags.position asc, product_tags.tag asc`;

const CATEGORIES = `select id, store_id, parent_id, slug, name, description, position,
    created_at, updated_at
  from categories where categories.store_id = ?
  order by categories.position asc, categories.name asc, categories.id asc`;

interface ProductRow {
  readonly id: string;
  readonly category_id: string;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly product_type: string;
  readonly description_html: string;
  readonly options: Json;
  readonly seo_title: string;
  readonly seo_description: string;
  readonly published_at: Time;
}

interface VariantRow {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly options: Json;
  readonly weight_grams: number;
  readonly amount: number | string;
  readonly compare_at: number | string | null;
  readonly available: number | string;
  readonly on_shelf: number | string;
  readonly picture_url: string | null;
  readonly picture_alt: string | null;
}

interface CategoryRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly slug: string;
  readonly name: string;
}

const LOW_STOCK = 5;

export function stockOf(row: Pick<VariantRow, "available" | "on_shelf">) {
  const available = Number(row.available);
  const onShelf = Number(row.on_shelf);
  const told = (status: string) => ({ status, available: Math.max(available, 0), ships_at: null });
  if (available <= 0) return told("out_of_stock");
  if (onShelf <= 0) return told("backorder");
  return told(onShelf < LOW_STOCK ? "low_stock" : "in_stock");
}

export function showing(driver: Driver, store: Store) {
  return async ({ id: slug }: { readonly id: string }) => {
    const row = await one<ProductRow>(driver, PRODUCT, [store.id, slug, new Date().toISOString()]);
    const own = [store.id, row.id];
    const variants = await driver.all<VariantRow>(VARIANTS, [
      ...[store.id, store.id, store.id, store.currency, store.id],
      ...own,
    ]);
    const pictures = await driver.all<{ url: string; alt: string }>(PICTURES, own);
    const tags = await driver.all<{ tag: string }>(TAGS, own);
    const categories = await driver.all<CategoryRow>(CATEGORIES, [store.id]);
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      subtitle: row.subtitle,
      vendor: row.vendor,
      product_type: row.product_type,
      description_html: row.description_html,
      tags: tags.map(({ tag }) => tag),
      breadcrumbs: pathTo(categories, row.category_id),
      options: jsonOf<{ name: string; values: string[] }[]>(row.options).map(
        ({ name, values }) => ({
          name,
          values,
        }),
      ),
      variants: variants.map((variant) => variantOf(store, variant)),
      pictures: pictures.map(({ url, alt }) => ({ url, alt })),
      seo: { title: row.seo_title, description: row.seo_description },
      published_at: isoOf(row.published_at),
    };
  };
}

function pathTo(rows: readonly CategoryRow[], id: string): { slug: string; name: string }[] {
  const row = rows.find((known) => known.id === id);
  if (row === undefined) return [];
  const above = row.parent_id === null ? [] : pathTo(rows, row.parent_id);
  return [...above, { slug: row.slug, name: row.name }];
}

function variantOf(store: Store, row: VariantRow) {
  const reduced = row.compare_at !== null && Number(row.compare_at) > Number(row.amount);
  return {
    id: row.id,
    sku: row.sku,
    barcode: row.barcode,
    title: row.title,
    options: jsonOf<Record<string, string>>(row.options),
    price: moneyIn(store, row.amount),
    compare_at_price: reduced ? moneyIn(store, row.compare_at ?? 0) : null,
    weight_grams: row.weight_grams,
    stock: stockOf(row),
    components: [],
    picture: row.picture_url === null ? null : { url: row.picture_url, alt: row.picture_alt ?? "" },
  };
}
