/** What a cart costs. Pure arithmetic on minor units; the same result prices the order. */
import { money, sum, taxOf, times } from "../kernel/money.ts";
import type { Totals } from "./contract.ts";

export interface PricedLine {
  readonly unitPrice: number;
  readonly quantity: number;
  readonly taxable: boolean;
}

export interface TaxRule {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRateBasisPoints: number;
}

/** Line amounts in minor units: what it costs, and the tax in or on it. */
export interface LineAmounts {
  readonly total: number;
  readonly tax: number;
}

export interface Amounts {
  readonly lines: readonly LineAmounts[];
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
}

/** Tax is rounded line by line, and shipping is taxed at the store's rate. */
export function price(rule: TaxRule, lines: readonly PricedLine[], shipping: number): Amounts {
  const { currency, pricesIncludeTax, taxRateBasisPoints } = rule;
  const taxIn = (amount: number) => taxOf(amount, taxRateBasisPoints, pricesIncludeTax);
  const priced = lines.map(({ unitPrice, quantity, taxable }) => {
    const total = times(unitPrice, quantity, currency);
    return { total, tax: taxable ? taxIn(total) : 0 };
  });
  const subtotal = sum(
    priced.map(({ total }) => total),
    currency,
  );
  const tax = sum([...priced.map((line) => line.tax), taxIn(shipping)], currency);
  const total = sum([subtotal, shipping, pricesIncludeTax ? 0 : tax], currency);
  return { lines: priced, subtotal, discount: 0, shipping, tax, total };
}

export const totalsOf = (amounts: Omit<Amounts, "lines">, currency: string): Totals => ({
  subtotal: money(amounts.subtotal, currency),
  discount: money(amounts.discount, currency),
  shipping: money(amounts.shipping, currency),
  tax: money(amounts.tax, currency),
  total: money(amounts.total, currency),
});
