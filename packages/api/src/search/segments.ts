/** Words that were run together: "deskmat". Pure: knows no database. */

/** Shorter parts occur in any word. */
const SHORTEST = 3;
/** Longer texts are no words run together. */
const LONGEST = 24;

/** Every part that the word may be made of. */
export function segments(word: string): readonly string[] {
  if (word.length > LONGEST) return [];
  const parts = new Set<string>();
  for (let from = 0; from <= word.length - SHORTEST; from += 1) {
    for (let to = from + SHORTEST; to <= word.length; to += 1) parts.add(word.slice(from, to));
  }
  return [...parts];
}

/** The word as a row of known ones, of as few as will do; null when it is none. */
export function segmented(word: string, known: ReadonlySet<string>): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let to = 1; to <= word.length; to += 1) {
    let found: readonly string[] | null = null;
    for (let from = 0; from <= to - SHORTEST; from += 1) {
      const before = best[from];
      const part = word.slice(from, to);
      if (before === null || before === undefined || !known.has(part)) continue;
      if (found === null || before.length + 1 < found.length) found = [...before, part];
    }
    best.push(found);
  }
  const whole = best[word.length] ?? null;
  return whole !== null && whole.length > 1 ? whole : null;
}
