/** `search rebuild`: the index of the search engine anew, while the shop is open. */
import { search } from "@souk/api";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

export async function rebuildSearch(
  { ports, systemContext }: Pick<Services, "ports" | "systemContext">,
  { out, err }: { readonly out: Output; readonly err: Output },
): Promise<boolean> {
  if (ports.searchEngine === null) {
    err.write("SEARCH_URL names no search engine: the database needs no rebuild.\n");
    return false;
  }
  const count = await search.rebuildIndex(systemContext(), ports.searchEngine);
  out.write(`The index has ${count} ${count === 1 ? "product" : "products"}.\n`);
  return true;
}
