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

/** What begins a session in a browser. */
const beginsSession = new Set(["authentication.startSession", "authentication.verifyEmailSession"]);

/** Whether an answer shows that somebody is signed in. */
function showsSession(path: string, data: unknown): boolean {
  if (path === "users.me") return true;
  const user = typeof data === "object" && data !== null ? Reflect.get(data, "user") : null;
  return path === "authentication.session" && user !== null;
}

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
      const begins = beginsSession.has(path) || (current === null && showsSession(path, data));
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
