/** Whether shoppers find what they mean, over the demo store: on both databases, and by an engine beside one. */
import { search } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoStore } from "../src/commands/seed.ts";
import { queries } from "./relevance/queries.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { openSearchServer, type SearchServer } from "./support/search-server.ts";

const LOOKED_AT = 10;
/** Mean reciprocal rank: 1 when the first product shown is always one that was meant. */
const AT_LEAST = 0.95;

interface Page {
  readonly items: readonly { readonly slug: string }[];
}

const searchers = [
  ...engines.map((engine) => ({ name: engine, engine, kind: null })),
  { name: "a search engine", engine: "sqlite", kind: "opensearch" },
] as const;

describe.each(searchers)("searching the demo store on $name", ({ engine, kind }) => {
  let server: TestServer;
  let remote: SearchServer | null = null;
  beforeAll(async () => {
    remote = kind === null ? null : await openSearchServer(kind);
    server = await openServer({
      engine,
      environment: remote === null ? {} : { SEARCH_URL: remote.url },
    });
    await seedDemoStore(server.services, () => undefined);
    const { searchEngine } = server.services.ports;
    if (searchEngine !== null)
      await search.rebuildIndex(server.services.systemContext(), searchEngine);
  });
  afterAll(async () => {
    await server.close();
    await remote?.stop();
  });

  async function rankOf([typed, ...meant]: (typeof queries)[number]): Promise<number | null> {
    const path = `/api/v1/products/?limit=${LOOKED_AT}&q=${encodeURIComponent(typed)}`;
    const { items } = (await (await server.fetch(path)).json()) as Page;
    const at = items.findIndex(({ slug }) => meant.includes(slug));
    return at === -1 ? null : at + 1;
  }

  test("shows what was meant first, misspelt or not", async () => {
    const ranks = new Map<string, number | null>();
    for (const query of queries) ranks.set(query[0], await rankOf(query));
    const sum = [...ranks.values()].reduce<number>((all, rank) => all + (rank ? 1 / rank : 0), 0);
    const weak = Object.fromEntries([...ranks].filter(([, rank]) => rank !== 1));
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(sum / queries.length, JSON.stringify(weak)).toBeGreaterThanOrEqual(AT_LEAST);
  });
});
