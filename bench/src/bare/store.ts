/** The one store, read at the start as Souk reads it, and its money. */
import { type Driver, one } from "./driver.ts";
import { uuid7 } from "./ids.ts";

export interface Store {
  readonly id: string;
  readonly currency: string;
  readonly taxRate: number;
  readonly prefix: string;
}

interface Row {
  readonly id: string;
  readonly currency: string;
  readonly tax_rate_basis_points: number;
  readonly order_number_prefix: string;
}

const COUNTER = `insert into store_counters (id, store_id, name, value)
  values (?, ?, 'order_number', 1000) on conflict (store_id, name) do nothing`;

export async function readStore(driver: Driver): Promise<Store> {
  const row = await one<Row>(
    driver,
    "select id, currency, tax_rate_basis_points, order_number_prefix from stores",
    [],
  );
  // Souk makes the counter with the first order; here it is there before.
  await driver.all(COUNTER, [uuid7(), row.id]);
  return {
    id: row.id,
    currency: row.currency,
    taxRate: row.tax_rate_basis_points,
    prefix: row.order_number_prefix,
  };
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** PostgreSQL's bigint comes as a text. */
export const moneyIn = ({ currency }: Store, amount: number | string): Money => ({
  amount: Number(amount),
  currency,
});

const BASIS = 10_000;

/** The tax that an amount of this store includes, rounded half up. */
export function taxIn({ taxRate }: Store, amount: number): number {
  const base = BASIS + taxRate;
  return Math.floor((amount * taxRate * 2 + base) / (base * 2));
}
