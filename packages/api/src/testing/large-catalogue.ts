/** A hundred thousand products, made by the database itself within seconds, for what only size shows. */
import { byEngine } from "@souk/db";
import { sql } from "drizzle-orm";
import type { Shop } from "./index.ts";

export const LARGE = 100_000;

/** An id that follows from a number, so that tables can refer to each other. */
const idOf = (table: number, number = "n") =>
  byEngine({
    sqlite: sql.raw(`printf('00000000-0000-7000-8000-${table}%011x', ${number})`),
    postgres: sql.raw(
      `('00000000-0000-7000-8000-${table}' || lpad(to_hex(${number}), 11, '0'))::uuid`,
    ),
  });

const minutesAgo = byEngine({
  sqlite: sql`strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '-' || n || ' minutes')`,
  postgres: sql`timestamptz '2026-01-01 00:00:00+00' - n * interval '1 minute'`,
});

const json = (text: string) =>
  byEngine({ sqlite: sql.raw(`'${text}'`), postgres: sql.raw(`'${text}'::jsonb`) });

const yes = byEngine({ sqlite: sql`1`, postgres: sql`true` });

/** In parts, since a server ends statements that take long. */
const PART = 10_000;

const numbers = (from: number, to: number) => sql`
  with recursive numbers(n) as (
    select ${sql.raw(String(from))} union all
    select n + 1 from numbers where n < ${sql.raw(String(to))})`;

/** 40 categories, and some products in none; 200 vendors, 500 tags; every seventh has sold out, every second has dollars. */
export async function fillLarge({ test, store }: Shop): Promise<void> {
  const { system } = test.database;
  const storeId = byEngine({ sqlite: sql`${store.id}`, postgres: sql`${store.id}::uuid` });
  await system.execute(sql`
    insert into categories (id, store_id, slug, name, description, position, created_at, updated_at)
    ${numbers(1, 40)}
    select ${idOf(1)}, ${storeId}, 'c-' || n, 'Category ' || n, '', n, ${minutesAgo}, ${minutesAgo}
    from numbers`);
  for (let from = 1; from <= LARGE; from += PART) {
    const part = numbers(from, from + PART - 1);
    await system.execute(sql`
      insert into products (id, store_id, category_id, slug, title, subtitle, vendor, product_type,
        description_html, options, seo_title, seo_description, status, published_at, min_price,
        max_price, in_stock, variant_count, created_at, updated_at)
      ${part}
      select ${idOf(2)}, ${storeId},
        case when n % 44 between 1 and 40 then ${idOf(1, "n % 44")} end,
        'p-' || n, 'Product ' || (n * 7919 % 100003), '', 'Vendor ' || (n % 200), 'Thing', '',
        ${json("[]")}, '', '', 'active', ${minutesAgo}, 100 + n * 31 % 50000, 100 + n * 31 % 50000,
        case when n % 7 = 0 then not ${yes} else ${yes} end, 1, ${minutesAgo}, ${minutesAgo}
      from numbers`);
    await system.execute(sql`
      insert into product_prices (id, store_id, product_id, currency, min_price, max_price)
      ${part}
      select ${idOf(4)}, ${storeId}, ${idOf(2)}, 'USD', 100 + n * 37 % 50000, 100 + n * 37 % 50000
      from numbers where n % 2 = 0`);
    await system.execute(sql`
      insert into product_tags (id, store_id, product_id, tag, position)
      ${part}
      select ${idOf(3)}, ${storeId}, ${idOf(2)}, 'tag-' || (n % 500), 0 from numbers`);
  }
  await system.execute(sql`analyze`);
}
