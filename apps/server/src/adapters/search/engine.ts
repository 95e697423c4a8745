/** Elasticsearch or OpenSearch beside the database. Each store has an index of its own, behind an alias. */
import type { IndexedProduct, SearchEngine, SearchHit } from "@souk/api";
import type { SearchConfig } from "../../config/search.ts";
import type { Logger } from "../../log.ts";
import { clientOf } from "./client.ts";
import { indicesOf, makeIndex, swapIndex } from "./indices.ts";
import { newOutage } from "./outage.ts";
import { DEFINITION, searchFor, type Wanted } from "./query.ts";
import { hitsIn, refusedIn } from "./told.ts";

/** Longer than that, and the database is asked. */
const FIND_MS = 300;
const WRITE_MS = 10_000;

export interface RemoteEngine extends SearchEngine {
  close(): Promise<void>;
}

const aliasOf = (store: string): string => `souk-${store}`;
const indexOf = (alias: string): string => `${alias}-${DEFINITION}-`;

const NO_END = "9999-12-31T00:00:00.000Z";

export async function remoteEngine(config: SearchConfig, log: Logger): Promise<RemoteEngine> {
  const client = await clientOf(config);
  const outage = newOutage(log);

  async function ask(path: string, wanted: Wanted, until: number) {
    const timeoutMs = Math.max(until - Date.now(), 1);
    const body = searchFor(wanted);
    return hitsIn(await client.ask({ method: "POST", path, body, timeoutMs }));
  }

  /** What the engine will never take is left out: nobody is helped by asking for ever. */
  async function bulk(path: string, lines: readonly object[], query = {}): Promise<void> {
    const told = await client.ask({ method: "POST", path, query, lines, timeoutMs: WRITE_MS });
    const refused = refusedIn(told);
    if (refused.length > 0) log.error({ refused }, "the search engine refuses products");
  }

  /** Through the alias alone: a bulk would else make an index of this name, with no definition. */
  const change = (store: string, lines: readonly object[]): Promise<void> =>
    bulk(`/${aliasOf(store)}/_bulk`, lines, { require_alias: "true" });

  return {
    async find(store, words, shownAt) {
      if (outage.isPause()) return [];
      const path = `/${aliasOf(store)}/_search`;
      const until = Date.now() + FIND_MS;
      try {
        let hits: readonly SearchHit[] = await ask(
          path,
          { words, shownAt, spelling: "exact" },
          until,
        );
        if (hits.length === 0) {
          hits = await ask(path, { words, shownAt, spelling: "near" }, until);
        }
        outage.ended();
        return hits;
      } catch (error) {
        outage.began(error);
        return [];
      }
    },
    put: (store, products) => change(store, products.flatMap(linesOf)),
    remove: (store, ids) =>
      change(
        store,
        ids.map((id) => ({ delete: { _id: id } })),
      ),
    async hasIndex(store) {
      const alias = aliasOf(store);
      return (await indicesOf(client, alias)).some((name) => name.startsWith(indexOf(alias)));
    },
    async rebuild(store, pages) {
      const alias = aliasOf(store);
      const index = `${indexOf(alias)}${Date.now()}`;
      await makeIndex(client, index, async () => {
        for await (const page of pages) await bulk(`/${index}/_bulk`, page.flatMap(linesOf));
      });
      await swapIndex(client, alias, index);
    },
    close: () => client.close(),
  };
}

const linesOf = ({ productId, shown, ...words }: IndexedProduct): readonly object[] => [
  { index: { _id: productId } },
  {
    ...words,
    ...(shown && { shown_from: shown.from.toISOString(), shown_until: endOf(shown.until) }),
  },
];

const endOf = (until: Date | null): string => until?.toISOString() ?? NO_END;
