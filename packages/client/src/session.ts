/** Who is calling, and what to do when the server no longer believes it. */
import { errorReason } from "./errors.ts";

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

/** The browser sends the cookie by itself; only a cookie that went stale needs care. */
export function openCookieSession({ endSession, onSignedOut }: CookieSessionOptions): Session {
  const drop = singleFlight(async () => {
    await endSession();
    onSignedOut?.();
  });
  return {
    headers: async () => ({}),
    prepare: async () => null,
    observe: async () => undefined,
    async recover({ error, type }) {
      if (!sessionIsOver(error)) return false;
      await drop();
      // A question may be asked again as a guest; a deed was meant for the account.
      return type === "query";
    },
  };
}
