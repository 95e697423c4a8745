/** The audit trail as staff read it: who did what, by pages, and the proof that it is whole. */
import { statementsOf } from "@souk/db";
import { auditEntries, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../kernel/audit.ts";
import { sealAudit } from "../kernel/audit-log.ts";
import type { Context } from "../kernel/context.ts";
import { appRouter } from "../router.ts";
import { freshClient, registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey, registerStaff } from "../testing/staff.ts";

describe.each(engines)("reading the audit trail on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
  });
  afterAll(() => shop.close());

  const core = () => shop.as(owner.actor, freshClient()).core;
  const subject = (id: string) => ({ type: "thing", id });
  const recorded = async (ctx: Context, id: string) => {
    await record(ctx, { action: "policy.changed", subject: subject(id), details: { id } });
    const { items } = await core().audit({ subject_id: id });
    return items[0];
  };

  it("tells who did what, when, from where", async () => {
    const ctx = shop.ctx({
      actor: owner.actor,
      request: { ip: "198.51.100.7", userAgent: "Browser" },
    });
    expect(await recorded(ctx, "by a person")).toEqual({
      id: expect.any(String),
      position: null,
      action: "policy.changed",
      actor: { kind: "user", id: owner.actor.userId, label: owner.email },
      subject: subject("by a person"),
      details: { id: "by a person" },
      personal: { ip: "198.51.100.7", user_agent: "Browser" },
      request_id: ctx.request.id,
      occurred_at: expect.stringMatching(/Z$/),
      hash: null,
    });
    await sealAudit(ctx.db, ctx.store.id, ctx.ports.secrets.audit);
    const { items } = await core().audit({ subject_id: "by a person" });
    expect(items[0]).toMatchObject({ position: expect.any(Number), hash: expect.any(String) });
  });

  it("names keys, the system, nobody, and people who are gone by what is left of them", async () => {
    const { actor, id } = await makeKey(shop, "orders:read");
    expect((await recorded(shop.ctx({ actor }), "by a key"))?.actor).toEqual({
      ...{ kind: "api_key", id, label: "A program" },
    });
    const system = shop.ctx({ request: { id: "system" } });
    const nobody = { id: null, label: null };
    expect((await recorded(system, "by us"))?.actor).toEqual({ kind: "system", ...nobody });
    const anonymous = await recorded(shop.ctx(), "by whom");
    expect(anonymous?.actor).toEqual({ kind: "anonymous", ...nobody });
    const { actor: gone } = await registerCustomer(shop);
    await recorded(shop.ctx({ actor: gone }), "by somebody gone");
    await shop.test.database.system.delete(users).where(eq(users.id, gone.userId));
    const { items } = await core().audit({ actor_id: gone.userId, action: "policy.changed" });
    expect(items.map(({ actor }) => actor)).toEqual([
      { kind: "user", id: gone.userId, label: null },
    ]);
  });

  it("shows no more of a person than is still kept", async () => {
    await recorded(shop.ctx(), "erased");
    const erased = and(
      eq(auditEntries.storeId, shop.store.id),
      eq(auditEntries.subjectId, "erased"),
    );
    await shop.ctx().db.update(auditEntries).set({ personal: null }).where(erased);
    expect((await core().audit({ subject_id: "erased" })).items[0]?.personal).toBeNull();
  });

  it("is filtered by action or family, actor, subject and time", async () => {
    const ctx = shop.ctx({ actor: owner.actor });
    for (const action of ["sign_in.failed", "sign_in.succeeded", "second_factor.enabled"] as const)
      await record(ctx, { action, subject: subject("filters") });
    const actions = async (input: Parameters<ReturnType<typeof core>["audit"]>[0]) =>
      (await core().audit({ subject_id: "filters", ...input })).items.map(({ action }) => action);
    expect(await actions({})).toEqual([
      "second_factor.enabled",
      "sign_in.succeeded",
      "sign_in.failed",
    ]);
    expect(await actions({ action: "sign_in" })).toEqual(["sign_in.succeeded", "sign_in.failed"]);
    expect(await actions({ action: "sign_in.failed" })).toEqual(["sign_in.failed"]);
    for (const action of ["sign", "sign-in", "%", "sign_in.fail", "s_gn_in", "x\0y", "\\"]) {
      expect(await actions({ action }), action).toEqual([]);
    }
    expect(await actions({ actor_id: owner.actor.userId })).toHaveLength(3);
    expect(await actions({ actor_id: "somebody else" })).toEqual([]);
    const now = Date.now();
    expect(await actions({ since: new Date(now - 60_000).toISOString() })).toHaveLength(3);
    expect(await actions({ since: new Date(now + 60_000).toISOString() })).toEqual([]);
  });

  it("comes by pages, newest first, in one statement whatever is joined", async () => {
    const { actor } = await makeKey(shop, "orders:read");
    for (let n = 0; n < 5; n++) {
      for (const who of [owner.actor, actor]) {
        await record(shop.ctx({ actor: who }), {
          ...{ action: "policy.changed", subject: subject("pages") },
          details: { n },
        });
      }
    }
    const page = (cursor?: string | null) =>
      core().audit({ subject_id: "pages", limit: 4, ...(cursor ? { cursor } : {}) });
    const { result: first, statements } = await statementsOf(() => page());
    expect(statements).toHaveLength(1);
    const second = await page(first.next_cursor);
    const third = await page(second.next_cursor);
    expect([first, second, third].map(({ items }) => items.length)).toEqual([4, 4, 2]);
    expect(third.next_cursor).toBeNull();
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(10);
    await expect(core().audit({ cursor: "x" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is proved whole, and is told when it is not", async () => {
    const { db, store, ports } = shop.ctx();
    await recorded(shop.ctx(), "proof");
    await sealAudit(db, store.id, ports.secrets.audit);
    const verdict = await core().verifyAudit();
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    const others = { ...ports.secrets, audit: ports.secrets.links };
    const doubting = shop.ctx({ actor: owner.actor, ports: { ...ports, secrets: others } });
    const wrong = await appRouter.createCaller(doubting).core.verifyAudit();
    expect(wrong).toMatchObject({ ok: false, entries: verdict.entries, head: verdict.head });
  });

  it("is proved thirty times an hour for one person or key, and no oftener", async () => {
    const { actor } = await makeKey(shop, "audit:read");
    const other = await makeKey(shop, "audit:read");
    for (let n = 0; n < 30; n++) await shop.as(actor).core.verifyAudit();
    await expect(shop.as(actor).core.verifyAudit()).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    expect((await shop.as(other.actor).core.verifyAudit()).ok).toBe(true);
  });

  it("is for those with the permission: people and keys", async () => {
    const { actor } = await makeKey(shop, "audit:read");
    expect((await shop.as(actor).core.verifyAudit()).problems).toEqual([]);
    const support = await registerStaff(shop, "support");
    for (const call of [shop.as(support.actor).core, shop.as({ kind: "anonymous" }).core]) {
      await expect(call.audit({})).rejects.toMatchObject({
        code: expect.stringMatching(/^(FORBIDDEN|UNAUTHORIZED)$/),
      });
    }
    const denied = await core().audit({ action: "access.denied", actor_id: support.actor.userId });
    expect(denied.items).toMatchObject([
      { subject: { type: "operation", id: "core.audit" }, details: { permission: "audit:read" } },
    ]);
    await expect(shop.as(support.actor).core.audit({})).rejects.toBeDefined();
    const again = await core().audit({ action: "access.denied", actor_id: support.actor.userId });
    expect(again.items).toHaveLength(1);
  });
});
