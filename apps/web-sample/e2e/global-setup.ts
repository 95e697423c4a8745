/** Opens one shop on each database before the first test, and closes them after the last. */
import { closeShops, openShops } from "./support/servers.ts";

export default async function setUp(): Promise<() => Promise<void>> {
  await openShops();
  return closeShops;
}
