/** What a hundred thousand products are found by, and what has happened to them, for what only size shows. */
import { byEngine } from "@souk/db";
import { type SQL, sql } from "drizzle-orm";
import type { Shop } from "./index.ts";
import { idOf, LARGE, minutesAgo, numbers, PART, yes } from "./large-catalogue.ts";

/** Has changed its price and its stock this often; all others once. */
export const OFTEN = 1500;

/** One of the products; what has happened to it often. */
export const BUSY = 77_777;

export const PRICE_LIST = "00000000-0000-7000-8000-e00000000001";
export const BUSY_VARIANT = `00000000-0000-7000-8000-a${BUSY.toString(16).padStart(11, "0")}`;

const storeIdOf = ({ store }: Shop): SQL =>
  byEngine({ sqlite: sql`${store.id}`, postgres: sql`${store.id}::uuid` });

/**
 * After `fillLarge`: each product is found by its title, its vendor and one of 500 words, `kind1000` and so
 * on; a price list has an entry for every fifth variant; every fourth variant has a past price and a movement.
 * One has many, every fiftieth of its movements by hand.
 */
export async function fillRecords(shop: Shop): Promise<void> {
  const { system } = shop.test.database;
  const storeId = storeIdOf(shop);
  await system.execute(sql`
    insert into price_lists (id, store_id, name, currency, is_active, is_applied, created_at, updated_at)
    ${numbers(1, 1)}
    select ${idOf("e")}, ${storeId}, 'Trade', 'EUR', not ${yes}, not ${yes}, ${minutesAgo}, ${minutesAgo}
    from numbers`);
  for (let from = 1; from <= LARGE; from += PART) {
    const part = numbers(from, from + PART - 1);
    await system.execute(sql`
      insert into search_documents (product_id, store_id, title, vendor, keywords, body)
      ${part}
      select ${idOf(2)}, ${storeId}, 'product ' || (n * 7919 % 100003), 'vendor ' || (n % 200),
        'kind' || (1000 + n % 500), '' from numbers`);
    await system.execute(sql`
      insert into price_list_entries (id, store_id, price_list_id, variant_id, min_quantity, amount, updated_at)
      ${part}
      select ${idOf("f")}, ${storeId}, ${idOf("e", "1")}, ${idOf("a")}, 1, 100, ${minutesAgo}
      from numbers where n % 5 = 0`);
    await fillPast(shop, part, { of: "n", table: 2, where: `n % 4 = 1` });
  }
  const often = numbers(1, OFTEN);
  // Before all others: what is newest is not what is looked for.
  await fillPast(shop, often, { of: String(BUSY), table: 1, where: "true" });
  await system.execute(sql`analyze`);
}

interface Past {
  readonly of: string;
  readonly table: number;
  readonly where: string;
}

async function fillPast(shop: Shop, which: SQL, { of, table, where }: Past): Promise<void> {
  const { system } = shop.test.database;
  const storeId = storeIdOf(shop);
  await system.execute(sql`
    insert into price_history (id, store_id, variant_id, currency, amount, valid_from, reference)
    ${which}
    select ${idOf(table)}, ${storeId}, ${idOf("a", of)}, 'EUR', 100 + n, ${minutesAgo}, 'import'
    from numbers where ${sql.raw(where)}`);
  await system.execute(sql`
    insert into stock_movements (id, store_id, level_id, type, on_hand_delta, reserved_delta, allocated_delta,
      reference, note, created_at)
    ${which}
    select ${idOf(table)}, ${storeId}, ${idOf("b", of)}, case when n % 50 = 0 then 'adjust' else 'receive' end,
      1, 0, 0, '', '', ${minutesAgo} from numbers where ${sql.raw(where)}`);
}
