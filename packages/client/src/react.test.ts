/** The hooks' own additions stay at home, and refusals are not asked for twice. */
import { afterEach, expect, test } from "vitest";
import { type FakeApi, openFakeApi } from "../test/fake-api.ts";
import { createSoukClient } from "./client.ts";
import { createQueryClient, createSoukQueries, shouldRetry } from "./react.tsx";

let api: FakeApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

test("a paged list sends its cursor and nothing that the contract does not know", async () => {
  api = await openFakeApi(({ input }) => ({
    data: { items: [], next_cursor: (input as { cursor?: string }).cursor ? null : "second" },
  }));
  const cache = createQueryClient();
  const queries = createSoukQueries(createSoukClient({ url: api.url }), cache);

  await cache.fetchInfiniteQuery({
    ...queries.products.list.infiniteQueryOptions(
      { limit: 12 },
      { getNextPageParam: ({ next_cursor }) => next_cursor },
    ),
    pages: 2,
  });

  expect(api.asked.map(({ input }) => input)).toEqual([
    { limit: 12 },
    { limit: 12, cursor: "second" },
  ]);
});

test("a refusal is final, a fault is asked about again", async () => {
  let faults = 1;
  api = await openFakeApi(({ path }) => {
    if (path === "users.me") return { status: 401, reason: "sign_in_required" };
    if (faults > 0) {
      faults -= 1;
      return { status: 503, reason: "unavailable" };
    }
    return { data: { items: [] } };
  });
  const cache = createQueryClient();
  const queries = createSoukQueries(createSoukClient({ url: api.url }), cache);
  const trying = { retry: shouldRetry, retryDelay: 1 };

  const me = cache.fetchQuery({ ...queries.users.me.queryOptions(), ...trying });
  await expect(me).rejects.toThrow("sign_in_required");
  await cache.fetchQuery({ ...queries.products.categories.queryOptions(), ...trying });

  expect(api.asked.map(({ path }) => path)).toEqual([
    "users.me",
    "products.categories",
    "products.categories",
  ]);
});
