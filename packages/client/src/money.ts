/** Money for people: exact minor units in, a localised text out. No float in between. */

export interface MoneyLike {
  /** Minor units: 1999 is 19.99 in EUR. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

// Engines follow CLDR, which drops the minor units of some currencies that ISO 4217 gives them.
const unusualExponents: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/** How many decimals the currency's minor unit stands for, by ISO 4217. */
export function currencyExponent(currency: string): number {
  const unusual = Object.entries(unusualExponents).find(([, codes]) =>
    codes.split(" ").includes(currency),
  );
  return unusual ? Number(unusual[0]) : 2;
}

/** 1999 EUR is "19.99", 1999 JPY is "1999". */
export function toDecimalString({ amount, currency }: MoneyLike): `${number}` {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return `${amount < 0 ? "-" : ""}${text}` as `${number}`;
}

/** "19.99" or "19,99" EUR is 1999; null when the text is no amount of this currency. */
export function toMinorUnits(text: string, currency: string): number | null {
  const match = /^(\d{1,12})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const exponent = currencyExponent(currency);
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > exponent) return null;
  return Number(`${match[1]}${fraction.padEnd(exponent, "0")}`);
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string | undefined, currency: string): Intl.NumberFormat {
  const key = `${locale ?? ""}|${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, format);
  return format;
}

/** `{ amount: 1999, currency: "EUR" }` is "€19.99" in English. */
export function formatMoney(money: MoneyLike, locale?: string): string {
  return formatOf(locale, money.currency).format(toDecimalString(money));
}
