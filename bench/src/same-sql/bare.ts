/** The statements that the bare server sends for a call, run here in this process. */
import type { Driver, Tx } from "../bare/driver.ts";
import { openDriver } from "../bare/open.ts";
import { type Routes, routesOf } from "../bare/routes.ts";
import { readStore } from "../bare/store.ts";
import { inputOf, procedureOf } from "./calls.ts";
import type { Sender } from "./compare.ts";

export async function openBareSender(url: string): Promise<Sender> {
  const driver = await openDriver(url);
  const sent: string[] = [];
  const store = await readStore(driver);
  const routes: Routes = await routesOf(recording(driver, sent), store, "any key will do");
  return {
    async send(call) {
      sent.length = 0;
      const headers = Object.entries(call.headers).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]);
      const answer = await routes.trpc.get(procedureOf(call))?.answer({
        headers: Object.fromEntries(headers),
        remoteAddress: "127.0.0.1",
        input: inputOf(call),
      });
      return { statements: [...sent], body: JSON.stringify(answer) };
    },
    close: () => driver.close(),
  };
}

function recording(driver: Driver, sent: string[]): Driver {
  const on = (tx: Tx): Tx => ({
    engine: tx.engine,
    all(text, values) {
      sent.push(text);
      return tx.all(text, values);
    },
  });
  return {
    ...on(driver),
    transaction: (work) => driver.transaction((tx) => work(on(tx))),
    close: () => driver.close(),
  };
}
