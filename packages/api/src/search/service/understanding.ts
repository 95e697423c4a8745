/** From what somebody typed to what the index is asked: as it stands, put right, or in part. */
import type { SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type Term, termsOf } from "../normalise.ts";
import { segmented, segments } from "../segments.ts";
import { closest, mostAlike } from "../spelling.ts";
import { type Asked, findable } from "./matching.ts";
import { alikeWords, nearWords, wholeWord, wordsAmong } from "./words.ts";

export interface Understood extends Asked {
  /** What is searched for instead of what was typed; null where nothing was put right. */
  readonly corrected: string | null;
}

/**
 * How a query may be understood, the most faithful first; whoever asks stops at the first that finds
 * something. Null alone: there is no word in it. A search engine is asked before the database. Only a query
 * that finds nothing costs more statements. `among`: what shoppers may see, absent where staff ask; only words
 * of products that meet it are taken as meant, so that nobody is told a word of what they may not see.
 */
export async function* readings(
  ctx: Context,
  query: string | undefined,
  among?: SQL,
): AsyncGenerator<Understood | null> {
  const terms = termsOf(query ?? "");
  if (terms.length === 0) {
    yield null;
    return;
  }
  const shownAt = among === undefined ? null : ctx.now();
  const hits =
    (await ctx.ports.searchEngine?.find(ctx.store.slug, terms.map(wordOf), shownAt)) ?? [];
  if (hits.length > 0) yield { terms, every: true, corrected: null, hits };
  yield* embedded(ctx, terms, among);
}

/** What the database makes of it, by itself. */
async function* embedded(
  ctx: Context,
  terms: readonly Term[],
  among: SQL | undefined,
): AsyncGenerator<Understood> {
  const hits = null;
  yield { terms, every: true, corrected: null, hits };
  const found = await findable(ctx, terms, among);
  const unknown = new Set(terms.filter((_term, i) => found[i] !== true));
  const repaired = await repair(ctx, { terms, unknown, among });
  const changed = repaired.some((term) => !terms.includes(term));
  const corrected = changed ? repaired.map(wordOf).join(" ") : null;
  if (changed) yield { terms: repaired, every: true, corrected, hits };
  if (repaired.length > 1) yield { terms: repaired, every: false, corrected, hits };
}

const wordOf = ({ words: [word = ""] }: Term): string => word;

interface Misspelt {
  readonly terms: readonly Term[];
  readonly unknown: ReadonlySet<Term>;
  readonly among: SQL | undefined;
}

async function repair(ctx: Context, { terms, unknown, among }: Misspelt): Promise<readonly Term[]> {
  const typed = [...unknown].map(wordOf);
  const joins = terms.flatMap((term, i) => joinOf(term, terms[i + 1]) ?? []);
  const parts = await wordsAmong(ctx, [...new Set([...typed.flatMap(segments), ...joins])]);
  const close = await nearWords(ctx, typed);
  const whole = await had(ctx, [...parts, ...[...close.values()].flat()], among);
  const repaired: Term[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    const [term, next] = [terms[i], terms[i + 1]];
    if (term === undefined) break;
    const joined = joinOf(term, next);
    if (joined !== null && whole.has(joined)) {
      repaired.push({ words: [joined], prefix: false });
      i += 1;
    } else if (unknown.has(term)) {
      repaired.push(...replacementOf(term, close.get(wordOf(term)) ?? [], whole));
    } else {
      repaired.push(term);
    }
  }
  return guessed(ctx, { terms: repaired, unknown, among });
}

/** The last resort for what is still unknown: the words that look most like it. */
async function guessed(
  ctx: Context,
  { terms, unknown, among }: Misspelt,
): Promise<readonly Term[]> {
  const lost = terms.filter((term) => unknown.has(term));
  const alike = await had(ctx, await alikeWords(ctx, lost.map(wordOf)), among);
  return terms.map((term) => {
    const words = unknown.has(term) ? mostAlike(wordOf(term), [...alike]) : [];
    return words.length > 0 ? { words, prefix: false } : term;
  });
}

/** Those of the words that a product has. */
async function had(
  ctx: Context,
  words: readonly string[],
  among: SQL | undefined,
): Promise<ReadonlySet<string>> {
  const candidates = [...new Set(words)];
  const found = await findable(ctx, candidates.map(wholeWord), among);
  return new Set(candidates.filter((_word, i) => found[i] === true));
}
/** "tea pot" may be a teapot. */
const joinOf = (term: Term, next: Term | undefined): string | null =>
  next === undefined ? null : wordOf(term) + wordOf(next);

function replacementOf(
  term: Term,
  close: readonly string[],
  whole: ReadonlySet<string>,
): readonly Term[] {
  const near = close.filter((word) => whole.has(word));
  const meant = closest(wordOf(term), near);
  if (meant.length > 0) return [{ words: meant, prefix: false }];
  const parts = segmented(wordOf(term), whole);
  return parts?.map((word) => ({ words: [word], prefix: false })) ?? [term];
}
