/** The audit trail: no gap however many write and seal, no change, and what is erased is not missed. */

import { auditEntries } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KeyRing } from "../ports/secrets.ts";
import * as stores from "../stores/service.ts";
import { testContext } from "../testing/context.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { type Act, record } from "./audit.ts";
import {
  forgetPersonal,
  PERSONAL_KEPT_DAYS,
  sealAudit,
  sweepAudit,
  verifyAudit,
} from "./audit-log.ts";
import type { Context } from "./context.ts";

const DAY_MS = 86_400_000;
const GENESIS = "0".repeat(64);

describe.each(engines)("the audit trail on %s", (engine) => {
  let shop: Shop;
  let ctx: Context;
  beforeEach(async () => {
    shop = await openShop(engine);
    ctx = shop.ctx();
  });
  afterEach(() => shop.close());

  const act = (n: number): Act => ({
    action: "role.granted",
    subject: { type: "user", id: `user-${n}` },
    details: { n, nested: { b: 1, a: [n] } },
    personal: { email: `amina.${n}@example.com` },
  });
  const write = async (count: number) => {
    for (let n = 1; n <= count; n++) await record(ctx, act(n));
  };
  const seal = (ring: KeyRing = ctx.ports.secrets.audit) => sealAudit(ctx.db, ctx.store.id, ring);
  const rows = () =>
    ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.storeId, ctx.store.id))
      .orderBy(asc(auditEntries.position));
  const at = (position: number) =>
    and(eq(auditEntries.storeId, ctx.store.id), eq(auditEntries.position, position));

  it("is sealed once, in order, over as many batches as it takes", async () => {
    expect(await verifyAudit(ctx)).toEqual({ ok: true, entries: 0, head: GENESIS, problems: [] });
    await write(3);
    expect((await rows()).every(({ hash }) => hash === null)).toBe(true);
    expect(await seal()).toBe(3);
    expect(await seal()).toBe(0);
    const sealed = await rows();
    expect(sealed.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(sealed.map(({ previousHash }) => previousHash)).toEqual([
      GENESIS,
      ...sealed.slice(0, 2).map(({ hash }) => hash),
    ]);
    const values = Array.from({ length: 1100 }, () => ({ ...unsealed, storeId: ctx.store.id }));
    await ctx.db.insert(auditEntries).values(values);
    expect([await seal(), await seal(), await seal()]).toEqual([500, 500, 100]);
    expect(await verifyAudit(ctx)).toMatchObject({ ok: true, entries: 1103 });
  });

  it("has no gap and no fork when many write and many seal", async () => {
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 10; n++) await record(ctx, act(writer * 100 + n));
    });
    const sealers = Array.from({ length: 4 }, async () => {
      for (let turn = 0; turn < 10; turn++) await seal();
    });
    await Promise.all([...writers, ...sealers]);
    await seal();
    expect((await rows()).map(({ position }) => position)).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
    expect(await verifyAudit(ctx)).toMatchObject({ ok: true, entries: 60 });
  });

  it("keeps nothing of an act that did not happen", async () => {
    const failed = ctx.db.transaction(async (db) => {
      await record({ ...ctx, db }, act(1));
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    expect(await rows()).toEqual([]);
  });

  it("takes in what a database text cannot hold", async () => {
    const userAgent = "a\0b\ud800";
    await record({ ...ctx, request: { ...ctx.request, userAgent } }, { action: "limit.reached" });
    expect((await rows())[0]?.personal).toMatchObject({ user_agent: "a\u{FFFD}b\u{FFFD}" });
    await seal();
    expect((await verifyAudit(ctx)).ok).toBe(true);
  });

  it("of one store knows nothing of another's", async () => {
    const { id: _id, ...terms } = shop.store;
    const other = testContext(
      shop.test.database,
      await stores.open(shop.test.database.system, { ...terms, slug: "another" }),
    );
    await write(2);
    await record(other, act(1));
    await seal();
    await sealAudit(other.db, other.store.id, other.ports.secrets.audit);
    expect(await verifyAudit(other)).toMatchObject({ ok: true, entries: 1 });
    expect(await verifyAudit(ctx)).toMatchObject({ ok: true, entries: 2 });
  });

  describe("in the database", () => {
    const refused = /audit entries are never/;

    it("is never deleted, sealed or not", async () => {
      await write(2);
      const all = () => ctx.db.delete(auditEntries).where(eq(auditEntries.storeId, ctx.store.id));
      await expect(all()).rejects.toThrow(refused);
      await seal();
      await expect(all()).rejects.toThrow(refused);
      expect(await rows()).toHaveLength(2);
    });

    it("is never changed", async () => {
      await write(1);
      await seal();
      const changes: Partial<typeof auditEntries.$inferInsert>[] = [
        { action: "role.withdrawn" },
        { actorId: "another" },
        { subjectId: "another" },
        { details: {} },
        { occurredAt: new Date(0) },
        { requestId: "another" },
        { personalDigest: "another" },
        { personal: { email: "another" } },
        { position: 7 },
        { position: null, hash: null, previousHash: null },
        { hash: "0".repeat(64) },
        { keyId: "another" },
      ];
      const before = await rows();
      for (const change of changes) {
        await expect(
          ctx.db.update(auditEntries).set(change).where(at(1)),
          JSON.stringify(change),
        ).rejects.toThrow(refused);
      }
      expect(await rows()).toEqual(before);
    });
  });

  describe("what it says of a person", () => {
    it("can be erased, and the rest still stands", async () => {
      await record({ ...ctx, actor: customer }, act(1));
      await record(ctx, { ...act(2), subject: { type: "user", id: customer.userId } });
      await write(1);
      await seal();
      await record({ ...ctx, actor: customer }, act(3));
      await forgetPersonal(ctx, { userId: customer.userId });
      await seal();
      const kept = await rows();
      expect(kept.map(({ personal }) => personal === null)).toEqual([true, true, false, true]);
      expect(await verifyAudit(ctx)).toMatchObject({ ok: true, entries: 4 });
    });

    it(`goes after ${PERSONAL_KEPT_DAYS} days, and not before`, async () => {
      await write(1);
      await seal();
      const after = (days: number) => ({
        ...ctx,
        now: () => new Date(Date.now() + days * DAY_MS),
      });
      await sweepAudit(after(PERSONAL_KEPT_DAYS - 1));
      expect((await rows())[0]?.personal).not.toBeNull();
      await sweepAudit(after(PERSONAL_KEPT_DAYS + 1));
      expect((await rows())[0]?.personal).toBeNull();
      expect((await verifyAudit(ctx)).ok).toBe(true);
    });
  });

  it("sealed under the key before stands while that key is at hand", async () => {
    const [old] = ctx.ports.secrets.audit;
    const fresh = { id: "newer", bytes: new Uint8Array(32).fill(7) };
    const under = (audit: KeyRing): Context => ({
      ...ctx,
      ports: { ...ctx.ports, secrets: { ...ctx.ports.secrets, audit } },
    });
    await write(2);
    await seal([old]);
    await write(1);
    await seal([fresh, old]);
    expect((await rows()).map(({ keyId }) => keyId)).toEqual([old.id, old.id, "newer"]);
    expect(await verifyAudit(under([fresh, old]))).toMatchObject({ ok: true, entries: 3 });
    const { ok, problems } = await verifyAudit(under([fresh]));
    expect([ok, problems.length]).toEqual([false, 2]);
  });
});

const customer = {
  kind: "customer",
  userId: "01890000-0000-7000-8000-00000000000a",
  sessionId: "",
  email: "",
  via: "token",
  authenticatedAt: null,
  permissions: new Set<never>(),
  lacksSecondFactor: false,
} as const;

const unsealed = {
  action: "limit.reached",
  actorKind: "anonymous" as const,
  details: {},
  personalDigest: "",
  requestId: "many",
  occurredAt: new Date(),
};
