/** Numbers of attributes: exact to a thousandth, so that filters compare whole numbers. */

/** A thousand million, in thousandths. */
const LARGEST = 1_000_000_000_000;

/** Null for what is no such number. */
export function thousandthsOf(number: number): number | null {
  const thousandths = Math.round(number * 1000);
  const exact = thousandths / 1000 === number && Math.abs(thousandths) <= LARGEST;
  // Never a negative zero.
  return exact ? thousandths + 0 : null;
}

const NUMBER = /^-?\d{1,10}(\.\d{1,3})?$/;

/** Of a text in a filter; null when it is none. */
export const thousandthsIn = (text: string): number | null =>
  NUMBER.test(text) ? thousandthsOf(Number(text)) : null;
