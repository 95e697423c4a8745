/** Second factors on the wire: what guards my account beside the password. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { customerProcedure, freshCustomerProcedure, router } from "../../kernel/trpc.ts";
import { ConfirmTotpInput, RecoveryCodes, SecondFactorStatus, TotpSetup } from "./contract.ts";
import * as secondFactor from "./service/index.ts";

const TAG = "authentication";

export const secondFactorRouter = router({
  status: customerProcedure
    .meta(rest("GET /v1/auth/second-factor/", TAG, "Say which second factors guard my account"))
    .input(NoInput)
    .output(SecondFactorStatus)
    .query(({ ctx }) => secondFactor.status(ctx)),

  setUpTotp: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/second-factor/totp/", TAG, "Set an authenticator app up", {
        description: "It guards the account once a first code has confirmed it.",
        successStatus: 201,
      }),
    )
    .input(NoInput)
    .output(TotpSetup)
    .mutation(({ ctx }) => secondFactor.setUpTotp(ctx)),

  confirmTotp: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/second-factor/totp/confirm/", TAG, "Switch the authenticator app on", {
        description: "Answers recovery codes, once, and ends all other sessions.",
      }),
    )
    .input(ConfirmTotpInput)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => secondFactor.confirmTotp(ctx, input)),

  disableTotp: freshCustomerProcedure
    .meta(
      rest("DELETE /v1/auth/second-factor/totp/", TAG, "Switch the authenticator app off", {
        successStatus: 204,
      }),
    )
    .input(NoInput)
    .output(z.void())
    .mutation(({ ctx }) => secondFactor.disableTotp(ctx)),

  replaceRecoveryCodes: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/second-factor/recovery-codes/", TAG, "Make new recovery codes", {
        description: "None of the old ones works any more.",
      }),
    )
    .input(NoInput)
    .output(RecoveryCodes)
    .mutation(({ ctx }) => secondFactor.replaceRecoveryCodes(ctx)),
});
