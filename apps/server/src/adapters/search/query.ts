/** How products are indexed, and what is asked for words. Both engines understand it alike. */

const weights = { title: 12, vendor: 4, keywords: 4, body: 1 } as const;
const names = Object.keys(weights);
const fields = Object.entries(weights).map(([name, weight]) => `${name}^${weight}`);

/** The most that is found. */
const MOST = 1000;

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
    properties: Object.fromEntries(names.map((name) => [name, { type: "text", analyzer: "souk" }])),
  },
};

/** As written, or also with a letter or two wrong in each word; never in the first. */
export type Spelling = "exact" | "near";

/** Every word must be in some field; the last one may be half typed. */
export function searchFor(words: readonly string[], spelling: Spelling): object {
  const last = words.length - 1;
  return {
    size: MOST,
    _source: false,
    track_total_hits: false,
    query: {
      bool: {
        must: words.map((word, i) => (i === last ? begun(word, spelling) : whole(word, spelling))),
      },
    },
  };
}

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
