/** The bare server: `node:http`, hand-written SQL, no framework, no validation, no limits. */
import { openDriver } from "./open.ts";
import { routesOf } from "./routes.ts";
import { serve } from "./serve.ts";
import { readStore } from "./store.ts";

const driver = await openDriver(process.env["DATABASE_URL"] ?? "");
const store = await readStore(driver);
const routes = await routesOf(driver, store, process.env["SECRET_KEY"] ?? "");
serve(routes, Number(process.env["PORT"]));
