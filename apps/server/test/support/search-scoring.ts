/** How a search server analyses text and scores documents: the parts of Lucene that our query asks for. */

export type Source = Readonly<Record<string, string>>;

/** Lower case, no diacritics, English stop words gone, stems: as the index definition asks. */
export const analyse = (text: string): readonly string[] =>
  (
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);

/** Lucene's own list, which is shorter than others. */
const STOP_WORDS = new Set(
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(
    " ",
  ),
);

/** After Porter, as far as the words of shops go. */
function stem(word: string): string {
  if (word.length < 4) return word;
  let stemmed = word.replace(/sses$/, "ss").replace(/ies$/, "i");
  if (/[^su]s$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  const cut = stemmed.replace(/(?<=[aeiouy].*)(ed|ing)$/, "");
  if (cut !== stemmed) stemmed = cut.replace(/([^aeiouylsz])\1$/, "$1");
  stemmed = stemmed.replace(/(?<=[aeiou].*[^aeiou])y$/, "i");
  return stemmed.replace(/(?<=[aeiouy].*[^aeiouy].*)e$/, "");
}

interface Field {
  readonly lengths: ReadonlyMap<string, number>;
  readonly averageLength: number;
  /** By term, how often each document has it. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface Searchable {
  readonly fields: ReadonlyMap<string, Field>;
}

export type Scores = ReadonlyMap<string, number>;

export function searchable(
  documents: ReadonlyMap<string, Source>,
  names: readonly string[],
): Searchable {
  const fields = names.map((name): [string, Field] => {
    const postings = new Map<string, Map<string, number>>();
    const lengths = new Map<string, number>();
    for (const [id, source] of documents) {
      const terms = analyse(source[name] ?? "");
      lengths.set(id, terms.length);
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map<string, number>();
        posting.set(id, (posting.get(id) ?? 0) + 1);
        postings.set(term, posting);
      }
    }
    const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
    return [name, { postings, lengths, averageLength: total / Math.max(lengths.size, 1) }];
  });
  return { fields: new Map(fields) };
}

export interface WordQuery {
  readonly query: string;
  readonly fields: readonly { readonly name: string; readonly boost: number }[];
  readonly fuzzy: { readonly prefixLength: number } | null;
}

/** `multi_match` of one word: the best field counts. */
export function matchWord(index: Searchable, { query, fields, fuzzy }: WordQuery): Scores {
  const best = new Map<string, number>();
  for (const { name, boost } of fields) {
    const field = index.fields.get(name);
    if (field === undefined) continue;
    for (const [id, score] of everyTerm(field, analyse(query), fuzzy)) {
      best.set(id, Math.max(best.get(id) ?? 0, score * boost));
    }
  }
  return best;
}

/** `multi_match` of type `bool_prefix`: a constant for each field in which a word begins so. */
export function matchBeginning(index: Searchable, { query, fields }: WordQuery): Scores {
  const sum = new Map<string, number>();
  const [beginning] = analyse(query);
  if (beginning === undefined) return sum;
  for (const { name, boost } of fields) {
    const found = new Set<string>();
    for (const [term, posting] of index.fields.get(name)?.postings ?? []) {
      if (term.startsWith(beginning)) for (const id of posting.keys()) found.add(id);
    }
    for (const id of found) sum.set(id, (sum.get(id) ?? 0) + boost);
  }
  return sum;
}

function everyTerm(field: Field, terms: readonly string[], fuzzy: WordQuery["fuzzy"]): Scores {
  const each = terms.map((term) => expanded(field, term, fuzzy));
  const [first = new Map<string, number>(), ...others] = each;
  const all = [...first].filter(([id]) => others.every((scores) => scores.has(id)));
  return new Map(
    all.map(([id, score]) => [
      id,
      others.reduce((sum, other) => sum + (other.get(id) ?? 0), score),
    ]),
  );
}

/** The term, and those near it for less; all as rare as the commonest of them. */
function expanded(field: Field, term: string, fuzzy: WordQuery["fuzzy"]): Scores {
  const near = [...field.postings.keys()].flatMap((other) => {
    const distance =
      fuzzy === null ? Number(other !== term) : fuzzyDistance(term, other, fuzzy.prefixLength);
    if (distance > (fuzzy === null ? 0 : allowed(term))) return [];
    return [{ other, weight: 1 - distance / Math.min(term.length, other.length) }];
  });
  const frequency = Math.max(0, ...near.map(({ other }) => field.postings.get(other)?.size ?? 0));
  const sum = new Map<string, number>();
  for (const { other, weight } of near) {
    for (const [id, times] of field.postings.get(other) ?? []) {
      sum.set(id, (sum.get(id) ?? 0) + weight * bm25(field, id, times, frequency));
    }
  }
  return sum;
}

function bm25(
  { lengths, averageLength }: Field,
  id: string,
  times: number,
  frequency: number,
): number {
  const rarity = Math.log(1 + (lengths.size - frequency + 0.5) / (frequency + 0.5));
  const length = (lengths.get(id) ?? 0) / averageLength;
  return (rarity * times * 2.2) / (times + 1.2 * (0.25 + 0.75 * length));
}

/** `AUTO`. */
const allowed = ({ length }: string): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

const fuzzyDistance = (term: string, other: string, prefixLength: number): number =>
  term.slice(0, prefixLength) === other.slice(0, prefixLength)
    ? edits(term, other)
    : Number.POSITIVE_INFINITY;

/** Letters added, lost, changed, or swapped with their neighbour. */
function edits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1] ?? [];
      const change = (above[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      let least = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
