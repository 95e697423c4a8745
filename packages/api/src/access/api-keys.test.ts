/** Keys for programs: shown once, within limits, and worthless from the moment they are revoked. */
import { statementsOf, uuid7 } from "@souk/db";
import { apiKeys, auditEntries } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authentication from "../authentication/service/index.ts";
import type { LimitStanding } from "../kernel/context.ts";
import type { Permission } from "../kernel/permissions.ts";
import { hashSecret } from "../kernel/secrets.ts";
import * as stores from "../stores/service.ts";
import { freshClient, type TestCustomer } from "../testing/accounts.ts";
import { testContext } from "../testing/context.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey, registerStaff, registerWith } from "../testing/staff.ts";
import { KEY_CALLS_A_MINUTE, MAX_ACTIVE_KEYS, useKey } from "./service/index.ts";

const MINUTE = 60_000;
const invalid = { kind: "rejected", reason: "api_key_invalid" };

describe.each(engines)("API keys on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
  });
  afterAll(() => shop.close());

  // Makers are always fresh here, however far the clock was moved.
  const as = ({ actor }: Pick<TestCustomer, "actor">) =>
    shop.as({ ...actor, authenticatedAt: shop.ctx().now() }, freshClient()).access;
  const make = (wanted: Permission[] = ["orders:read"], expires_at: string | null = null) =>
    as(owner).createApiKey({ name: "Reports", permissions: wanted, expires_at });
  const whoHas = (bearer: string, ctx = shop.ctx()) =>
    authentication.actorOf(ctx, { bearer, sessionCookie: null });
  const listed = async (id: string) => {
    const { items } = await as(owner).apiKeys({ limit: 100 });
    return items.find((item) => item.id === id);
  };
  const row = async (id: string) => {
    const { system } = shop.test.database;
    const [found] = await system.select().from(apiKeys).where(eq(apiKeys.id, id));
    return found;
  };
  const later = (ms: number) => new Date(shop.ctx().now().getTime() + ms).toISOString();

  it("are shown once: the store keeps a hash and the beginning", async () => {
    const { key, ...shown } = await make(["orders:read", "users:read", "orders:read"]);
    expect(key).toMatch(/^souk_[0-9a-f]{8}_[\w-]{43}$/);
    expect(shown).toMatchObject({
      ...{ prefix: key.slice(0, 13), permissions: ["users:read", "orders:read"] },
      ...{ status: "active", created_by: owner.email, last_used_at: null },
    });
    expect(await listed(shown.id)).toEqual(shown);
    const stored = await row(shown.id);
    expect(stored?.keyHash).toBe(hashSecret(key));
    expect(JSON.stringify(stored)).not.toContain(key.slice(14));
    const trail = await shop.test.database.system
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, shop.store.id), eq(auditEntries.subjectId, shown.id)));
    expect(trail).toMatchObject([
      { action: "api_key.created", details: { permissions: shown.permissions } },
    ]);
    expect(JSON.stringify(trail)).not.toContain(key.slice(14));
  });

  it("read what they may write", async () => {
    const { key, permissions } = await make(["users:write"]);
    expect(permissions).toEqual(["users:read", "users:write"]);
    expect(await whoHas(key)).toMatchObject({ permissions: new Set(permissions) });
  });

  it("act within their permissions, and the time of their last use is kept", async () => {
    const { id, key } = await make(["orders:read"]);
    const actor = await whoHas(key);
    expect(actor).toEqual({
      ...{ kind: "api_key", keyId: id, name: "Reports" },
      permissions: new Set(["orders:read"]),
    });
    expect((await listed(id))?.last_used_at).not.toBeNull();
    await expect(shop.as(actor).core.audit({})).rejects.toMatchObject({
      cause: { reason: "permission_missing" },
    });
    const { statements } = await statementsOf(() => whoHas(key));
    expect(statements).toHaveLength(1);
  });

  it("hold nothing that is for people alone", async () => {
    const wanted: Permission[] = ["orders:read", "staff:write", "users:privacy", "api_keys:write"];
    await expect(make(wanted)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: {
        reason: "permission_not_for_api_keys",
        fields: {
          "permissions.1": ["An API key cannot hold staff:write."],
          "permissions.2": ["An API key cannot hold users:privacy."],
          "permissions.3": ["An API key cannot hold api_keys:write."],
        },
      },
    });
    const { id, key } = await make();
    const all: Permission[] = ["orders:read", "staff:write"];
    await shop.ctx().db.update(apiKeys).set({ permissions: all }).where(mine(id));
    expect(await whoHas(key)).toMatchObject({ permissions: new Set(["orders:read"]) });
  });

  const mine = (id: string) => and(eq(apiKeys.storeId, shop.store.id), eq(apiKeys.id, id));

  it("hold nothing that their maker does not hold", async () => {
    const clerk = await registerWith(shop, "api_keys:write", "orders:read");
    const wanted: Permission[] = ["orders:read", "users:read"];
    await expect(as(clerk).createApiKey({ name: "x", permissions: wanted })).rejects.toMatchObject({
      code: "FORBIDDEN",
      cause: {
        reason: "permission_not_held",
        fields: { "permissions.1": ["You do not hold users:read."] },
      },
    });
    await as(clerk).createApiKey({ name: "x", permissions: ["orders:read"] });
  });

  it("expire to the moment, which is still to come when they are made", async () => {
    await expect(make(["orders:read"], later(0))).rejects.toMatchObject({
      cause: { reason: "expiry_past", fields: { expires_at: [expect.any(String)] } },
    });
    const { id, key, expires_at } = await make(["orders:read"], later(MINUTE));
    const end = new Date(expires_at ?? 0);
    const at = (time: number) => shop.ctx({ now: () => new Date(time) });
    expect((await whoHas(key, at(end.getTime() - 1))).kind).toBe("api_key");
    expect(await whoHas(key, at(end.getTime()))).toEqual(invalid);
    shop.advance(2 * MINUTE);
    expect((await listed(id))?.status).toBe("expired");
  });

  it("are worthless at once when they are revoked, for ever", async () => {
    const { id, key } = await make();
    expect((await whoHas(key)).kind).toBe("api_key");
    await as(owner).revokeApiKey({ id });
    expect(await whoHas(key)).toEqual(invalid);
    const before = await listed(id);
    expect(before?.status).toBe("revoked");
    shop.advance(1000);
    await as(owner).revokeApiKey({ id });
    expect(await listed(id)).toEqual(before);
    const trail = await shop.test.database.system
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, shop.store.id), eq(auditEntries.subjectId, id)))
      .orderBy(asc(auditEntries.id));
    expect(trail.map(({ action }) => action)).toEqual(["api_key.created", "api_key.revoked"]);
    await expect(as(owner).revokeApiKey({ id: uuid7() })).rejects.toMatchObject({
      code: "NOT_FOUND",
      cause: { reason: "api_key_not_found" },
    });
  });

  it("that nobody made are refused", async () => {
    const { key } = await make();
    for (const bad of ["souk_", `${key}x`, key.slice(0, -1), key.toUpperCase(), "souk_\0"]) {
      expect((await whoHas(bad)).kind).toBe("rejected");
    }
    expect(
      await shop
        .as(await whoHas("souk_x"))
        .products.list({})
        .catch((e) => e.code),
    ).toBe("UNAUTHORIZED");
  });

  it("of one store open no other", async () => {
    const { id: _id, ...terms } = shop.store;
    const { system } = shop.test.database;
    const other = await stores.open(system, { ...terms, slug: `other-${engine}` });
    const { id, key } = await make();
    expect(await whoHas(key, testContext(shop.test.database, other))).toEqual(invalid);
    expect((await row(id))?.lastUsedAt).toBeNull();
  });

  it("cannot act for a customer, make keys, or read them", async () => {
    const { actor } = await makeKey(shop, "users:read", "users:write", "security:read");
    const call = shop.as(actor);
    const forPeople = { code: "FORBIDDEN", cause: { reason: "not_for_api_keys" } };
    await expect(call.users.me()).rejects.toMatchObject(forPeople);
    await expect(call.authentication.listSessions()).rejects.toMatchObject(forPeople);
    await expect(call.authentication.endOtherSessions()).rejects.toMatchObject(forPeople);
    const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    await expect(call.access.apiKeys({})).rejects.toMatchObject(missing);
    await expect(
      call.access.createApiKey({ name: "x", permissions: ["users:read"] }),
    ).rejects.toMatchObject(missing);
    await expect(call.access.revokeApiKey({ id: uuid7() })).rejects.toMatchObject(missing);
  });

  describe(`are used at most ${KEY_CALLS_A_MINUTE} times a minute`, () => {
    const minuteStart = Math.ceil((Date.now() + MINUTE) / MINUTE) * MINUTE;
    const use = (key: string, time: number, tell?: (standing: LimitStanding) => void) =>
      useKey(
        shop.ctx({
          now: () => new Date(time),
          ...(tell === undefined ? {} : { reportLimit: tell }),
        }),
        key,
      );
    const spend = (id: string, calls: number, minute: number) =>
      shop
        .ctx()
        .db.update(apiKeys)
        .set({ minuteCount: calls, minuteStartedAt: new Date(minute) })
        .where(mine(id));

    it("each on its own, and anew in the next minute", async () => {
      const { id, key } = await make();
      const another = await make();
      await spend(id, KEY_CALLS_A_MINUTE - 1, minuteStart);
      const told: LimitStanding[] = [];
      await use(key, minuteStart + 15_000, (standing) => told.push(standing));
      await expect(use(key, minuteStart + 15_500)).rejects.toMatchObject({
        kind: "rate_limited",
        reason: "api_key_too_fast",
        retryAfterSeconds: 45,
      });
      expect(told).toMatchObject([{ times: KEY_CALLS_A_MINUTE, remaining: 0, resetSeconds: 45 }]);
      expect(await use(another.key, minuteStart + 15_500)).not.toBeNull();
      expect(await use(key, minuteStart + MINUTE)).not.toBeNull();
      expect((await row(id))?.minuteCount).toBe(1);
    });

    it("also when they call at the same time", async () => {
      const { id, key } = await make();
      await spend(id, KEY_CALLS_A_MINUTE - 5, minuteStart);
      const calls = Array.from({ length: 12 }, () => use(key, minuteStart + 1000));
      const ends = await Promise.allSettled(calls);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    });
  });

  it("are listed newest first, by pages, in one statement", async () => {
    const made = [await make(), await make(), await make()];
    const { result, statements } = await statementsOf(() => as(owner).apiKeys({ limit: 2 }));
    expect(statements).toHaveLength(1);
    expect(result.items.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
    const next = await as(owner).apiKeys({ limit: 2, cursor: result.next_cursor ?? "" });
    expect(next.items[0]?.id).toBe(made[0]?.id);
    expect(JSON.stringify(result)).not.toContain(made[2]?.key.slice(14));
  });

  it(`are at most ${MAX_ACTIVE_KEYS} active ones of a store`, async () => {
    const small = await openShop(engine);
    const { actor } = await registerStaff(small, "owner");
    const access = small.as(actor).access;
    const one = () => access.createApiKey({ name: "x", permissions: ["orders:read"] });
    const [first] = await Promise.all([one(), one()]);
    for (let i = 2; i < MAX_ACTIVE_KEYS - 1; i++) await one();
    const ends = await Promise.allSettled([one(), one(), one()]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(one()).rejects.toMatchObject({ cause: { reason: "too_many_api_keys" } });
    await access.revokeApiKey({ id: first.id });
    await one();
    await small.close();
  });
});
