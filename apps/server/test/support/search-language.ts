/** The requests that our adapter makes of a search engine, and no other. */
import { z } from "zod";
import {
  matchBeginning,
  matchWord,
  type Scores,
  type Searchable,
  type Source,
  type WordQuery,
} from "./search-scoring.ts";

export const Definition = z.object({
  settings: z.object({ analysis: z.object({}) }),
  mappings: z.object({
    dynamic: z.literal("strict"),
    properties: z.record(
      z.string(),
      z.union([
        z.strictObject({ type: z.literal("text"), analyzer: z.literal("souk") }),
        z.strictObject({ type: z.literal("date") }),
      ]),
    ),
  }),
});

const Target = z.strictObject({ _id: z.string() });
export const Action = z.union([
  z.strictObject({ index: Target }),
  z.strictObject({ delete: Target }),
]);
export const Document = z.record(z.string(), z.string());
export const Aliases = z.strictObject({
  actions: z.array(
    z.union([
      z.strictObject({ add: z.strictObject({ index: z.string(), alias: z.string() }) }),
      z.strictObject({ remove_index: z.strictObject({ index: z.string() }) }),
    ]),
  ),
});

const fields = z.array(
  z.templateLiteral([z.string(), "^", z.number()]).transform((text) => {
    const [name = "", boost] = text.split("^");
    return { name, boost: Number(boost) };
  }),
);
const Whole = z.strictObject({
  query: z.string(),
  fields,
  operator: z.literal("and"),
  fuzziness: z.literal("AUTO").optional(),
  prefix_length: z.number().optional(),
});
const Begun = z.strictObject({ query: z.string(), fields, type: z.literal("bool_prefix") });
const Match = z.strictObject({ multi_match: z.union([Whole, Begun]) });
const Should = z.strictObject({
  bool: z.strictObject({ should: z.array(Match), minimum_should_match: z.literal(1) }),
});
const Clause = z.union([Match, Should]);
const Limit = z
  .strictObject({ lte: z.iso.datetime() })
  .or(z.strictObject({ gt: z.iso.datetime() }));
const Range = z.strictObject({ range: z.record(z.string(), Limit) });
export const Search = z.strictObject({
  size: z.number().max(10_000),
  _source: z.literal(false),
  track_total_hits: z.literal(false),
  query: z.strictObject({
    bool: z.strictObject({
      must: z.array(Clause).min(1),
      filter: z.array(Range).optional(),
    }),
  }),
});

export function scoresOf(index: Searchable, clause: z.infer<typeof Clause>): Scores {
  if ("multi_match" in clause) return matched(index, clause.multi_match);
  const sum = new Map<string, number>();
  for (const { multi_match } of clause.bool.should) {
    for (const [id, score] of matched(index, multi_match)) sum.set(id, (sum.get(id) ?? 0) + score);
  }
  return sum;
}

/** Of instants as ISO 8601 writes them. What lacks the field is out of every range. */
export const isWithin = (source: Source, { range }: z.infer<typeof Range>): boolean =>
  Object.entries(range).every(([name, limit]) => {
    const value = source[name];
    if (value === undefined) return false;
    return "lte" in limit ? value <= limit.lte : value > limit.gt;
  });

function matched(index: Searchable, match: z.infer<typeof Match>["multi_match"]): Scores {
  const asked: Omit<WordQuery, "fuzzy"> = match;
  if ("type" in match) return matchBeginning(index, { ...asked, fuzzy: null });
  const fuzzy = match.fuzziness === undefined ? null : { prefixLength: match.prefix_length ?? 0 };
  return matchWord(index, { ...asked, fuzzy });
}
