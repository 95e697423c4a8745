/** Everything a service may reach. Nothing here knows about HTTP or tRPC. */
import type { Db } from "@souk/db";
import type { PaymentGateway } from "../ports/payment-gateway.ts";
import type { Secrets } from "../ports/secrets.ts";

export interface Anonymous {
  readonly kind: "anonymous";
}

export interface Customer {
  readonly kind: "customer";
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly via: "token" | "cookie";
}

/** Credentials were sent, and they are no good. */
export interface Rejected {
  readonly kind: "rejected";
  readonly reason: "token_invalid" | "token_expired" | "session_ended";
}

export type Actor = Anonymous | Customer | Rejected;

/** The shop this unit of work is bound to. */
export interface StoreInfo {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Basis points: 2000 is 20 %. */
  readonly taxRateBasisPoints: number;
  readonly shippingCountries: readonly string[];
  /** Before each order number, such as "S-". */
  readonly orderNumberPrefix: string;
}

/** What the host knows of the call; the services use it for limits, audit and idempotency. */
export interface RequestInfo {
  readonly id: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly cartToken: string | null;
  readonly idempotencyKey: string | null;
}

/** How a service hands a browser its session; the host turns it into a cookie. */
export interface SessionCookie {
  set(secret: string, expiresAt: Date): void;
  clear(): void;
}

/** What the rules need from outside, chosen by the host. */
export interface Ports {
  readonly gateways: ReadonlyMap<string, PaymentGateway>;
  readonly secrets: Secrets;
  /** The browser-facing address of the store, without a trailing slash. Links in mails begin with it. */
  readonly storefrontUrl: string;
  readonly version: string;
}

export interface Context<A extends Actor = Actor> {
  readonly db: Db;
  readonly store: StoreInfo;
  readonly actor: A;
  readonly request: RequestInfo;
  readonly sessionCookie: SessionCookie;
  /** Tells the caller that a stored answer was given again, instead of a new effect. */
  readonly markReplayed: () => void;
  readonly ports: Ports;
  readonly now: () => Date;
}

/**
 * Opens a unit of work; inside one, a savepoint of it. Shadow `ctx` in the callback and the
 * outer handle is out of reach.
 */
export const inTransaction = <A extends Actor, T>(
  ctx: Context<A>,
  work: (ctx: Context<A>) => Promise<T>,
): Promise<T> => ctx.db.transaction((db) => work({ ...ctx, db }));
