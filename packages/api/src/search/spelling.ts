/**
 * Typing errors. Two words that differ by few letters share what is left of them when as many are
 * dropped (symmetric deletion). So words close to a misspelt one are found by equality, from an index
 * that both engines have. Worse errors: words that have most of their trigrams in common. Pure: knows no
 * database.
 */

/** Shorter words are too like each other. */
const SHORTEST = 4;
/** From this length on two errors are forgiven. */
const LONG = 8;
/** Fragments are made of the beginning only: they stay few, and errors further on are still found. */
const PREFIX = 8;

/** How many letters may be missing, too many, wrong or swapped. */
export function forgiven(word: string): 0 | 1 | 2 {
  const { length } = [...word];
  if (length < SHORTEST) return 0;
  return length < LONG ? 1 : 2;
}

const LONGEST = 40;

/** At most so many words stand in for a misspelt one. */
const MOST = 3;

/** Numbers and codes are no words. */
export const isWord = (text: string): boolean =>
  text.length > 1 && text.length <= LONGEST && /^\p{L}+$/u.test(text);

/** Whether it may be guessed at. */
export const isSpellable = (text: string): boolean => isWord(text) && forgiven(text) > 0;

/** What is left of the word's beginning without up to as many letters as are forgiven, and it whole. */
export function fragmentsOf(word: string): readonly string[] {
  const found = new Set<string>();
  const drop = (text: string, left: number): void => {
    if (found.has(text) && left === 0) return;
    found.add(text);
    if (left === 0) return;
    const letters = [...text];
    for (const at of letters.keys()) drop(letters.toSpliced(at, 1).join(""), left - 1);
  };
  drop([...word].slice(0, PREFIX).join(""), forgiven(word));
  return [...found];
}

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let before: number[] = [];
  let above = b.map((_letter, j) => j);
  above.push(b.length);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, theirs] of b.entries()) {
      const changed = (above[j] ?? 0) + (letter === theirs ? 0 : 1);
      const best = Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === theirs;
      row.push(swapped ? Math.min(best, (before[j - 1] ?? 0) + 1) : best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? a.length;
}

/** Shorter words have too few trigrams to be told apart by. */
const SHORTEST_ALIKE = 5;

/** The share of trigrams that two words have in common at least, where one may be meant by the other. */
const ALIKE = 0.4;

/** Whether it may be guessed at by its trigrams. */
export const hasLikes = (text: string): boolean =>
  isWord(text) && [...text].length >= SHORTEST_ALIKE;

/** Every three letters in a row, as pg_trgm has them: two blanks before the word, one behind it. */
export function trigramsOf(word: string): ReadonlySet<string> {
  const letters = [..."  ", ...word, " "];
  return new Set(letters.slice(2).map((_letter, at) => letters.slice(at, at + 3).join("")));
}

/** From 0 to 1: the trigrams in common, of all that either has. */
export function similarity(one: string, other: string): number {
  const [ours, theirs] = [trigramsOf(one), trigramsOf(other)];
  const shared = [...ours].filter((trigram) => theirs.has(trigram)).length;
  return shared / (ours.size + theirs.size - shared);
}

/** The words that are most like it, where any is like enough. */
export function mostAlike(typed: string, words: readonly string[]): readonly string[] {
  const rated = words.map((word) => ({ word, likeness: similarity(typed, word) }));
  const best = Math.max(ALIKE, ...rated.map(({ likeness }) => likeness));
  return rated.flatMap(({ word, likeness }) => (likeness >= best ? [word] : [])).slice(0, MOST);
}

/** Those no further off than is forgiven. */
export const near = (typed: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => distance(typed, word) <= forgiven(typed));

/**
 * The words that were most likely meant, the closest only. Among equally close ones those come first
 * that begin alike: the first letter is seldom wrong.
 */
export function closest(typed: string, words: readonly string[]): readonly string[] {
  const rated = near(typed, words)
    .map((word) => ({ word, away: distance(typed, word) }))
    .sort((a, b) => a.away - b.away || likeness(typed, b.word) - likeness(typed, a.word));
  const [best] = rated;
  return rated
    .filter(({ away }) => away === best?.away)
    .slice(0, MOST)
    .map(({ word }) => word);
}

function likeness(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
}
