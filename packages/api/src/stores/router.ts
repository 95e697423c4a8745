/** The shop's public settings on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { router, sharedProcedure, staffProcedure } from "../kernel/trpc.ts";
import { Settings, Store, UpdateSettingsInput } from "./contract.ts";
import * as stores from "./service.ts";

export const storesRouter = router({
  current: sharedProcedure("catalog")
    .meta(rest("GET /v1/store/", "stores", "The store: name, currency, tax mode, countries"))
    .input(NoInput)
    .output(Store)
    .query(({ ctx }) => stores.current(ctx)),

  settings: staffProcedure("settings:read")
    .meta(rest("GET /v1/admin/settings/", "stores", "Get the settings of the store"))
    .input(NoInput)
    .output(Settings)
    .query(({ ctx }) => stores.settings(ctx)),

  updateSettings: staffProcedure("settings:write")
    .meta(rest("PATCH /v1/admin/settings/", "stores", "Change settings of the store"))
    .input(UpdateSettingsInput)
    .output(Settings)
    .mutation(({ ctx, input }) => stores.updateSettings(ctx, input)),
});
