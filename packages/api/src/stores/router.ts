/** The shop's public settings on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { router, sharedProcedure } from "../kernel/trpc.ts";
import { Store } from "./contract.ts";
import * as stores from "./service.ts";

export const storesRouter = router({
  current: sharedProcedure("catalog")
    .meta(rest("GET /v1/store/", "stores", "The store: name, currency, tax mode, countries"))
    .input(NoInput)
    .output(Store)
    .query(({ ctx }) => stores.current(ctx)),
});
