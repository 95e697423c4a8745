/** Accounts on the wire. Paths, bodies and statuses are those of the source document. */
import * as z from "zod";
import { Message, NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { customerProcedure, openProcedure, router } from "../kernel/trpc.ts";
import {
  BrowserSession,
  ChangePasswordInput,
  CurrentSession,
  DeviceSessionList,
  DeviceSessionRef,
  ForgotPasswordInput,
  ListLoginAttemptsInput,
  LoginAttemptPage,
  LoginInput,
  LogoutInput,
  RefreshedTokens,
  RefreshInput,
  RegisterInput,
  Registration,
  ResendVerificationInput,
  ResetPasswordInput,
  SignedIn,
  VerifyEmailInput,
} from "./contract.ts";
import * as authentication from "./service/index.ts";

const TAG = "authentication";

export const authenticationRouter = router({
  register: openProcedure
    .meta(rest("POST /v1/auth/register/", TAG, "Create an account", { successStatus: 201 }))
    .input(RegisterInput)
    .output(Registration)
    .mutation(({ ctx, input }) => authentication.register(ctx, input)),

  verifyEmail: openProcedure
    .meta(
      rest("GET /v1/auth/verify-email/{token}/", TAG, "Verify an e-mail address and sign in", {
        description: "The token comes by mail, works once, and lives 24 hours.",
      }),
    )
    .input(VerifyEmailInput)
    .output(SignedIn)
    .mutation(({ ctx, input }) => authentication.verifyEmail(ctx, input)),

  resendVerification: openProcedure
    .meta(rest("POST /v1/auth/resend-verification/", TAG, "Send the verification mail again"))
    .input(ResendVerificationInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.resendVerification(ctx, input)),

  login: openProcedure
    .meta(rest("POST /v1/auth/login/", TAG, "Sign in and get tokens"))
    .input(LoginInput)
    .output(SignedIn)
    .mutation(({ ctx, input }) => authentication.login(ctx, input)),

  refresh: openProcedure
    .meta(
      rest("POST /v1/auth/refresh/", TAG, "Exchange a refresh token for new tokens", {
        description: "A refresh token works once. Using a spent one ends its session.",
      }),
    )
    .input(RefreshInput)
    .output(RefreshedTokens)
    .mutation(({ ctx, input }) => authentication.refresh(ctx, input)),

  logout: openProcedure
    .meta(rest("POST /v1/auth/logout/", TAG, "End the session of a refresh token at once"))
    .input(LogoutInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.logout(ctx, input)),

  changePassword: customerProcedure
    .meta(
      rest("POST /v1/auth/change-password/", TAG, "Change my password", {
        description: "Ends all other sessions. Wrong passwords count like failed logins.",
      }),
    )
    .input(ChangePasswordInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.changePassword(ctx, input)),

  forgotPassword: openProcedure
    .meta(
      rest("POST /v1/auth/forgot-password/", TAG, "Mail a link to a new password", {
        description: "Answers alike for every address. Each link replaces the one before.",
      }),
    )
    .input(ForgotPasswordInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.forgotPassword(ctx, input)),

  resetPassword: openProcedure
    .meta(
      rest("POST /v1/auth/reset-password/", TAG, "Set a new password by a mailed token", {
        description: "The token works once, within an hour. Ends all sessions, and opens none.",
      }),
    )
    .input(ResetPasswordInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.resetPassword(ctx, input)),

  session: openProcedure
    .meta(rest("GET /v1/auth/session/", TAG, "Say who is signed in, if anybody"))
    .input(NoInput)
    .output(CurrentSession)
    .query(({ ctx }) => authentication.currentSession(ctx)),

  startSession: openProcedure
    .meta(rest("POST /v1/auth/session/", TAG, "Sign in a browser by an HttpOnly cookie"))
    .input(LoginInput)
    .output(BrowserSession)
    .mutation(({ ctx, input }) => authentication.startBrowserSession(ctx, input)),

  verifyEmailSession: openProcedure
    .meta(rest("POST /v1/auth/session/verify-email/", TAG, "Verify an e-mail address in a browser"))
    .input(VerifyEmailInput)
    .output(BrowserSession)
    .mutation(({ ctx, input }) => authentication.verifyEmailInBrowser(ctx, input)),

  endSession: openProcedure
    .meta(rest("DELETE /v1/auth/session/", TAG, "Sign a browser out", { successStatus: 204 }))
    .input(NoInput)
    .output(z.void())
    .mutation(({ ctx }) => authentication.endBrowserSession(ctx)),

  listSessions: customerProcedure
    .meta(rest("GET /v1/auth/sessions/", TAG, "List where I am signed in, last used first"))
    .input(NoInput)
    .output(DeviceSessionList)
    .query(({ ctx }) => authentication.listSessions(ctx)),

  endDeviceSession: customerProcedure
    .meta(
      rest("DELETE /v1/auth/sessions/{id}/", TAG, "Sign one of my devices out", {
        successStatus: 204,
      }),
    )
    .input(DeviceSessionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => authentication.endDeviceSession(ctx, input)),

  endOtherSessions: customerProcedure
    .meta(
      rest("DELETE /v1/auth/sessions/", TAG, "Sign all my other devices out", {
        successStatus: 204,
      }),
    )
    .input(NoInput)
    .output(z.void())
    .mutation(({ ctx }) => authentication.endOtherSessions(ctx)),

  listLoginAttempts: customerProcedure
    .meta(
      rest("GET /v1/auth/login-attempts/", TAG, "List who tried to sign in as me, newest first", {
        description: "Kept for 90 days.",
      }),
    )
    .input(ListLoginAttemptsInput)
    .output(LoginAttemptPage)
    .query(({ ctx, input }) => authentication.listLoginAttempts(ctx, input)),
});
