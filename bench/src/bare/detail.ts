/** One product with all that its page shows. The benchmark's have no attributes, relations, price lists or bundles. */
import {
  ATTRIBUTES,
  CATEGORIES,
  lowestOn,
  offersOn,
  PICTURES,
  PRODUCT,
  RELATED,
  TAGS,
  VARIANTS,
} from "./detail-sql.ts";
import { type Driver, isoOf, type Json, jsonOf, one, type Time } from "./driver.ts";
import { moneyIn, type Store } from "./store.ts";

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
  readonly rating_average: number;
  readonly rating_count: number;
  readonly brand_slug: string;
  readonly brand_name: string;
}

interface VariantRow {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly options: Json;
  readonly weight_grams: number;
  readonly length_mm: number | null;
  readonly width_mm: number | null;
  readonly height_mm: number | null;
  readonly requires_shipping: boolean | number;
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
/** Whoever is in no customer group. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export function stockOf(row: Pick<VariantRow, "available" | "on_shelf">) {
  const available = Number(row.available);
  const onShelf = Number(row.on_shelf);
  const told = (status: string) => ({
    ...{ status, available: Math.max(available, 0) },
    ...{ on_shelf: Math.max(onShelf, 0), ships_at: null },
  });
  if (available <= 0) return told("out_of_stock");
  if (onShelf <= 0) return told("backorder");
  return told(onShelf < LOW_STOCK ? "low_stock" : "in_stock");
}

export function showing(driver: Driver, store: Store) {
  const { id: shop, currency } = store;
  const offers = offersOn(driver.engine);
  const lowest = lowestOn(driver.engine);

  const lowestOf = async (reduced: readonly VariantRow[]) => {
    if (reduced.length === 0) return new Map();
    const ids = JSON.stringify(reduced.map(({ id }) => id));
    const rows = await driver.all<{ variant_id: string; amount: number | string }>(lowest, [
      ...[ids, shop, currency],
    ]);
    return new Map(rows.map(({ variant_id, amount }) => [variant_id, amount]));
  };

  return async ({ id: slug }: { readonly id: string }) => {
    const now = new Date().toISOString();
    const row = await one<ProductRow>(driver, PRODUCT, [shop, shop, slug, now, now]);
    const own = [shop, row.id];
    const variants = await driver.all<VariantRow>(VARIANTS, [
      ...Array.from({ length: 7 }, () => shop),
      ...[currency, shop, ...own],
    ]);
    const ids = JSON.stringify(variants.map(({ id }) => id));
    await driver.all(offers, [
      ...[ids, ids, shop, currency, true, now, now, shop, NOBODY],
      ...[shop, shop, currency],
    ]);
    const before = await lowestOf(variants.filter(isReduced));
    const pictures = await driver.all<{ url: string; alt: string }>(PICTURES, own);
    const tags = await driver.all<{ tag: string }>(TAGS, own);
    await driver.all(ATTRIBUTES, [shop, ...own]);
    const categories = await driver.all<CategoryRow>(CATEGORIES, [
      ...[shop, row.category_id, shop],
    ]);
    await driver.all(RELATED, [shop, now, now, ...own]);
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      subtitle: row.subtitle,
      vendor: row.vendor,
      brand: { slug: row.brand_slug, name: row.brand_name },
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
      attributes: [],
      variants: variants.map((variant) => variantOf(store, variant, before)),
      pictures: pictures.map(({ url, alt }) => ({ url, alt })),
      seo: { title: row.seo_title, description: row.seo_description },
      rating: { average: row.rating_average, count: row.rating_count },
      custom_fields: {},
      relations: [],
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

const isReduced = ({ amount, compare_at }: VariantRow): boolean =>
  compare_at !== null && Number(compare_at) > Number(amount);

function variantOf(store: Store, row: VariantRow, before: ReadonlyMap<string, number | string>) {
  const price = moneyIn(store, row.amount);
  const lowest = before.get(row.id);
  return {
    id: row.id,
    sku: row.sku,
    barcode: row.barcode,
    title: row.title,
    options: jsonOf<Record<string, string>>(row.options),
    price,
    price_source: { kind: "base", name: null },
    base_price: price,
    price_steps: [],
    compare_at_price: isReduced(row) ? moneyIn(store, row.compare_at ?? 0) : null,
    lowest_price_30_days: lowest === undefined ? null : moneyIn(store, lowest),
    weight_grams: row.weight_grams,
    length_mm: row.length_mm,
    width_mm: row.width_mm,
    height_mm: row.height_mm,
    requires_shipping: Boolean(row.requires_shipping),
    custom_fields: {},
    stock: stockOf(row),
    components: [],
    picture: row.picture_url === null ? null : { url: row.picture_url, alt: row.picture_alt ?? "" },
  };
}
