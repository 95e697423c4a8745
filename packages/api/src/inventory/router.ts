/** Stock on the wire. */

import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { router, staffProcedure } from "../kernel/trpc.ts";
import { stockAlertsRouter } from "./alerts/router.ts";
import { bundlesRouter } from "./bundles/router.ts";
import {
  AdjustInput,
  BatchInput,
  BatchResult,
  ChangedLevels,
  CountInput,
  DeallocateInput,
  ListLevelsInput,
  ListMovementsInput,
  ReceiveInput,
  ReturnInput,
  ShipInput,
  StockLevel,
  StockLevelPage,
  StockMovementPage,
  StockVerdict,
  UpdateLevelInput,
  UpdateVariantStockInput,
  VariantStock,
  VariantStockRef,
} from "./contract.ts";
import { holdsRouter } from "./holds/router.ts";
import { locationsRouter } from "./locations/router.ts";
import * as inventory from "./service/index.ts";
import { transfersRouter } from "./transfers/router.ts";

const TAG = "inventory";

export const inventoryRouter = router({
  locations: locationsRouter,
  holds: holdsRouter,
  transfers: transfersRouter,
  bundles: bundlesRouter,
  alerts: stockAlertsRouter,

  levels: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/levels/", TAG, "List stock by variant and location"))
    .input(ListLevelsInput)
    .output(StockLevelPage)
    .query(({ ctx, input }) => inventory.listLevels(ctx, input)),

  updateLevel: staffProcedure("inventory:write")
    .meta(rest("PATCH /v1/admin/inventory/levels/{id}/", TAG, "Set the back-order limit"))
    .input(UpdateLevelInput)
    .output(StockLevel)
    .mutation(({ ctx, input }) => inventory.updateLevel(ctx, input)),

  variant: staffProcedure("inventory:read")
    .meta(
      rest("GET /v1/admin/inventory/variants/{variant_id}/", TAG, "See a variant's whole stock"),
    )
    .input(VariantStockRef)
    .output(VariantStock)
    .query(({ ctx, input }) => inventory.variantStock(ctx, input)),

  updateVariant: staffProcedure("inventory:write")
    .meta(
      rest(
        "PATCH /v1/admin/inventory/variants/{variant_id}/",
        TAG,
        "Set a variant's low-stock threshold and pre-order date",
        { description: "What is left out stays." },
      ),
    )
    .input(UpdateVariantStockInput)
    .output(VariantStock)
    .mutation(({ ctx, input }) => inventory.updateVariantStock(ctx, input)),

  receive: staffProcedure("inventory:write")
    .meta(rest("POST /v1/admin/inventory/receive/", TAG, "Take units in"))
    .input(ReceiveInput)
    .output(StockLevel)
    .mutation(({ ctx, input }) => inventory.receive(ctx, input)),

  adjust: staffProcedure("inventory:write")
    .meta(rest("POST /v1/admin/inventory/adjust/", TAG, "Correct by a difference, with a reason"))
    .input(AdjustInput)
    .output(StockLevel)
    .mutation(({ ctx, input }) => inventory.adjust(ctx, input)),

  count: staffProcedure("inventory:write")
    .meta(rest("POST /v1/admin/inventory/count/", TAG, "Set what was counted"))
    .input(CountInput)
    .output(StockLevel)
    .mutation(({ ctx, input }) => inventory.count(ctx, input)),

  shipUnits: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/shipments/", TAG, "Send units of an order", {
        description:
          "They leave the shelves that the order took them from, and are never more than were sold " +
          "and have not left. Of a bundle its components leave.",
      }),
    )
    .input(ShipInput)
    .output(ChangedLevels)
    .mutation(({ ctx, input }) => inventory.shipUnits(ctx, input)),

  deallocateUnits: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/deallocations/", TAG, "Sell units of an order again", {
        description:
          "For what will not be sent: never more than were sold and have not left. Of a bundle its " +
          "components are for sale again.",
      }),
    )
    .input(DeallocateInput)
    .output(ChangedLevels)
    .mutation(({ ctx, input }) => inventory.deallocateUnits(ctx, input)),

  returnUnits: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/returns/", TAG, "Put back what came back of an order", {
        description: "Never more than has left for it. Of a bundle its components come back.",
      }),
    )
    .input(ReturnInput)
    .output(ChangedLevels)
    .mutation(({ ctx, input }) => inventory.returnUnits(ctx, input)),

  batch: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/batch/", TAG, "Receive, adjust and count many", {
        description: "Each row is a change of its own: the good ones stay, the others are named.",
      }),
    )
    .input(BatchInput)
    .output(BatchResult)
    .mutation(({ ctx, input }) => inventory.batch(ctx, input)),

  movements: staffProcedure("inventory:read")
    .meta(
      rest("GET /v1/admin/inventory/movements/", TAG, "List a variant's movements, newest first"),
    )
    .input(ListMovementsInput)
    .output(StockMovementPage)
    .query(({ ctx, input }) => inventory.listMovements(ctx, input)),

  verify: staffProcedure("inventory:read")
    .meta(
      rest("GET /v1/admin/inventory/verify/", TAG, "Prove that stock is the sum of its movements"),
    )
    .input(NoInput)
    .output(StockVerdict)
    .query(({ ctx }) => inventory.verdict(ctx)),
});
