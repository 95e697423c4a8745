/** Builds the client: tRPC, with a session, a guest's cart and idempotency keys. */
import type { AppRouter } from "@souk/api";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import { openGuestCart } from "./guest-cart.ts";
import { type Fetch, inputLink, sessionLink, transportLink } from "./links.ts";
import { openCookieSession, type Session } from "./session.ts";
import { type ClientStorage, defaultStorage } from "./storage.ts";
import { openTokenSession } from "./token-session.ts";

export type SoukApi = TRPCClient<AppRouter>;

export interface SoukClientOptions {
  /** The tRPC endpoint: `/trpc`, or `https://shop.example/trpc`. */
  readonly url: string;
  /** `cookie` for browsers: no token reaches a script. `tokens` for Node and mobile. */
  readonly session?: "cookie" | "tokens";
  /** Default: localStorage in a browser, memory elsewhere. */
  readonly storage?: ClientStorage;
  /** The session ended without being asked to: revoked, or its refresh token was refused. */
  readonly onSignedOut?: () => void;
  readonly fetch?: typeof globalThis.fetch;
}

export interface SoukClient {
  /** `souk.api.products.list.query({ category: "ceramics" })` */
  readonly api: SoukApi;
  /** Ends the session on the server, and forgets it here even when the server is away. */
  signOut(): Promise<void>;
}

/** `souk.api.orders.place.mutate(input, withIdempotencyKey(key))`: one effect for each key. */
export function withIdempotencyKey(idempotencyKey: string): {
  context: { idempotencyKey: string };
} {
  return { context: { idempotencyKey } };
}

/** A key for one attempt. Keep it for as long as the outcome of that attempt is not known. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing on pages that came over plain HTTP from another machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type OpenSession = (bare: SoukApi) => { session: Session; signOut: () => Promise<void> };

function cookieSession(onSignedOut: (() => void) | undefined): OpenSession {
  return (bare) => {
    const endSession = () => bare.authentication.endSession.mutate();
    const session = openCookieSession({ endSession, onSignedOut });
    const signOut = async (): Promise<void> => {
      await endSession();
      await session.observe("authentication.endSession", null);
    };
    return { session, signOut };
  };
}

function tokenSession(storage: ClientStorage, onSignedOut: (() => void) | undefined): OpenSession {
  return (bare) => {
    const session = openTokenSession({
      storage,
      onSignedOut,
      refresh: (refresh) => bare.authentication.refresh.mutate({ refresh }),
    });
    const signOut = async (): Promise<void> => {
      const tokens = await session.tokens();
      await session.forget();
      if (tokens) await bare.authentication.logout.mutate({ refresh: tokens.refresh });
    };
    return { session, signOut };
  };
}

export function createSoukClient(options: SoukClientOptions): SoukClient {
  const { url, onSignedOut, storage = defaultStorage() } = options;
  const inBrowser = typeof window !== "undefined";
  const mode = options.session ?? (inBrowser ? "cookie" : "tokens");
  const baseFetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const credentials = mode === "cookie" ? "include" : "omit";
  const fetch: Fetch = (input, init) => baseFetch(input, { ...init, credentials } as RequestInit);

  // Renewing and ending a session must not wait behind, or set off, another renewal.
  const bare = createTRPCClient<AppRouter>({ links: [httpLink({ url, fetch })] });
  const open = mode === "cookie" ? cookieSession(onSignedOut) : tokenSession(storage, onSignedOut);
  const { session, signOut } = open(bare);
  const cart = openGuestCart(storage);
  const headers = async () => ({ ...(await cart.headers()), ...(await session.headers()) });

  const api = createTRPCClient<AppRouter>({
    links: [
      inputLink(),
      sessionLink(session, cart),
      transportLink({ url, fetch, withCredentials: mode === "cookie", headers }),
    ],
  });
  return { api, signOut };
}
