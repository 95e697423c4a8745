/** Accounts on the wire. Paths, bodies and statuses are those of the source document. */
import * as z from "zod";
import { Message, NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import {
  customerProcedure,
  freshCustomerProcedure,
  openProcedure,
  router,
} from "../kernel/trpc.ts";
import {
  BrowserSession,
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmEmailChangeInput,
  ConfirmIdentityInput,
  CurrentSession,
  DeviceSessionList,
  DeviceSessionRef,
  ForgotPasswordInput,
  FreshUntil,
  ListLoginAttemptsInput,
  LoginAnswer,
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
  StartSessionAnswer,
  VerifyEmailInput,
} from "./contract.ts";
import { passkeysRouter } from "./passkeys/router.ts";
import { SecondStepInput } from "./second-factor/contract.ts";
import { secondFactorRouter } from "./second-factor/router.ts";
import { securityRouter } from "./security/router.ts";
import * as authentication from "./service/index.ts";

const TAG = "authentication";
const MAY_NEED_MORE =
  "Where a second factor guards the account: answers a challenge for the second step.";
const SECOND_STEP =
  "Takes a code, a recovery code or a passkey, within 10 minutes. Wrong ones count like wrong passwords.";

export const authenticationRouter = router({
  secondFactor: secondFactorRouter,
  passkeys: passkeysRouter,
  security: securityRouter,

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
    .meta(
      rest("POST /v1/auth/login/", TAG, "Sign in and get tokens", {
        description: MAY_NEED_MORE,
      }),
    )
    .input(LoginInput)
    .output(LoginAnswer)
    .mutation(({ ctx, input }) => authentication.login(ctx, input)),

  loginSecondStep: openProcedure
    .meta(
      rest("POST /v1/auth/login/second-step/", TAG, "Finish a sign-in and get tokens", {
        description: SECOND_STEP,
      }),
    )
    .input(SecondStepInput)
    .output(SignedIn)
    .mutation(({ ctx, input }) => authentication.loginSecondStep(ctx, input)),

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

  changeEmail: freshCustomerProcedure
    .meta(
      rest("POST /v1/auth/change-email/", TAG, "Mail a link to my new email address", {
        description: "Answers alike for every address. Each link replaces the one before.",
      }),
    )
    .input(ChangeEmailInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.changeEmail(ctx, input)),

  confirmEmailChange: customerProcedure
    .meta(
      rest("POST /v1/auth/change-email/confirm/", TAG, "Move to my new email address", {
        description:
          "By the mailed token: once, within 24 hours, by who asked. Ends all other sessions.",
      }),
    )
    .input(ConfirmEmailChangeInput)
    .output(Message)
    .mutation(({ ctx, input }) => authentication.confirmEmailChange(ctx, input)),

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
    .meta(
      rest("POST /v1/auth/session/", TAG, "Sign in a browser by an HttpOnly cookie", {
        description: MAY_NEED_MORE,
      }),
    )
    .input(LoginInput)
    .output(StartSessionAnswer)
    .mutation(({ ctx, input }) => authentication.startBrowserSession(ctx, input)),

  sessionSecondStep: openProcedure
    .meta(
      rest("POST /v1/auth/session/second-step/", TAG, "Finish signing in a browser", {
        description: SECOND_STEP,
      }),
    )
    .input(SecondStepInput)
    .output(BrowserSession)
    .mutation(({ ctx, input }) => authentication.sessionSecondStep(ctx, input)),

  confirmIdentity: customerProcedure
    .meta(
      rest("POST /v1/auth/confirm/", TAG, "Prove again who I am", {
        description:
          "What cannot be undone needs it, or a sign-in, within 10 minutes. Wrong passwords and codes count like failed logins.",
      }),
    )
    .input(ConfirmIdentityInput)
    .output(FreshUntil)
    .mutation(({ ctx, input }) => authentication.confirmIdentity(ctx, input)),

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
