/** A shop for tests: a real database, a store of its own, a clock that tests may move. */
import { uuid7 } from "@souk/db";
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from "@souk/db/testing";
import type { Actor, Context, Ports, RequestInfo, StoreInfo } from "../kernel/context.ts";
import { type AppRouter, appRouter } from "../router.ts";
import * as stores from "../stores/service.ts";

type Engine = Parameters<typeof openTestDatabase>[0];

export type ContextOverrides = Partial<Omit<Context, "request">> & {
  readonly request?: Partial<RequestInfo>;
};

export interface Shop {
  readonly test: TestDatabase;
  readonly store: StoreInfo;
  /** A context as the host would make it; by default an anonymous call from 192.0.2.1. */
  ctx(overrides?: ContextOverrides): Context;
  /** All procedures, called as `actor`, under the rules of the tRPC face. */
  as(actor: Actor, request?: Partial<RequestInfo>): ReturnType<AppRouter["createCaller"]>;
  /** Moves the clock forward. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

export interface ShopOptions extends TestDatabaseOptions {
  readonly store?: Partial<stores.NewStore>;
  readonly ports?: Partial<Ports>;
}

const bytes = (fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(fill);

export async function openShop(engine: Engine, options: ShopOptions = {}): Promise<Shop> {
  const test = await openTestDatabase(engine, options);
  const store = await stores.open(test.database.system, {
    slug: "test-shop",
    name: "Test Shop",
    currency: "EUR",
    pricesIncludeTax: true,
    taxRateBasisPoints: 2000,
    shippingCountries: ["FR", "DE", "MA"],
    orderNumberPrefix: "T-",
    ...options.store,
  });
  let ahead = 0;
  const ports: Ports = {
    gateways: new Map(),
    secrets: { accessTokenKey: bytes(1), linkKey: bytes(2) },
    storefrontUrl: "https://shop.example",
    version: "0.0.0-test",
    ...options.ports,
  };
  const ctx: Shop["ctx"] = ({ request, ...overrides } = {}) => ({
    db: test.database.forStore(store.id),
    store,
    actor: { kind: "anonymous" },
    sessionCookie: { set: () => undefined, clear: () => undefined },
    markReplayed: () => undefined,
    ports,
    now: () => new Date(Date.now() + ahead),
    ...overrides,
    request: {
      id: uuid7(),
      ip: "192.0.2.1",
      userAgent: "vitest",
      cartToken: null,
      idempotencyKey: null,
      ...request,
    },
  });
  return {
    test,
    store,
    ctx,
    as: (actor, request = {}) => appRouter.createCaller(ctx({ actor, request })),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    close: () => test.close(),
  };
}
