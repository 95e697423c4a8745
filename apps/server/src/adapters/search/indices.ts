/** Making an index aside, and putting it in the place of the one that is used. */
import type { SearchClient } from "./client.ts";
import { indexDefinition } from "./query.ts";
import { indicesIn } from "./told.ts";

/** All nodes of a cluster agree on indices and aliases. */
const timeoutMs = 30_000;

export const indicesOf = async (client: SearchClient, alias: string): Promise<readonly string[]> =>
  indicesIn(await client.ask({ method: "GET", path: `/_alias/${alias}`, timeoutMs }));

/** Nothing is left of an index that could not be filled. */
export async function makeIndex(
  client: SearchClient,
  index: string,
  fill: () => Promise<void>,
): Promise<void> {
  const path = `/${index}`;
  await client.ask({ method: "PUT", path, body: indexDefinition, timeoutMs });
  try {
    await fill();
    await client.ask({ method: "POST", path: `${path}/_refresh`, timeoutMs });
  } catch (error) {
    await client.ask({ method: "DELETE", path, timeoutMs }).catch(() => undefined);
    throw error;
  }
}

/** In one step for whoever searches. The old index is gone with it. */
export async function swapIndex(client: SearchClient, alias: string, index: string): Promise<void> {
  const old = await indicesOf(client, alias);
  await lead(client, [{ add: { index, alias } }, ...old.map(removal)]);
  // Two nodes may have made the first index at once. Both keep the same: the one with the later name.
  const [, ...later] = (await indicesOf(client, alias)).toReversed();
  if (later.length > 0) await lead(client, later.map(removal));
}

const removal = (index: string): object => ({ remove_index: { index } });

const lead = (client: SearchClient, actions: readonly object[]) =>
  client.ask({ method: "POST", path: "/_aliases", body: { actions }, timeoutMs });
