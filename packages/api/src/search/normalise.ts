/**
 * Text as the index and a query see it alike, on both engines: words of plain letters and digits.
 * What is left holds nothing that FTS5 or tsquery could take for syntax.
 */

/** Letters that Unicode does not take apart. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/** Words in lower case without diacritics, parted by one space. */
export const normalise = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðłıþ]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** PostgreSQL's English configuration leaves these out of its index, so a query must not insist. */
const STOP_WORDS = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her
  hers herself it its itself they them their theirs themselves what which who whom this that these
  those am is are was were be been being have has had having do does did doing a an the and but if or
  because as until while of at by for with about against between into through during before after
  above below to from up down in out on off over under again further then once here there when where
  why how all any both each few more most other some such no nor not only own same so than too very s
  t can will just don should now`.split(/\s+/),
);

const MAX_TERMS = 12;

/** One thing that must occur: any of these words, as a beginning where somebody may still be typing. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What was asked for, each word a term of its own. Empty when nothing is left to search for. */
export function termsOf(query: string): readonly Term[] {
  const words = normalise(query).split(" ").slice(0, MAX_TERMS);
  const telling = words.filter((word) => word !== "" && !STOP_WORDS.has(word));
  const last = telling.at(-1) ?? words.at(-1) ?? "";
  if (last === "") return [];
  const whole = telling.slice(0, -1).map((word) => ({ words: [word], prefix: false }));
  return [...whole, { words: [last], prefix: true }];
}
