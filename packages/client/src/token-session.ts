/** A session of API tokens: 15 minutes of access, and a refresh token that works once. */
import { errorReason, errorStatus } from "./errors.ts";
import { type Session, sessionIsOver, singleFlight } from "./session.ts";
import type { ClientStorage } from "./storage.ts";

const KEY = "souk.session";
/** Renewed this long before it expires, so that no call meets the end on its way. */
const MARGIN_MS = 30_000;

interface Tokens {
  readonly access: string;
  readonly refresh: string;
  /** By this machine's own clock; null when the token does not tell. */
  readonly expiresAtMs: number | null;
}

export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

export interface TokenSessionOptions {
  readonly storage: ClientStorage;
  readonly refresh: (refresh: string) => Promise<TokenPair>;
  readonly onSignedOut: (() => void) | undefined;
}

export interface TokenSession extends Session {
  tokens(): Promise<TokenPair | null>;
  forget(): Promise<void>;
}

/** From issue to expiry, so that a wrong clock on this side does not matter. */
function lifetimeMs(jwt: string): number | null {
  try {
    const payload = (jwt.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const claims: unknown = JSON.parse(atob(payload));
    if (typeof claims !== "object" || claims === null) return null;
    if (!("exp" in claims) || !("iat" in claims)) return null;
    const seconds = Number(claims.exp) - Number(claims.iat);
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  } catch {
    return null;
  }
}

function isTokenPair(data: unknown): data is TokenPair {
  if (typeof data !== "object" || data === null) return false;
  if (!("access" in data) || !("refresh" in data)) return false;
  return typeof data.access === "string" && typeof data.refresh === "string";
}

function tokenStore(storage: ClientStorage) {
  return {
    async read(): Promise<Tokens | null> {
      const text = await storage.getItem(KEY);
      return text === null ? null : (JSON.parse(text) as Tokens);
    },
    async write({ access, refresh }: TokenPair): Promise<void> {
      const lifetime = lifetimeMs(access);
      const expiresAtMs = lifetime === null ? null : Date.now() + lifetime;
      const tokens: Tokens = { access, refresh, expiresAtMs };
      await storage.setItem(KEY, JSON.stringify(tokens));
    },
    forget: async (): Promise<void> => storage.removeItem(KEY),
  };
}

export function openTokenSession(options: TokenSessionOptions): TokenSession {
  const store = tokenStore(options.storage);

  const signOut = async (): Promise<void> => {
    if ((await store.read()) === null) return;
    await store.forget();
    options.onSignedOut?.();
  };

  const refreshOnce = singleFlight(async (): Promise<boolean> => {
    const tokens = await store.read();
    if (!tokens) return false;
    try {
      await store.write(await options.refresh(tokens.refresh));
      return true;
    } catch (error) {
      // Only a refusal ends the session; a network fault or a busy server says nothing about it.
      const refused = [400, 401, 403].includes(errorStatus(error) ?? 0);
      if (refused) await signOut();
      return false;
    }
  });

  return {
    tokens: store.read,
    forget: store.forget,

    async headers() {
      const tokens = await store.read();
      return tokens ? { authorization: `Bearer ${tokens.access}` } : {};
    },

    async prepare() {
      const tokens = await store.read();
      const dueAt = tokens?.expiresAtMs ?? Number.POSITIVE_INFINITY;
      if (dueAt - Date.now() < MARGIN_MS) await refreshOnce();
      return (await store.read())?.access ?? null;
    },

    async recover({ error, type, sentWith }) {
      const current = await store.read();
      if (errorReason(error) === "token_expired") {
        // Somebody else renewed it while this call was under way.
        if (current && current.access !== sentWith) return true;
        return refreshOnce();
      }
      if (!sessionIsOver(error)) return false;
      if (current && current.access !== sentWith) return true;
      await signOut();
      return type === "query";
    },

    async observe(path, data) {
      if (path === "authentication.logout") await store.forget();
      else if (path.startsWith("authentication.") && isTokenPair(data)) await store.write(data);
    },
  };
}
