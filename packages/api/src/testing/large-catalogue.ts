/** A hundred thousand products, made by the database itself within seconds, for what only size shows. */
import { byEngine } from "@souk/db";
import { sql } from "drizzle-orm";
import type { Shop } from "./index.ts";

export const LARGE = 100_000;

/** An id that follows from a number, so that tables can refer to each other. */
export const idOf = (table: number | "a" | "b" | "c" | "d" | "e" | "f", number = "n") =>
  byEngine({
    sqlite: sql.raw(`printf('00000000-0000-7000-8000-${table}%011x', ${number})`),
    postgres: sql.raw(
      `('00000000-0000-7000-8000-${table}' || lpad(to_hex(${number}), 11, '0'))::uuid`,
    ),
  });

export const minutesAgo = byEngine({
  sqlite: sql`strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '-' || n || ' minutes')`,
  postgres: sql`timestamptz '2026-01-01 00:00:00+00' - n * interval '1 minute'`,
});

const json = (text: string) =>
  byEngine({ sqlite: sql.raw(`'${text}'`), postgres: sql.raw(`'${text}'::jsonb`) });

export const yes = byEngine({ sqlite: sql`1`, postgres: sql`true` });

/** One of so many, and which. */
const EACH = 2000;
const BUNDLE = 500;
const BUNDLES = LARGE / EACH;
const isBundle = `n % ${EACH} = ${BUNDLE}`;
const isPreorder = "n % 3998 = 1";
const isBackorder = "n % 3998 = 2000";

const nextCentury = byEngine({
  sqlite: sql`'2100-01-01T00:00:00.000Z'`,
  postgres: sql`timestamptz '2100-01-01 00:00:00+00'`,
});

/** In parts, since a server ends statements that take long. */
export const PART = 10_000;

export const numbers = (from: number, to: number) => sql`
  with recursive numbers(n) as (
    select ${sql.raw(String(from))} union all
    select n + 1 from numbers where n < ${sql.raw(String(to))})`;

/**
 * 40 categories in eight departments, and some products in none; 200 vendors, 97 brands, 500 tags, an
 * attribute of 200 values, a hand-picked collection of 500. Every seventh has sold out, every second has
 * dollars, every tenth is reduced, three of eleven have a review. Behind them 4,000 drafts, half of them in
 * the bin. Each has a variant in one of four warehouses: one of two thousand is sold out, as many are sold ahead of
 * the shelf, by turns as pre-orders and as back-orders, and as many are bundles of the two next to them.
 */
export async function fillLarge({ test, store }: Shop): Promise<void> {
  const { system } = test.database;
  const storeId = byEngine({ sqlite: sql`${store.id}`, postgres: sql`${store.id}::uuid` });
  const nothing = byEngine({ sqlite: sql`null`, postgres: sql`null::uuid` });
  for (const [ids, parent, name] of [
    [[41, 48], nothing, "department"],
    [[1, 40], idOf(1, "41 + n % 8"), "category"],
  ] as const) {
    await system.execute(sql`
      insert into categories (id, store_id, parent_id, slug, name, description, position, created_at, updated_at)
      ${numbers(ids[0], ids[1])}
      select ${idOf(1)}, ${storeId}, ${parent}, ${sql.raw(`'${name.charAt(0)}-' || n, '${name} ' || n`)}, '', n,
        ${minutesAgo}, ${minutesAgo} from numbers`);
  }
  await system.execute(sql`
    insert into brands (id, store_id, slug, name, description, seo_title, seo_description, created_at, updated_at)
    ${numbers(1, 97)}
    select ${idOf(5)}, ${storeId}, 'b-' || n, 'Brand ' || n, '', '', '', ${minutesAgo}, ${minutesAgo}
    from numbers`);
  await system.execute(sql`
    insert into attributes (id, store_id, code, name, type, unit, choices, is_required, is_filterable,
      position, created_at, updated_at)
    ${numbers(1, 1)}
    select ${idOf(6)}, ${storeId}, 'shade', 'Shade', 'text', '', ${json("[]")}, not ${yes}, ${yes}, 0,
      ${minutesAgo}, ${minutesAgo} from numbers`);
  await system.execute(sql`
    insert into collections (id, store_id, slug, name, description, kind, rules, match_all, sort, seo_title,
      seo_description, is_published, position, created_at, updated_at)
    ${numbers(1, 1)}
    select ${idOf(8)}, ${storeId}, 'picked', 'Picked', '', 'manual', ${json("[]")}, ${yes}, 'manual', '', '',
      ${yes}, 0, ${minutesAgo}, ${minutesAgo} from numbers`);
  await system.execute(sql`
    insert into stock_locations (id, store_id, code, name, is_active, position, created_at)
    ${numbers(1, 4)}
    select ${idOf("c")}, ${storeId}, 'place-' || n, 'Place ' || n, ${yes}, n, ${minutesAgo}
    from numbers`);
  for (let from = 1; from <= LARGE; from += PART) {
    const part = numbers(from, from + PART - 1);
    await system.execute(sql`
      insert into products (id, store_id, category_id, brand_id, slug, title, subtitle, vendor, product_type,
        description_html, options, seo_title, seo_description, status, published_at, min_price,
        max_price, compare_at_price, in_stock, variant_count, rating_count, rating_sum, rating_average,
        rating4_count, created_at, updated_at)
      ${part}
      select ${idOf(2)}, ${storeId},
        case when n % 44 between 1 and 40 then ${idOf(1, "n % 44")} end,
        ${idOf(5, "1 + n % 97")},
        'p-' || n, 'Product ' || (n * 7919 % 100003), '', 'Vendor ' || (n % 200), 'Thing', '',
        ${json("[]")}, '', '', 'active', ${minutesAgo}, 100 + n * 31 % 50000, 100 + n * 31 % 50000,
        case when n % 10 = 0 then 60000 end,
        case when n % 7 = 0 then not ${yes} else ${yes} end, 1,
        case when n % 11 < 3 then 1 else 0 end, case when n % 11 < 3 then 4 else 0 end,
        case when n % 11 < 3 then 400 else 0 end, case when n % 11 < 3 then 1 else 0 end,
        ${minutesAgo}, ${minutesAgo}
      from numbers`);
    await system.execute(sql`
      insert into product_prices (id, store_id, product_id, currency, min_price, max_price, compare_at_price)
      ${part}
      select ${idOf(4)}, ${storeId}, ${idOf(2)}, 'USD', 100 + n * 37 % 50000, 100 + n * 37 % 50000,
        case when n % 10 = 0 then 60000 end
      from numbers where n % 2 = 0`);
    await system.execute(sql`
      insert into variants (id, store_id, product_id, title, options, option_key, position, sku, weight_grams,
        requires_shipping, taxable, tracks_inventory, is_bundle, low_stock_threshold, preorder_ships_at, created_at,
        updated_at)
      ${part}
      select ${idOf("a")}, ${storeId}, ${idOf(2)}, '', ${json("{}")}, '', 0, 'SKU-' || n, 0, ${yes}, ${yes}, ${yes},
        ${sql.raw(isBundle)}, case when n % 1000 = 0 then 8 end,
        case when ${sql.raw(isPreorder)} then ${nextCentury} end, ${minutesAgo}, ${minutesAgo} from numbers`);
    await system.execute(sql`
      insert into stock_levels (id, store_id, location_id, variant_id, on_hand, reserved, allocated,
        backorder_limit, updated_at)
      ${part}
      select ${idOf("b")}, ${storeId}, ${idOf("c", "1 + n % 4")}, ${idOf("a")}, case when n % 1999 < 2 then 0 else 50 end,
        0, 0, case when ${sql.raw(`${isPreorder} or ${isBackorder}`)} then 20 else 0 end, ${minutesAgo} from numbers where not (${sql.raw(isBundle)})`);
    await system.execute(sql`
      insert into product_tags (id, store_id, product_id, tag, position)
      ${part}
      select ${idOf(3)}, ${storeId}, ${idOf(2)}, 'tag-' || (n % 500), 0 from numbers`);
    await system.execute(sql`
      insert into attribute_values (id, store_id, attribute_id, product_id, text, position)
      ${part}
      select ${idOf(7)}, ${storeId}, ${idOf(6, "1")}, ${idOf(2)}, 'Shade ' || (n % 200), 0 from numbers`);
  }
  await system.execute(sql`
    insert into bundle_components (id, store_id, bundle_id, component_id, quantity, position)
    ${numbers(0, 2 * BUNDLES - 1)}
    select ${idOf("d")}, ${storeId}, ${idOf("a", `${BUNDLE} + ${EACH} * (n / 2)`)},
      ${idOf("a", `${BUNDLE} + ${EACH} * (n / 2) + 1 + n % 2`)}, 2, n % 2 from numbers`);
  await system.execute(sql`
    insert into products (id, store_id, category_id, brand_id, slug, title, subtitle, vendor, product_type,
      description_html, options, seo_title, seo_description, status, deleted_at, min_price, max_price,
      in_stock, variant_count, created_at, updated_at)
    ${numbers(LARGE + 1, LARGE + 4000)}
    select ${idOf(2)}, ${storeId}, ${idOf(1, "1 + n % 40")}, ${idOf(5, "1 + n % 97")}, 'p-' || n,
      'Draft ' || n, '', '', 'Thing', '', ${json("[]")}, '', '', 'draft',
      case when n % 2 = 0 then ${minutesAgo} end, 100, 100, ${yes}, 1, ${minutesAgo}, ${minutesAgo}
    from numbers`);
  await system.execute(sql`
    insert into collection_products (id, store_id, collection_id, product_id, position)
    ${numbers(1, 500)}
    select ${idOf(9)}, ${storeId}, ${idOf(8, "1")}, ${idOf(2, "n * 190")}, n from numbers`);
  await system.execute(sql`analyze`);
}
