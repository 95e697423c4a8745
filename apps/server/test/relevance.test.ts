/**
 * Whether shoppers find what they mean, over the demo store: on both databases, and by both kinds of engine
 * beside one. SOUK_TEST_SEARCH_URL, written as SEARCH_URL, names a real engine to be measured as well.
 */
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

interface Measured {
  readonly name: string;
  readonly engine: (typeof engines)[number];
  readonly open: () => Promise<Pick<SearchServer, "url" | "stop"> | null>;
}

const searchers = [
  ...engines.map((engine) => ({ name: engine, engine, kind: null })),
  { name: "elasticsearch", engine: "sqlite", kind: "elasticsearch" },
  { name: "opensearch", engine: "sqlite", kind: "opensearch" },
] as const;

const real = process.env["SOUK_TEST_SEARCH_URL"];
const measured: readonly Measured[] = [
  ...searchers.map(({ name, engine, kind }) => ({
    ...{ name, engine },
    open: async () => (kind === null ? null : openSearchServer(kind)),
  })),
  ...(real === undefined
    ? []
    : [
        {
          name: "the engine of SOUK_TEST_SEARCH_URL",
          engine: "sqlite" as const,
          open: async () => ({ url: real, stop: async () => undefined }),
        },
      ]),
];

describe.each(measured)("searching the demo store on $name", ({ name, engine, open }) => {
  let server: TestServer;
  let remote: Awaited<ReturnType<Measured["open"]>> = null;
  beforeAll(async () => {
    remote = await open();
    server = await openServer({
      engine,
      environment: remote === null ? {} : { SEARCH_URL: remote.url },
    });
    await seedDemoStore(server.services, () => undefined);
    const { searchEngine } = server.services.ports;
    if (searchEngine !== null) {
      const ctx = server.services.systemContext();
      await search.rebuildIndex(ctx, searchEngine);
      // The database would answer for an engine that does not.
      expect(await searchEngine.find(ctx.store.slug, ["mug"], ctx.now())).not.toEqual([]);
    }
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
    const reached = sum / queries.length;
    process.stdout.write(`mean reciprocal rank on ${name}: ${reached.toFixed(4)}\n`);
    const weak = Object.fromEntries([...ranks].filter(([, rank]) => rank !== 1));
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(reached, JSON.stringify(weak)).toBeGreaterThanOrEqual(AT_LEAST);
  });
});
