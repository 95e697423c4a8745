/** The price that somebody means: typed as such, or as so much percent off. */
import { type FieldErrors, toDecimalString, toMinorUnits } from "@souk/client";

const PERCENT = /^(\d{1,2})(?:[.,](\d))?$/;

/** Rounded half up, in whole minor units; null when the text is no share between 0 and 100. */
export function reducedBy(base: number, percent: string): number | null {
  const match = PERCENT.exec(percent.trim());
  if (match === null) return null;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? 0);
  return Math.floor((base * (1000 - tenths) + 500) / 1000);
}

interface Typed {
  readonly price: string | undefined;
  readonly percent: string | undefined;
}

/** Such as "12.50", or "1250" of a currency without cents. */
export const priceExample = (currency: string): string =>
  toDecimalString({ amount: 1250, currency });

/** What is wrong with what was typed; nothing, when it is a price. */
export function wrongIn({ price, percent }: Typed, currency: string): FieldErrors {
  if (price !== undefined) {
    if (toMinorUnits(price, currency) !== null) return {};
    return { price: [`Enter a price such as ${priceExample(currency)}.`] };
  }
  if (percent === undefined) return { percent: ["Enter the percent off, or a price below."] };
  if (reducedBy(0, percent) !== null) return {};
  return { percent: ["Enter a percentage below 100, such as 12.5."] };
}

/** Null: neither says anything that could be a price of this currency. */
export function amountMeant(
  { price, percent }: Typed,
  { base, currency }: { readonly base: number | null; readonly currency: string },
): number | null {
  if (price !== undefined) return toMinorUnits(price, currency);
  if (percent === undefined || base === null) return null;
  return reducedBy(base, percent);
}
