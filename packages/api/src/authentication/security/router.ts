/** The security dashboard on the wire. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { freshStaffProcedure, router, staffProcedure } from "../../kernel/trpc.ts";
import { DeviceSessionRef } from "../contract.ts";
import {
  AttemptPage,
  DisableUserInput,
  ListAllSessionsInput,
  ListAttemptsInput,
  LockList,
  SecurityOverview,
  SecurityOverviewInput,
  SessionPage,
  SignInPolicy,
  UnlockInput,
  UpdateSignInPolicyInput,
  UserRef,
} from "./contract.ts";
import * as security from "./service/index.ts";

const TAG = "security";

export const securityRouter = router({
  overview: staffProcedure("security:read")
    .meta(rest("GET /v1/admin/security/", TAG, "Get how signing in went lately, in numbers"))
    .input(SecurityOverviewInput)
    .output(SecurityOverview)
    .query(({ ctx, input }) => security.overview(ctx, input)),

  attempts: staffProcedure("security:read")
    .meta(
      rest("GET /v1/admin/security/attempts/", TAG, "List tries to sign in, newest first", {
        description: "Kept for 90 days.",
      }),
    )
    .input(ListAttemptsInput)
    .output(AttemptPage)
    .query(({ ctx, input }) => security.listAttempts(ctx, input)),

  locks: staffProcedure("security:read")
    .meta(
      rest("GET /v1/admin/security/locks/", TAG, "List whom the login limits turn away right now"),
    )
    .input(NoInput)
    .output(LockList)
    .query(({ ctx }) => security.listLocks(ctx)),

  unlock: staffProcedure("security:write")
    .meta(
      rest("POST /v1/admin/security/unlock/", TAG, "Lift the lock of an account or a client", {
        description: "Answers alike for every address, known or not.",
        successStatus: 204,
      }),
    )
    .input(UnlockInput)
    .output(z.void())
    .mutation(({ ctx, input }) => security.unlock(ctx, input)),

  sessions: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/sessions/", TAG, "List who is signed in, last opened first"))
    .input(ListAllSessionsInput)
    .output(SessionPage)
    .query(({ ctx, input }) => security.listSessions(ctx, input)),

  endSession: staffProcedure("users:write")
    .meta(
      rest("DELETE /v1/admin/sessions/{id}/", TAG, "Sign a device out", {
        description: "Of people who hold no permission that the caller lacks.",
        successStatus: 204,
      }),
    )
    .input(DeviceSessionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => security.endSession(ctx, input)),

  endSessionsOfUser: staffProcedure("users:write")
    .meta(
      rest("DELETE /v1/admin/users/{id}/sessions/", TAG, "Sign all devices of a user out", {
        successStatus: 204,
      }),
    )
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => security.endSessionsOfUser(ctx, input)),

  disableUser: staffProcedure("users:write")
    .meta(
      rest("POST /v1/admin/users/{id}/disable/", TAG, "Disable a user", {
        description: "Ends all sessions and voids all mailed links at once.",
        successStatus: 204,
      }),
    )
    .input(DisableUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => security.disableUser(ctx, input)),

  enableUser: staffProcedure("users:write")
    .meta(rest("POST /v1/admin/users/{id}/enable/", TAG, "Enable a user", { successStatus: 204 }))
    .input(UserRef)
    .output(z.void())
    .mutation(({ ctx, input }) => security.enableUser(ctx, input)),

  policy: staffProcedure("security:read")
    .meta(rest("GET /v1/admin/security/policy/", TAG, "Get what is asked of staff at sign-in"))
    .input(NoInput)
    .output(SignInPolicy)
    .query(({ ctx }) => security.policy(ctx)),

  updatePolicy: freshStaffProcedure("security:write")
    .meta(
      rest("PUT /v1/admin/security/policy/", TAG, "Set what is asked of staff at sign-in", {
        description: "It holds from their next call on. The caller needs a second factor first.",
      }),
    )
    .input(UpdateSignInPolicyInput)
    .output(SignInPolicy)
    .mutation(({ ctx, input }) => security.updatePolicy(ctx, input)),
});
