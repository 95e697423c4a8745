/** What verifying the audit trail finds after a database administrator was at work on it. */
import { auditEntries } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KeyRing } from "../ports/secrets.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { type Act, record } from "./audit.ts";
import { sealAudit, verifyAudit } from "./audit-log.ts";
import type { Context } from "./context.ts";

describe.each(engines)("an audit trail that somebody tampered with on %s", (engine) => {
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
  const hashAt = async (position: number) => (await rows())[position - 1]?.hash ?? "";
  const at = (position: number) =>
    and(eq(auditEntries.storeId, ctx.store.id), eq(auditEntries.position, position));

  const disarm = async () => {
    const { system } = shop.test.database;
    for (const trigger of ["audit_entries_kept", "audit_entries_unchanged"]) {
      const on = engine === "postgres" ? " on audit_entries" : "";
      await system.execute(sql.raw(`drop trigger ${trigger}${on}`));
    }
  };
  beforeEach(async () => {
    await write(6);
    await seal();
    await disarm();
  });
  const change = (position: number, columns: Partial<typeof auditEntries.$inferInsert>) =>
    ctx.db.update(auditEntries).set(columns).where(at(position));
  const remove = (position: number) => ctx.db.delete(auditEntries).where(at(position));
  const problemsAt = async (options?: Parameters<typeof verifyAudit>[1]) => {
    const { ok, problems } = await verifyAudit(ctx, options);
    expect(ok).toBe(problems.length === 0);
    return problems.map(({ position, problem }) => `${position}: ${problem}`);
  };

  it("is whole where nothing was done", async () => {
    expect(await problemsAt()).toEqual([]);
  });

  it.each([
    { details: { n: 3, nested: { a: [3], b: 2 } } },
    {
      details: {
        n: 3,
        nested: [
          ["a", [3]],
          ["b", 1],
        ],
      },
    },
    { action: "role.withdrawn" },
    { actorKind: "system" as const },
    { actorId: "another" },
    { subjectId: "another" },
    { requestId: "another" },
    { occurredAt: new Date(0) },
    { id: "01890000-0000-7000-8000-000000000000" },
  ])("tells that %j was changed", async (columns) => {
    await change(3, columns);
    expect(await problemsAt()).toEqual(["3: its content was changed"]);
  });

  it("tells that what it says of a person was changed", async () => {
    await change(3, { personal: { email: "another@example.com" } });
    expect(await problemsAt()).toEqual(["3: what it says of a person was changed"]);
  });

  it("tells what is missing in the middle, at the front, and of two that changed places", async () => {
    await remove(3);
    expect(await problemsAt()).toEqual(["4: entries 3 to 3 are missing"]);
    await remove(1);
    await remove(2);
    expect(await problemsAt()).toEqual(["4: entries 1 to 3 are missing"]);
    await change(5, { position: 99 });
    await change(6, { position: 5 });
    await change(99, { position: 6 });
    const problems = await problemsAt();
    expect(problems).toContain("5: its content was changed");
    expect(problems).toContain("6: its content was changed");
  });

  it("tells that a gap was closed by counting anew", async () => {
    await remove(3);
    for (const position of [4, 5, 6]) await change(position, { position: position - 1 });
    expect(await problemsAt()).toContain("3: it does not stand on the entry before");
  });

  it("tells of an entry that was put before the first", async () => {
    await change(6, { position: -1 });
    expect(await problemsAt()).toContain("-1: it stands where no entry stood");
  });

  it("does not fall for hashes made without the key", async () => {
    const [, second] = await rows();
    const forged: KeyRing = [{ id: "test-3", bytes: new Uint8Array(32).fill(9) }];
    for (let position = 2; position <= 6; position++) {
      const blank = { position: null, hash: null, previousHash: null, keyId: null };
      await change(position, blank);
    }
    await ctx.db
      .update(auditEntries)
      .set({ details: { n: "forged" } })
      .where(and(eq(auditEntries.storeId, ctx.store.id), eq(auditEntries.id, second?.id ?? "")));
    expect(await seal(forged)).toBe(5);
    expect(await problemsAt()).toEqual(
      [2, 3, 4, 5, 6].map((position) => `${position}: its content was changed`),
    );
  });

  it("tells that the tail was cut, by a head that was kept elsewhere", async () => {
    const kept = await hashAt(6);
    expect(await problemsAt({ expectHead: kept })).toEqual([]);
    await remove(6);
    await remove(5);
    expect(await problemsAt()).toEqual([]);
    const missing = ["4: the expected head is not in the trail"];
    expect(await problemsAt({ expectHead: kept })).toEqual(missing);
    await record(ctx, act(7));
    await record(ctx, act(8));
    await seal();
    expect(await problemsAt()).toEqual([]);
    expect(await problemsAt({ expectHead: kept })).toHaveLength(1);
  });

  it("tells of an entry that nobody sealed with a key at hand", async () => {
    await change(4, { keyId: "unknown" });
    expect(await problemsAt()).toEqual(["4: the key unknown that sealed it is not at hand"]);
  });

  it("tells no more than twenty problems", async () => {
    await write(60);
    await seal();
    await ctx.db
      .update(auditEntries)
      .set({ requestId: "another" })
      .where(eq(auditEntries.storeId, ctx.store.id));
    expect(await problemsAt()).toHaveLength(20);
  });
});
