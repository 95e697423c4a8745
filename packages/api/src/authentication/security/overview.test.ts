/** The dashboard's numbers are those of the trail, and the trail can be searched. */
import { statementsOf } from "@souk/db";
import { loginAttempts, sessions } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq, gt, gte } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { enableTotp } from "../../testing/second-factor.ts";
import { registerStaff } from "../../testing/staff.ts";
import * as authentication from "../service/index.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARKS = ["password_accepted", "unlocked", "client_unlocked"];

describe.each(engines)("the security dashboard on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  let customer: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
    customer = await registerCustomer(shop);
    for (let day = 0; day < 4; day++) {
      shop.advance(DAY + HOUR);
      await login(customer.email).catch(() => undefined);
      for (let i = 0; i < 3 + day; i++)
        await login(customer.email, "not this one").catch(() => undefined);
      await login("nobody@example.com", "x").catch(() => undefined);
    }
    const { actor, email } = await registerCustomer(shop);
    await enableTotp(shop, actor);
    await authentication.login(shop.ctx({ request: freshClient() }), { email, password: PASSWORD });
  });
  afterAll(() => shop.close());

  const security = (here = shop, { actor } = owner) =>
    here.as(actor, freshClient()).authentication.security;
  const login = (email: string, password = PASSWORD) =>
    signIn(shop.ctx({ request: freshClient() }), { email, password });
  /** Counted by hand, from the rows. */
  const recount = async (from: string, until = "9999") => {
    const rows = await shop.test.database.system
      .select()
      .from(loginAttempts)
      .where(
        and(eq(loginAttempts.storeId, shop.store.id), gte(loginAttempts.createdAt, new Date(from))),
      );
    const inside = rows.filter(
      ({ createdAt, reason }) => createdAt.toISOString() < until && !MARKS.includes(reason),
    );
    const refused = inside.filter(({ reason }) => reason === "rate_limited").length;
    const succeeded = inside.filter(({ result }) => result === "succeeded").length;
    return { succeeded, refused, failed: inside.length - refused - succeeded };
  };

  it.each([1, 24, 48, 49, 168, 720])("counts what a recount of %i hours finds", async (hours) => {
    await security().unlock({ kind: "account", key: "nobody@example.com" });
    await security().unlock({ kind: "client", key: "203.0.113.1" });
    const seen = await security().overview({ hours });
    expect(seen).toMatchObject(await recount(seen.since));
    const span = hours > 48 ? DAY : HOUR;
    const starts = seen.buckets.map(({ start }) => Date.parse(start));
    expect(starts[0]).toBe(Date.parse(seen.since));
    expect(starts.every((start, i) => start === (starts[0] ?? 0) + i * span)).toBe(true);
    expect(starts.every((start) => start % span === 0)).toBe(true);
    const now = shop.ctx().now().getTime();
    expect(starts[0]).toBeLessThanOrEqual(now - hours * HOUR);
    expect(starts.at(-1)).toBe(Math.floor(now / span) * span);
    for (const { start, ...counted } of seen.buckets) {
      const end = new Date(Date.parse(start) + span).toISOString();
      expect(counted, start).toEqual(await recount(start, end));
    }
  });

  it("tells refusals from failures, and has something to tell", async () => {
    const week = await security().overview({ hours: 168 });
    expect(week.failed).toBe(4 * 3 + 4);
    expect(week.refused).toBe(1 + 2 + 3);
    expect(week.buckets.filter(({ failed }) => failed > 0)).toHaveLength(4);
  });

  it("counts live sessions and what is locked now", async () => {
    const { system } = shop.test.database;
    const live = await system
      .select()
      .from(sessions)
      .where(and(eq(sessions.storeId, shop.store.id), gt(sessions.expiresAt, shop.ctx().now())));
    const { locked_accounts, locked_clients, active_sessions } = await security().overview({});
    const { items } = await security().locks();
    expect(active_sessions).toBe(live.length);
    expect(locked_accounts).toBe(items.filter(({ kind }) => kind === "account").length);
    expect(locked_accounts).toBe(1);
    expect(locked_clients).toBe(0);
  });

  it("costs as many statements for a month as for an hour", async () => {
    const count = async (hours: number) =>
      (await statementsOf(() => security().overview({ hours }))).statements.length;
    expect([await count(1), await count(720)]).toEqual([3, 3]);
  });

  it("knows nothing of another store", async () => {
    const next = await openNeighbour(shop);
    const other = await registerStaff(next, "owner");
    const { failed, refused, succeeded } = await security(next, other).overview({ hours: 720 });
    expect({ failed, refused, succeeded }).toEqual({ failed: 0, refused: 0, succeeded: 1 });
    const { items } = await security(next, other).attempts({});
    expect(items.map(({ account }) => account)).toEqual([other.email]);
  });

  describe("the trail of tries", () => {
    it("comes newest first, page by page, each once, at one statement a page", async () => {
      const all = (await security().attempts({ limit: 100 })).items;
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { result, statements } = await statementsOf(() =>
          security().attempts({ limit: 7, ...(cursor && { cursor }) }),
        );
        expect(statements).toHaveLength(1);
        seen.push(...result.items.map(({ id }) => id));
        cursor = result.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(all.map(({ id }) => id));
      const times = all.map(({ created_at }) => created_at);
      expect(times).toEqual(times.toSorted().toReversed());
    });

    it("tells the address tried and whose it is, known or not", async () => {
      const { items } = await security().attempts({ limit: 100 });
      const known = items.find(({ reason }) => reason === "wrong_password");
      expect(known).toMatchObject({ account: customer.email, user_id: customer.user.id });
      const unknown = items.find(({ reason }) => reason === "unknown_account");
      expect(unknown).toMatchObject({ account: "nobody@example.com", user_id: null });
    });

    it("is searched by result, reason, address, client and time, together too", async () => {
      const { items } = await security().attempts({ limit: 100 });
      const [sample] = items.filter(({ reason }) => reason === "wrong_password");
      if (sample === undefined) throw new Error("nobody failed");
      const { ip, created_at: since } = sample;
      const account = customer.email;
      const cases = [
        [{ result: "succeeded" }, (row: typeof sample) => row.result === "succeeded"],
        [{ reason: "rate_limited" }, (row: typeof sample) => row.reason === "rate_limited"],
        [{ account: account.toUpperCase() }, (row: typeof sample) => row.account === account],
        [{ ip }, (row: typeof sample) => row.ip === ip],
        [{ since }, (row: typeof sample) => row.created_at >= since],
        [
          { account, reason: "wrong_password", since },
          (row: typeof sample) =>
            row.account === account && row.reason === "wrong_password" && row.created_at >= since,
        ],
      ] as const;
      for (const [filter, fits] of cases) {
        const found = (await security().attempts({ limit: 100, ...filter })).items;
        expect(found.length, JSON.stringify(filter)).toBeGreaterThan(0);
        expect(found).toEqual(items.filter(fits));
      }
      for (const odd of [{ ip: "\u0000" }, { reason: "\u0000" }, { account: "\u0000" }]) {
        expect((await security().attempts(odd)).items).toEqual([]);
      }
      const always = await security().attempts({ limit: 100, since: "0000-01-01T00:00:00.000Z" });
      expect(always.items).toHaveLength(items.length);
    });
  });
});
