/** Where the words that were searched for stand in a text that is shown. Pure: knows no database. */
import { stemmer } from "stemmer";
import { normalise, type Term } from "./normalise.ts";

/** The segments of a text, one behind the other, are the text. */
export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The text in segments, its words that answer a term apart from the others. */
export function highlighted(text: string, terms: readonly Term[]): Segment[] {
  const answers = answerTo(terms);
  const segments: Segment[] = [];
  const add = (piece: string, match: boolean): void => {
    if (piece !== "") segments.push({ text: piece, match });
  };
  let shown = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!answers(word)) continue;
    add(text.slice(shown, index), false);
    add(word, true);
    shown = index + word.length;
  }
  add(text.slice(shown), false);
  return segments;
}

/** The terms that no word of the text answers. */
export function unanswered(text: string, terms: readonly Term[]): readonly Term[] {
  const words = text.match(WORD) ?? [];
  return terms.filter((term) => !words.some(answerTo([term])));
}

const BEFORE = 60;
const LENGTH = 180;

/** The part of a long text around the first word that answers a term, in whole words; null: none does. */
export function excerpt(text: string, terms: readonly Term[]): Segment[] | null {
  const answers = answerTo(terms);
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (answers(word)) return highlighted(around(text, index), terms);
  }
  return null;
}

function around(text: string, index: number): string {
  const from = index <= BEFORE ? 0 : text.indexOf(" ", index - BEFORE) + 1;
  if (text.length - from <= LENGTH) return `${from === 0 ? "" : "… "}${text.slice(from)}`;
  const to = text.lastIndexOf(" ", from + LENGTH);
  return `${from === 0 ? "" : "… "}${text.slice(from, to > index ? to : from + LENGTH)} …`;
}

/** As both engines' indexes see words: letters folded, English endings off, a beginning where one will do. */
function answerTo(terms: readonly Term[]): (word: string) => boolean {
  const wanted = terms.flatMap(({ words, prefix }) =>
    words.map((word) => ({ word, stem: stemmer(word), prefix })),
  );
  return (shown) => {
    const word = normalise(shown);
    const stem = stemmer(word);
    return wanted.some(
      (one) => one.word === word || one.stem === stem || (one.prefix && word.startsWith(one.word)),
    );
  };
}
