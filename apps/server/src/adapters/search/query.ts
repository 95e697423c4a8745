/** How products are indexed, and what is asked for words. Both engines understand it alike. */

const weights = { title: 12, vendor: 4, keywords: 4, body: 1 } as const;
const names = Object.keys(weights);
const fields = Object.entries(weights).map(([name, weight]) => `${name}^${weight}`);

/** The most that engines find at once (`index.max_result_window`). */
const MOST = 10_000;

/** Part of an index's name: one that is defined otherwise is made anew. */
export const DEFINITION = "v2";

export const indexDefinition = {
  settings: {
    analysis: {
      filter: {
        english_stop: { type: "stop", stopwords: "_english_" },
        english_stemmer: { type: "stemmer", language: "english" },
      },
      analyzer: {
        souk: {
          type: "custom",
          tokenizer: "standard",
          filter: ["lowercase", "asciifolding", "english_stop", "english_stemmer"],
        },
      },
    },
  },
  mappings: {
    dynamic: "strict",
    properties: {
      ...Object.fromEntries(names.map((name) => [name, { type: "text", analyzer: "souk" }])),
      shown_from: { type: "date" },
      shown_until: { type: "date" },
    },
  },
};

/** As written, or also with a letter or two wrong in each word; never in the first. */
export type Spelling = "exact" | "near";

export interface Wanted {
  readonly words: readonly string[];
  readonly spelling: Spelling;
  /** Only what shoppers see at that moment; null: all products. */
  readonly shownAt: Date | null;
}

/** Every word must be in some field; the last one may be half typed. */
export function searchFor({ words, spelling, shownAt }: Wanted): object {
  const last = words.length - 1;
  return {
    size: MOST,
    _source: false,
    track_total_hits: false,
    query: {
      bool: {
        must: words.map((word, i) => (i === last ? begun(word, spelling) : whole(word, spelling))),
        ...(shownAt === null ? {} : { filter: seenAt(shownAt.toISOString()) }),
      },
    },
  };
}

/** A product that shoppers never see has neither. */
const seenAt = (moment: string): readonly object[] => [
  { range: { shown_from: { lte: moment } } },
  { range: { shown_until: { gt: moment } } },
];

const whole = (query: string, spelling: Spelling): object => ({
  multi_match: {
    ...{ query, fields, operator: "and" },
    ...(spelling === "near" ? { fuzziness: "AUTO", prefix_length: 1 } : {}),
  },
});

const begun = (query: string, spelling: Spelling): object => ({
  bool: {
    should: [whole(query, spelling), { multi_match: { query, fields, type: "bool_prefix" } }],
    minimum_should_match: 1,
  },
});
