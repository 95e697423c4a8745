/** Postal codes: whether the country has such codes, needs one, and whether this can be one of them. */
import validator from "validator";

/** Mail to these countries does not arrive without one. */
const REQUIRED: ReadonlySet<string> = new Set(
  (
    "AT AU BE BR CA CH CN CZ DE DK EE ES FI FR GB GR HU IN IT JP KR LI LT LU LV MX MY NL NO NZ " +
    "PL PR PT RO RU SE SG SI SK TW UA US ZA"
  ).split(" "),
);

/** Where people leave out the mark that a pattern insists on, and after how many characters it stands. */
const MARKS: Readonly<Record<string, readonly [after: number, mark: string]>> = {
  IE: [3, " "],
  JP: [3, "-"],
  PL: [2, "-"],
  PT: [4, "-"],
};

/** As it is kept: upper case, single spaces. */
export const normalPostalCode = (text: string): string =>
  text.trim().replace(/\s+/g, " ").toUpperCase();

export type PostalCodeProblem = "missing" | "wrong";

/** Of countries whose codes nobody here knows, everything is believed. */
export function problemOfPostalCode(code: string, country: string): PostalCodeProblem | null {
  if (code === "") return REQUIRED.has(country) ? "missing" : null;
  if (!isKnown(country)) return null;
  const fits = spellings(code, country).some((text) => validator.isPostalCode(text, country));
  return fits ? null : "wrong";
}

const known: ReadonlySet<string> = new Set(validator.isPostalCodeLocales);

const isKnown = (country: string): country is validator.PostalCodeLocale => known.has(country);

/** One code is written `10115` and `D-10115`, `1000001` and `100-0001`. */
function spellings(code: string, country: string): readonly string[] {
  const local = code.replace(/^[A-Z]{1,3}-/, "");
  const bare = local.replace(/[\s-]/g, "");
  const [after, mark] = MARKS[country] ?? [bare.length, ""];
  const marked = bare.slice(0, after) + mark + bare.slice(after);
  return [code, local, bare, marked, `${country}-${bare}`];
}
