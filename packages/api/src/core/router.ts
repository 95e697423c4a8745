/** The service's own state on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { openProcedure, router } from "../kernel/trpc.ts";
import { Health } from "./contract.ts";
import * as core from "./service.ts";

export const coreRouter = router({
  health: openProcedure
    .meta(rest("GET /health/", "core", "API status, database connectivity, time and version"))
    .input(NoInput)
    .output(Health)
    .query(({ ctx }) => core.health(ctx)),
});
