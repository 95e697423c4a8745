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

export const verificationRequested = (userId: string, verificationId: string) =>
  ({
    type: "verification.requested",
    subjectId: userId,
    payload: { user_id: userId, verification_id: verificationId },
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
