/** The scenarios by the names of the command line. */
import { variants } from "@souk/db/schema";
import type { Services } from "@souk/server";
import type { Endpoint, Options } from "../options.ts";
import { detail, list, search } from "./catalogue.ts";
import { checkout } from "./checkout.ts";
import type { Scenario } from "./scenario.ts";
import { signIn } from "./sign-in.ts";

/** Of one database: its variants have ids of their own. */
export async function scenariosFor(
  services: Services,
  options: Options,
): Promise<Readonly<Record<Endpoint, Scenario>>> {
  return {
    list,
    detail: detail(options.products),
    search: search(options.products),
    "sign-in": signIn(options.accounts),
    checkout: checkout(await variantIdsOf(services)),
  };
}

async function variantIdsOf({ database }: Services): Promise<string[]> {
  const rows = await database.system.select({ id: variants.id, sku: variants.sku }).from(variants);
  // By size and then by product: neighbours in time are not neighbours in the tables.
  const key = (sku: string | null): string => [...(sku ?? "")].reverse().join("");
  return rows.sort((a, b) => (key(a.sku) < key(b.sku) ? -1 : 1)).map(({ id }) => id);
}
