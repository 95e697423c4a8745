/** Reading what an engine answers. What is not as documented throws. */
import type { SearchHit } from "@souk/api";
import { z } from "zod";
import type { Told } from "./client.ts";

/** Scores are compared and carried in cursors, so they become whole numbers. */
const RANK_SCALE = 1_000_000;

const Found = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.guid(), _score: z.number() })) }),
});

/** None where there is no index. */
export function hitsIn({ status, body }: Told): readonly SearchHit[] {
  if (status === 404) return [];
  return Found.parse(body).hits.hits.map(({ _id, _score }) => ({
    productId: _id,
    rank: Math.round(_score * RANK_SCALE),
  }));
}

/** The indices that an alias leads to, the oldest first. */
export const indicesIn = ({ status, body }: Told): readonly string[] =>
  status === 404 ? [] : Object.keys(z.record(z.string(), z.object({})).parse(body)).sort();

const Item = z.object({
  _id: z.string(),
  status: z.number(),
  error: z.object({ type: z.string() }).optional(),
});
const Bulk = z.object({ items: z.array(z.record(z.string(), Item)) });

export interface Refused {
  readonly id: string;
  readonly type: string;
}

/** What the engine will never take. Throws for what may go better later. */
export function refusedIn({ body }: Told): readonly Refused[] {
  const items = Bulk.parse(body).items.flatMap((item) => Object.values(item));
  const refused = items.flatMap(({ _id: id, status, error }) => {
    if (error === undefined || error.type === "index_not_found_exception") return [];
    if (status === 429 || status >= 500)
      throw new Error(`the search engine is busy: ${error.type}`);
    return [{ id, type: error.type }];
  });
  return refused;
}
