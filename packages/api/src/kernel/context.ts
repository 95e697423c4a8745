/** Everything a service may reach. Nothing here knows about HTTP or tRPC. */
import type { Db } from "@souk/db";
import type { Images } from "../ports/images.ts";
import type { PaymentGateway } from "../ports/payment-gateway.ts";
import type { SearchEngine } from "../ports/search-engine.ts";
import type { Secrets } from "../ports/secrets.ts";
import type { Storage } from "../ports/storage.ts";
import type { Permission } from "./permissions.ts";

export interface Anonymous {
  readonly kind: "anonymous";
}

/** Somebody who is signed in; staff too, who are customers with permissions. */
export interface Customer {
  readonly kind: "customer";
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly via: "token" | "cookie";
  /** When they last proved on this device who they are; null: not since it was opened. */
  readonly authenticatedAt: Date | null;
  /** Of all roles together, as they are now; none for customers who are no staff. */
  readonly permissions: ReadonlySet<Permission>;
  /** The store wants a second factor of its staff, and this member has none. */
  readonly lacksSecondFactor: boolean;
}

/** A program with a key of its own. */
export interface ApiKeyActor {
  readonly kind: "api_key";
  readonly keyId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Whoever may do a staff operation. */
export type Staff = Customer | ApiKeyActor;

/** Credentials were sent, and they are no good. */
export interface Rejected {
  readonly kind: "rejected";
  readonly reason: "token_invalid" | "token_expired" | "session_ended" | "api_key_invalid";
}

export type Actor = Anonymous | Customer | ApiKeyActor | Rejected;

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
  /** The language of the catalogue itself, BCP 47. */
  readonly defaultLocale: string;
  /** Languages that it is translated to beside its own. */
  readonly locales: readonly string[];
  /** Currencies that prices may be set in beside the store's own. */
  readonly currencies: readonly string[];
  /** Fewer available units of a variant than this are a low stock, unless it has its own number. */
  readonly lowStockThreshold: number;
  /** Whether reviews wait for staff before they are shown. */
  readonly moderatesReviews: boolean;
}

/** What is left of a limit, for the caller to know. */
export interface LimitStanding {
  /** Of the limit, such as `register`. */
  readonly name: string;
  readonly times: number;
  readonly withinSeconds: number;
  readonly remaining: number;
  /** Until one more is free than now. */
  readonly resetSeconds: number;
}

/** What the host knows of the call; the services use it for limits, audit and idempotency. */
export interface RequestInfo {
  readonly id: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly cartToken: string | null;
  readonly idempotencyKey: string | null;
  /** The language that its sender reads best among the store's, BCP 47; null: none was named. */
  readonly locale: string | null;
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
  readonly storage: Storage;
  readonly images: Images;
  /** Null: the database alone searches. */
  readonly searchEngine: SearchEngine | null;
  /** The browser-facing address of the store, without a trailing slash. Links in mails begin with it. */
  readonly storefrontUrl: string;
  /** The pages that may use passkeys, as exact origins. They share the storefront's host. */
  readonly passkeyOrigins: readonly string[];
  /** Characters that a new password has at least; never fewer than the contract asks for. */
  readonly passwordMinLength: number;
  readonly version: string;
  /** The store's settings are others now: whoever calls next on this node finds them. */
  readonly storeChanged: (store: StoreInfo) => void;
}

export interface Context<A extends Actor = Actor> {
  readonly db: Db;
  readonly store: StoreInfo;
  readonly actor: A;
  readonly request: RequestInfo;
  readonly sessionCookie: SessionCookie;
  /** Tells the caller that a stored answer was given again, instead of a new effect. */
  readonly markReplayed: () => void;
  /** Tells the caller how much of a limit is left; the host makes headers of it. */
  readonly reportLimit: (standing: LimitStanding) => void;
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

/** The user or API key, for what is kept of who did something; null for the shop itself, as when it is seeded. */
export function actorIdOf({ actor }: Pick<Context, "actor">): string | null {
  if (actor.kind === "customer") return actor.userId;
  return actor.kind === "api_key" ? actor.keyId : null;
}
