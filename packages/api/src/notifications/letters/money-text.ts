/** Amounts as people read them. */
import type { Money } from "../../kernel/contract.ts";

/** From `{ amount: 1999, currency: "EUR" }` to "€19.99", exactly: no float in between. */
export function moneyText({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = amount < 0 ? "-" : "";
  const decimal = places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
  return format.format(decimal as `${number}`);
}
