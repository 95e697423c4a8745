/** A context as the host makes it, for tests and for the processes that tests start. */
import { type Database, uuid7 } from "@souk/db";
import { PASSWORD_MIN_LENGTH } from "../authentication/contract.ts";
import type { Context, Ports, RequestInfo, StoreInfo } from "../kernel/context.ts";
import { createTestGateway, TEST_GATEWAY } from "../payments/test-gateway.ts";
import type { KeyRing } from "../ports/secrets.ts";
import { storageOf, toldImages } from "./files.ts";

export type ContextOverrides = Partial<Omit<Context, "request">> & {
  readonly request?: Partial<RequestInfo>;
};

const ring = (fill: number): KeyRing => [
  { id: `test-${fill}`, bytes: new Uint8Array(32).fill(fill) },
];

const portsOn = (database: Database): Ports => ({
  gateways: new Map([[TEST_GATEWAY, createTestGateway((storeId) => database.forStore(storeId))]]),
  secrets: { accessTokens: ring(1), links: ring(2), audit: ring(3), sealing: ring(4) },
  storefrontUrl: "https://shop.example",
  passkeyOrigins: ["https://shop.example"],
  passwordMinLength: PASSWORD_MIN_LENGTH,
  version: "0.0.0-test",
  storeChanged: () => undefined,
  storage: storageOf(database),
  images: toldImages,
  searchEngine: null,
});

export function testContext(
  database: Database,
  store: StoreInfo,
  { request, ...overrides }: ContextOverrides = {},
): Context {
  return {
    db: database.forStore(store.id),
    store,
    actor: { kind: "anonymous" },
    sessionCookie: { set: () => undefined, clear: () => undefined },
    markReplayed: () => undefined,
    reportLimit: () => undefined,
    ports: portsOn(database),
    now: () => new Date(),
    ...overrides,
    request: {
      id: uuid7(),
      ip: "192.0.2.1",
      userAgent: "vitest",
      cartToken: null,
      idempotencyKey: null,
      ...request,
    },
  };
}
