/** Exact arithmetic on integer minor units, by dinero.js. No float ever holds money. */
import { add, allocate, type Dinero, dinero, multiply, toSnapshot } from "dinero.js";
import * as currencies from "dinero.js/currencies";

type Currency = (typeof currencies)["EUR"];

const known = new Map<string, Currency>(
  Object.values(currencies).map((currency) => [currency.code, currency as Currency]),
);

export const isCurrency = (code: string): boolean => known.has(code);

function of(amount: number, code: string): Dinero<number> {
  const currency = known.get(code);
  if (currency === undefined) throw new Error(`unknown currency ${code}`);
  if (!Number.isSafeInteger(amount))
    throw new Error(`${amount} is not a whole number of minor units`);
  return dinero({ amount, currency });
}

const amountOf = (value: Dinero<number>): number => {
  const { amount } = toSnapshot(value);
  if (!Number.isSafeInteger(amount)) throw new Error("an amount is beyond exact integers");
  return amount;
};

export const money = (amount: number, currency: string) => ({ amount, currency });

export const sum = (amounts: readonly number[], currency: string): number =>
  amountOf(amounts.reduce((total, amount) => add(total, of(amount, currency)), of(0, currency)));

export const times = (amount: number, quantity: number, currency: string): number =>
  amountOf(multiply(of(amount, currency), quantity));

const BASIS = 10_000;

/**
 * The tax in an amount that includes it, or on one that does not, rounded half up to the minor unit.
 * `rate` is in basis points: 2000 is 20 %.
 */
export function taxOf(amount: number, rate: number, included: boolean): number {
  const base = BigInt(included ? BASIS + rate : BASIS);
  return Number((BigInt(amount) * BigInt(rate) * 2n + base) / (base * 2n));
}

/** Splits an amount by weights, to the unit, by largest remainder; earlier parts win a tie. */
export function split(amount: number, weights: readonly number[], currency: string): number[] {
  if (weights.every((weight) => weight === 0)) return weights.map(() => 0);
  return allocate(of(amount, currency), [...weights]).map(amountOf);
}

/** From "19.99" to 1999 in the currency's own minor units; null when it is no such amount. */
export function parseAmount(text: string, code: string): number | null {
  const exponent = known.get(code)?.exponent;
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (exponent === undefined || parts === null) return null;
  const [, whole = "", fraction = ""] = parts;
  if (/[1-9]/.test(fraction.slice(exponent))) return null;
  return Number(whole + fraction.slice(0, exponent).padEnd(exponent, "0"));
}

/** From 1999 to "19.99", in the currency's own number of decimals: what `parseAmount` reads. */
export function formatAmount(amount: number, code: string): string {
  const exponent: number | undefined = known.get(code)?.exponent;
  if (exponent === undefined) throw new Error(`unknown currency ${code}`);
  const digits = String(amount).padStart(exponent + 1, "0");
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
