/** Locations on the wire. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  CreateLocationInput,
  LocationRef,
  StockLocation,
  StockLocationList,
  UpdateLocationInput,
} from "./contract.ts";
import * as locations from "./service.ts";

const TAG = "inventory";

export const locationsRouter = router({
  list: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/locations/", TAG, "List locations, as they are drawn on"))
    .input(NoInput)
    .output(StockLocationList)
    .query(({ ctx }) => locations.listLocations(ctx)),

  create: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/locations/", TAG, "Add a location", { successStatus: 201 }),
    )
    .input(CreateLocationInput)
    .output(StockLocation)
    .mutation(({ ctx, input }) => locations.createLocation(ctx, input)),

  update: staffProcedure("inventory:write")
    .meta(
      rest("PATCH /v1/admin/inventory/locations/{id}/", TAG, "Change or close a location", {
        description:
          "What is left out stays. One that holds reserved or sold units cannot be closed.",
      }),
    )
    .input(UpdateLocationInput)
    .output(StockLocation)
    .mutation(({ ctx, input }) => locations.updateLocation(ctx, input)),

  remove: staffProcedure("inventory:write")
    .meta(
      rest("DELETE /v1/admin/inventory/locations/{id}/", TAG, "Delete a location without history", {
        successStatus: 204,
      }),
    )
    .input(LocationRef)
    .output(z.void())
    .mutation(({ ctx, input }) => locations.deleteLocation(ctx, input)),
});
