/** Limits by client: so many calls in a span of time, counted together over all nodes. */
import { limitedActions } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeyRing, SecretKey } from "../ports/secrets.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { spend } from "./limits.ts";

const LIMIT = { action: "try", times: 3, withinMs: 60_000 };

describe.each(engines)("a limit on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  let clients = 0;
  const client = () => {
    clients += 1;
    const ip = `198.51.100.${clients}`;
    return (action = LIMIT.action) => spend(shop.ctx({ request: { ip } }), { ...LIMIT, action });
  };

  it("lets so many through, then none until the first is old enough, and says when", async () => {
    const call = client();
    await call();
    shop.advance(20_000);
    await call();
    await call();
    const refused = await call().catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: "rate_limited", reason: "too_many_requests" });
    const { retryAfterSeconds } = refused as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(35);
    expect(retryAfterSeconds).toBeLessThanOrEqual(40);

    shop.advance((retryAfterSeconds - 2) * 1000);
    await expect(call(), "too early").rejects.toThrow("Too many requests");
    shop.advance(2000);
    await call();
  });

  it("counts each client and each action by itself", async () => {
    const [one, two] = [client(), client()];
    for (let i = 0; i < LIMIT.times; i++) await one();
    await two();
    await one("another");
  });

  it("holds when all calls come at once", async () => {
    const call = client();
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => call()));
    const through = results.filter(({ status }) => status === "fulfilled");
    expect(through).toHaveLength(LIMIT.times);
  });

  it("keeps nobody's address, and counts on when the secret is changed", async () => {
    const ip = "198.51.100.250";
    const before = shop.ctx({ request: { ip } });
    for (let i = 0; i < LIMIT.times; i++) await spend(before, LIMIT);
    const stored = await shop.test.database.system.select().from(limitedActions);
    expect(JSON.stringify(stored)).not.toContain("198.51.100.");
    const { secrets } = before.ports;
    const next: SecretKey = { id: "next", bytes: new Uint8Array(32).fill(99) };
    const links: KeyRing = [next, ...secrets.links];
    const after = { ...before, ports: { ...before.ports, secrets: { ...secrets, links } } };
    await expect(spend(after, LIMIT)).rejects.toThrow("Too many requests");
  });

  it("takes an IPv6 /64 for one client", async () => {
    const from = (ip: string) => spend(shop.ctx({ request: { ip } }), LIMIT);
    for (const host of ["::1", "::2", "::3"]) await from(`2001:db8:1:2${host}`);
    await expect(from("2001:db8:1:2:9::9")).rejects.toThrow("Too many requests");
    await from("2001:db8:1:3::1");
  });
});
