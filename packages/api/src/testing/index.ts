/** A shop for tests: a real database, a store of its own, a clock that tests may move. */
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from "@souk/db/testing";
import { ensureRoles } from "../access/service/index.ts";
import type { Actor, Context, RequestInfo, StoreInfo } from "../kernel/context.ts";
import { type AppRouter, appRouter } from "../router.ts";
import * as stores from "../stores/service.ts";
import { type ContextOverrides, testContext } from "./context.ts";

export { type Signing, type SoftPasskey, softPasskey } from "./authenticator.ts";

type Engine = Parameters<typeof openTestDatabase>[0];

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
}

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
  await ensureRoles(testContext(test.database, store));
  let ahead = 0;
  const ctx: Shop["ctx"] = (overrides = {}) =>
    testContext(test.database, store, {
      now: () => new Date(Date.now() + ahead),
      ...overrides,
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
