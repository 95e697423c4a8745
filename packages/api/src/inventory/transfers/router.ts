/** Transfers on the wire. */
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  CreateTransferInput,
  ListTransfersInput,
  ReceiveTransferInput,
  Transfer,
  TransferPage,
  TransferRef,
  UpdateTransferInput,
} from "./contract.ts";
import * as transfers from "./service/index.ts";

const TAG = "inventory";

export const transfersRouter = router({
  list: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/transfers/", TAG, "List transfers, newest first"))
    .input(ListTransfersInput)
    .output(TransferPage)
    .query(({ ctx, input }) => transfers.listTransfers(ctx, input)),

  get: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/transfers/{id}/", TAG, "Get one transfer"))
    .input(TransferRef)
    .output(Transfer)
    .query(({ ctx, input }) => transfers.getTransfer(ctx, input)),

  create: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/transfers/", TAG, "Write a transfer", {
        successStatus: 201,
        description: "Nothing moves before it is sent.",
      }),
    )
    .input(CreateTransferInput)
    .output(Transfer)
    .mutation(({ ctx, input }) => transfers.createTransfer(ctx, input)),

  update: staffProcedure("inventory:write")
    .meta(
      rest("PATCH /v1/admin/inventory/transfers/{id}/", TAG, "Change a transfer not yet sent", {
        description: "What is left out stays.",
      }),
    )
    .input(UpdateTransferInput)
    .output(Transfer)
    .mutation(({ ctx, input }) => transfers.updateTransfer(ctx, input)),

  send: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/transfers/{id}/send/", TAG, "Send a transfer", {
        description: "Its units leave their location. Only what nobody was promised can go.",
      }),
    )
    .input(TransferRef)
    .output(Transfer)
    .mutation(({ ctx, input }) => transfers.sendTransfer(ctx, input)),

  receive: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/transfers/{id}/receive/", TAG, "Receive a transfer", {
        description: "What is said not to have arrived is lost.",
      }),
    )
    .input(ReceiveTransferInput)
    .output(Transfer)
    .mutation(({ ctx, input }) => transfers.receiveTransfer(ctx, input)),

  cancel: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/transfers/{id}/cancel/", TAG, "Cancel a transfer", {
        description: "What was under way goes back to where it came from.",
      }),
    )
    .input(TransferRef)
    .output(Transfer)
    .mutation(({ ctx, input }) => transfers.cancelTransfer(ctx, input)),
});
