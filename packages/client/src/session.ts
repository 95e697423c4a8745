/** Who is calling, and what to do when the server no longer believes it. */
import { errorReason, isSignInRequired } from "./errors.ts";

/** Takes part in each call: before it, and when it is refused. */
export interface Session {
  headers(): Promise<Record<string, string>>;
  /** What the call is about to go out with, after a refresh where one is due. */
  prepare(): Promise<string | null>;
  /** True when the call is worth sending again. */
  recover(attempt: FailedAttempt): Promise<boolean>;
  observe(path: string, data: unknown): Promise<void>;
}

export interface FailedAttempt {
  readonly error: unknown;
  readonly type: "query" | "mutation" | "subscription";
  /** What `prepare` answered. */
  readonly sentWith: string | null;
}

/** The session is over for good: no refresh brings it back. */
export function sessionIsOver(error: unknown): boolean {
  const reason = errorReason(error);
  return reason === "session_ended" || reason === "token_invalid";
}

/** At most one run at a time; whoever comes meanwhile gets the running one. */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

export interface CookieSessionOptions {
  /** Clears the HttpOnly cookie, which no script can reach. */
  readonly endSession: () => Promise<void>;
  readonly onSignedOut: (() => void) | undefined;
}

/** What answers the session's user where it signs somebody in: in a browser, and with tokens. */
const beginsCookieSession: ReadonlySet<string> = new Set([
  "authentication.passkeys.startSession",
  "authentication.sessionSecondStep",
  "authentication.startSession",
  "authentication.verifyEmailSession",
]);
const beginsTokenSession: ReadonlySet<string> = new Set([
  "authentication.login",
  "authentication.loginSecondStep",
  "authentication.passkeys.signIn",
  "authentication.verifyEmail",
]);

/** Open to anybody: there is nothing to renew before these, and nothing to recover after. */
export const ignoresCredentials: ReadonlySet<string> = new Set([
  ...beginsCookieSession,
  ...beginsTokenSession,
  "authentication.endSession",
  "authentication.forgotPassword",
  "authentication.logout",
  "authentication.passkeys.startSignIn",
  "authentication.refresh",
  "authentication.register",
  "authentication.resendVerification",
  "authentication.resetPassword",
  "authentication.session",
]);

/** Whether an answer shows somebody who is signed in, and not a second step that is still to come. */
const namesUser = (data: unknown): boolean =>
  typeof data === "object" && data !== null && Boolean(Reflect.get(data, "user"));

/** Whether an answer signed somebody in: the right password alone need not. */
export const signsIn = (path: string, data: unknown): boolean =>
  (beginsCookieSession.has(path) || beginsTokenSession.has(path)) && namesUser(data);

/** Whether an answer shows that somebody is signed in. */
const showsSession = (path: string, data: unknown): boolean =>
  path === "users.me" || (path === "authentication.session" && namesUser(data));

/** The browser sends the cookie by itself; what needs care is a session that ended elsewhere. */
export function openCookieSession({ endSession, onSignedOut }: CookieSessionOptions): Session {
  // Told apart: the answer to a call from before a sign-in says nothing about the session after it.
  let sessions = 0;
  let current: string | null = null;
  const ended = (): void => {
    current = null;
    onSignedOut?.();
  };
  const drop = singleFlight(async () => {
    await endSession();
    ended();
  });
  return {
    headers: async () => ({}),
    prepare: async () => current,
    async observe(path, data) {
      if (path === "authentication.endSession") current = null;
      const begins = signsIn(path, data) || (current === null && showsSession(path, data));
      if (!begins) return;
      sessions += 1;
      current = `session ${sessions}`;
    },
    async recover({ error, type, sentWith }) {
      if (isSignInRequired(error) && current !== null && sentWith === current) ended();
      if (!sessionIsOver(error)) return false;
      await drop();
      // A question may be asked again as a guest; a deed was meant for the account.
      return type === "query";
    },
  };
}
