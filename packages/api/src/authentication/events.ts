/** What the authentication domain publishes. Ids only: a mail's secret is derived when it is written. */
import type { DomainEvent } from "../kernel/events.ts";

export const userRegistered = (userId: string, verificationId: string) =>
  ({
    type: "user.registered",
    subjectId: userId,
    payload: { user_id: userId, verification_id: verificationId },
  }) satisfies DomainEvent;

/** Somebody registered with an address that has an account. With an id, that account is unverified. */
export const registrationRepeated = (userId: string, verificationId: string | null) =>
  ({
    type: "registration.repeated",
    subjectId: userId,
    payload: { user_id: userId, verification_id: verificationId },
  }) satisfies DomainEvent;

/** Somebody asked again for the link of the newest registration. */
export const verificationRequested = (
  userId: string,
  { verificationId, registeredAt }: { verificationId: string; registeredAt: Date },
) =>
  ({
    type: "verification.requested",
    subjectId: userId,
    payload: {
      user_id: userId,
      verification_id: verificationId,
      registered_at: registeredAt.toISOString(),
    },
  }) satisfies DomainEvent;

export const userVerified = (userId: string) =>
  ({
    type: "user.verified",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

/** A spent refresh token came again: it was stolen, or its successor was. */
export const refreshTokenReused = (userId: string, sessionId: string) =>
  ({
    type: "refresh_token.reused",
    subjectId: userId,
    payload: { user_id: userId, session_id: sessionId },
  }) satisfies DomainEvent;

export const passwordChanged = (userId: string) =>
  ({
    type: "user.password_changed",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

/** To the new address: somebody who is signed in wants to move there. */
export const emailChangeRequested = (userId: string, changeId: string) =>
  ({
    type: "email_change.requested",
    subjectId: userId,
    payload: { user_id: userId, email_change_id: changeId },
  }) satisfies DomainEvent;

/** To the address of now, whatever becomes of the request. */
export const emailChangeAnnounced = (userId: string, changeId: string) =>
  ({
    type: "email_change.announced",
    subjectId: userId,
    payload: { user_id: userId, email_change_id: changeId },
  }) satisfies DomainEvent;

/** To the owner of an account, when somebody else wants to move to its address. */
export const emailChangeRefused = (ownerId: string) =>
  ({
    type: "email_change.refused",
    subjectId: ownerId,
    payload: { user_id: ownerId },
  }) satisfies DomainEvent;

/** To both addresses, each in a mail of its own. */
export const emailChanged = (userId: string, changeId: string, to: "old" | "new") =>
  ({
    type: "user.email_changed",
    subjectId: userId,
    payload: { user_id: userId, email_change_id: changeId, to },
  }) satisfies DomainEvent;

/** Somebody got in after others, or they themselves, had failed. */
export const signInAfterFailures = (userId: string, attemptId: string, failures: number) =>
  ({
    type: "sign_in.after_failures",
    subjectId: userId,
    payload: { user_id: userId, login_attempt_id: attemptId, failures },
  }) satisfies DomainEvent;

export const passwordResetRequested = (userId: string, resetId: string) =>
  ({
    type: "password_reset.requested",
    subjectId: userId,
    payload: { user_id: userId, password_reset_id: resetId },
  }) satisfies DomainEvent;

/** By a mailed link, by somebody who did not know the old one. */
export const passwordReset = (userId: string) =>
  ({
    type: "user.password_reset",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

export const secondFactorEnabled = (userId: string) =>
  ({
    type: "user.second_factor_enabled",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

export const secondFactorDisabled = (userId: string) =>
  ({
    type: "user.second_factor_disabled",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

export const passkeyAdded = (userId: string, passkeyId: string) =>
  ({
    type: "user.passkey_added",
    subjectId: userId,
    payload: { user_id: userId, passkey_id: passkeyId },
  }) satisfies DomainEvent;

export const passkeyRemoved = (userId: string, passkeyId: string) =>
  ({
    type: "user.passkey_removed",
    subjectId: userId,
    payload: { user_id: userId, passkey_id: passkeyId },
  }) satisfies DomainEvent;

/** None of those of before works any more. */
export const recoveryCodesReplaced = (userId: string) =>
  ({
    type: "user.recovery_codes_replaced",
    subjectId: userId,
    payload: { user_id: userId },
  }) satisfies DomainEvent;

/** In place of a factor that was not at hand. */
export const recoveryCodeUsed = (userId: string, left: number) =>
  ({
    type: "user.recovery_code_used",
    subjectId: userId,
    payload: { user_id: userId, recovery_codes_left: left },
  }) satisfies DomainEvent;
