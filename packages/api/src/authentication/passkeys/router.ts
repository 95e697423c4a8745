/** Passkeys on the wire: my own, and signing in with one. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import {
  customerProcedure,
  freshCustomerProcedure,
  openProcedure,
  router,
} from "../../kernel/trpc.ts";
import { BrowserSession, SignedIn } from "../contract.ts";
import {
  AddedPasskey,
  AddPasskeyInput,
  Passkey,
  PasskeyCreationStart,
  PasskeyList,
  PasskeyRef,
  PasskeySignInInput,
  PasskeySignInStart,
  RenamePasskeyInput,
} from "./contract.ts";
import * as passkeys from "./service/index.ts";

const TAG = "authentication";
const ONE_ANSWER =
  "The challenge takes one right answer, within 10 minutes. Wrong ones count like wrong passwords. No second step follows.";

export const passkeysRouter = router({
  list: customerProcedure
    .meta(rest("GET /v1/auth/passkeys/", TAG, "List my passkeys, oldest first"))
    .input(NoInput)
    .output(PasskeyList)
    .query(({ ctx }) => passkeys.list(ctx)),

  startCreation: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/passkeys/start/", TAG, "Ask for a new passkey", {
        description: "The options are for `navigator.credentials.create`, within 10 minutes.",
      }),
    )
    .input(NoInput)
    .output(PasskeyCreationStart)
    .mutation(({ ctx }) => passkeys.startCreation(ctx)),

  add: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/passkeys/", TAG, "Add a passkey", {
        description:
          "It signs in alone, and a password needs a second step from then on. The first factor of an account answers recovery codes and ends all other sessions. The owner gets a mail.",
        successStatus: 201,
      }),
    )
    .input(AddPasskeyInput)
    .output(AddedPasskey)
    .mutation(({ ctx, input }) => passkeys.add(ctx, input)),

  rename: customerProcedure
    .meta(rest("PATCH /v1/auth/passkeys/{id}/", TAG, "Give a passkey another name"))
    .input(RenamePasskeyInput)
    .output(Passkey)
    .mutation(({ ctx, input }) => passkeys.rename(ctx, input)),

  remove: freshCustomerProcedure
    .meta(
      rest("DELETE /v1/auth/passkeys/{id}/", TAG, "Remove a passkey", {
        description: "It signs nobody in any more. The owner gets a mail.",
        successStatus: 204,
      }),
    )
    .input(PasskeyRef)
    .output(z.void())
    .mutation(({ ctx, input }) => passkeys.remove(ctx, input)),

  startSignIn: openProcedure
    .meta(
      rest("POST /v1/auth/passkeys/sign-in/start/", TAG, "Ask for any passkey of this store", {
        description:
          "The options are for `navigator.credentials.get`. They name nobody. Confirming who I am takes such a challenge, too.",
      }),
    )
    .input(NoInput)
    .output(PasskeySignInStart)
    .mutation(({ ctx }) => passkeys.startSignIn(ctx)),

  signIn: openProcedure
    .meta(
      rest("POST /v1/auth/passkeys/sign-in/", TAG, "Sign in with a passkey and get tokens", {
        description: ONE_ANSWER,
      }),
    )
    .input(PasskeySignInInput)
    .output(SignedIn)
    .mutation(({ ctx, input }) => passkeys.signIn(ctx, input)),

  startSession: openProcedure
    .meta(
      rest("POST /v1/auth/passkeys/session/", TAG, "Sign in a browser with a passkey", {
        description: ONE_ANSWER,
      }),
    )
    .input(PasskeySignInInput)
    .output(BrowserSession)
    .mutation(({ ctx, input }) => passkeys.startSession(ctx, input)),
});
