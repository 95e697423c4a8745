/** Locks as staff sees them are the locks that people meet, and end when staff lifts them. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context, RequestInfo } from "../../kernel/context.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey, registerStaff, registerWith } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import { meet } from "../../testing/turns.ts";
import { beginAttempt } from "../service/attempts.ts";
import type { Lock } from "./contract.ts";

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const tooMany = { kind: "rate_limited", reason: "too_many_failed_logins" };

describe.each(engines)("the locks of sign-ins on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
  });
  afterAll(() => shop.close());

  const security = (here = shop, { actor } = owner) =>
    here.as(actor, freshClient()).authentication.security;
  const login = (
    email: string,
    password = PASSWORD,
    request: Partial<RequestInfo> = freshClient(),
  ) => signIn(shop.ctx({ request }), { email, password });
  const fail = async (email: string, times: number, request?: Partial<RequestInfo>) => {
    for (let i = 0; i < times; i++) {
      await expect(login(email, "not this one", request)).rejects.toMatchObject({
        kind: "invalid",
      });
    }
  };
  const lockOn = async (key: string): Promise<Lock | null> =>
    (await security().locks()).items.find((lock) => lock.key === key) ?? null;

  it("name an account, its owner and when it opens, to the millisecond", async () => {
    const { email, user } = await registerCustomer(shop);
    await fail(email, 2);
    expect(await lockOn(email)).toBeNull();
    shop.advance(MINUTE);
    await fail(email, 1);
    const lock = await lockOn(email);
    expect(lock).toMatchObject({ kind: "account", failures: 3, user_id: user.id });
    const free = Date.parse(lock?.free_at ?? "");
    const frozen = (at: number) =>
      signIn(
        { ...shop.ctx({ request: freshClient() }), now: () => new Date(at) },
        { email, password: PASSWORD },
      );
    expect(free).toBeGreaterThan(shop.ctx().now().getTime() + WINDOW - 2 * MINUTE);
    await expect(frozen(free - 1)).rejects.toMatchObject(tooMany);
    await frozen(free);
    shop.advance(free - shop.ctx().now().getTime());
    expect(await lockOn(email)).toBeNull();
  });

  it("name an address that nobody has, and no owner", async () => {
    const email = "locked.nobody@example.com";
    await fail(email.toUpperCase(), 3);
    expect(await lockOn(email)).toMatchObject({ kind: "account", failures: 3, user_id: null });
  });

  it("name a client, an IPv6 one by its /64, and when it opens", async () => {
    for (const [ip, key] of [
      ["203.0.113.77", "203.0.113.77"],
      ["2001:db8:77:1::5", "2001:db8:77:1::/64"],
    ] as const) {
      for (let i = 0; i < 4; i++) await fail(`client.${i}.${ip.length}@example.com`, 1, { ip });
      expect(await lockOn(key)).toBeNull();
      await fail(`client.5.${ip.length}@example.com`, 1, { ip });
      expect(await lockOn(key)).toMatchObject({ kind: "client", failures: 5, user_id: null });
    }
    shop.advance(WINDOW);
    expect((await security().locks()).items).toEqual([]);
  });

  it("are no locks of what a success has cleared, nor of refusals", async () => {
    const { email } = await registerCustomer(shop);
    await fail(email, 2);
    await login(email);
    await fail(email, 2);
    expect(await lockOn(email)).toBeNull();
    await fail(email, 1);
    for (let i = 0; i < 4; i++) await expect(login(email)).rejects.toMatchObject(tooMany);
    expect(await lockOn(email)).toMatchObject({ failures: 3 });
  });

  it("end at once for an account that is unlocked, and count anew from there", async () => {
    const { email, user, actor } = await registerCustomer(shop);
    await fail(email, 3);
    await expect(login(email)).rejects.toMatchObject(tooMany);
    await security().unlock({ kind: "account", key: email.toUpperCase() });
    expect(await lockOn(email)).toBeNull();
    await fail(email, 3);
    await expect(login(email)).rejects.toMatchObject(tooMany);
    expect(await lockOn(email)).toMatchObject({ failures: 3 });
    const [act, ...more] = await actsOf(shop, { action: "security.unlocked", subjectId: user.id });
    expect(more).toEqual([]);
    expect(act).toMatchObject({
      ...{ actorId: owner.user.id, details: { kind: "account" } },
      personal: { account: email },
    });
    const { items } = await shop.as(actor).authentication.listLoginAttempts({});
    const mark = items.find(({ reason }) => reason === "unlocked");
    expect(mark).toMatchObject({ ip: "", device: "Unknown device" });
  });

  it("end at once for a client that is unlocked, which no success does", async () => {
    const { email } = await registerCustomer(shop);
    const client = { ip: "203.0.113.78" };
    await login(email, PASSWORD, client);
    for (let i = 0; i < 5; i++) await fail(`unlock.${i}@example.com`, 1, client);
    await expect(login(email, PASSWORD, client)).rejects.toMatchObject(tooMany);
    await security().unlock({ kind: "client", key: client.ip });
    expect(await lockOn(client.ip)).toBeNull();
    await login(email, PASSWORD, client);
    for (let i = 5; i < 9; i++) await fail(`unlock.${i}@example.com`, 1, client);
    await login(email, PASSWORD, client);
    await fail("unlock.9@example.com", 1, client);
    await expect(login(email, PASSWORD, client)).rejects.toMatchObject(tooMany);
    expect((await actsOf(shop, { action: "security.unlocked" })).at(-1)).toMatchObject({
      ...{ details: { kind: "client" }, personal: { client: client.ip } },
    });
  });

  it("of an account and of a client are lifted each for itself", async () => {
    const { email } = await registerCustomer(shop);
    await fail(email, 3);
    await security().unlock({ kind: "client", key: email });
    expect(await lockOn(email)).not.toBeNull();
    const ip = "203.0.113.79";
    for (let i = 0; i < 5; i++) await fail(`each.${i}@example.com`, 1, { ip });
    await security().unlock({ kind: "account", key: ip });
    expect(await lockOn(ip)).not.toBeNull();
    await security().unlock({ kind: "client", key: `::ffff:${ip}` });
    expect(await lockOn(ip)).toBeNull();
  });

  it("answer an unlocking alike for a known and an unknown address, and for odd ones", async () => {
    for (const key of [owner.email, "nobody.at.all@example.com", "\u0000", "%"]) {
      for (const kind of ["account", "client"] as const) {
        expect(await security().unlock({ kind, key })).toBeUndefined();
      }
    }
  });

  it("let no more tries through than the limit while staff unlocks", async () => {
    const { email } = await registerCustomer(shop);
    await fail(email, 3);
    const tries = Array.from({ length: 12 }, () =>
      login(email, "not this one").then(
        () => "in",
        (error: { reason: string }) => error.reason,
      ),
    );
    const [reasons] = await Promise.all([
      Promise.all(tries),
      security().unlock({ kind: "account", key: email }),
    ]);
    expect(reasons).not.toContain("in");
    const looked = reasons.filter((reason) => reason === "invalid_credentials").length;
    expect(looked).toBeLessThanOrEqual(3);
    await fail(email, 3 - looked);
    await expect(login(email)).rejects.toMatchObject(tooMany);
  });

  it.each(["account", "client"] as const)(
    "of %s wait to be lifted until a try that has begun is written down",
    async (kind) => {
      const { email } = await registerCustomer(shop);
      const request = freshClient();
      const key = kind === "account" ? email : (request.ip ?? "");
      const begins = (ctx: Context) => beginAttempt(ctx, email);
      const lifts = () => security().unlock({ kind, key });
      const lifted = await meet(shop.ctx({ request }), begins, lifts);
      expect(lifted.status).toBe("fulfilled");
    },
  );

  it("are another store's business", async () => {
    const next = await openNeighbour(shop);
    const other = await registerStaff(next, "owner");
    const { email } = await registerCustomer(shop);
    await fail(email, 3);
    expect((await security(next, other).locks()).items).toEqual([]);
    await security(next, other).unlock({ kind: "account", key: email });
    await expect(login(email)).rejects.toMatchObject(tooMany);
    expect(await lockOn(email)).not.toBeNull();
  });

  it("cost as many statements for thirty as for one", async () => {
    shop.advance(WINDOW);
    const count = async () => {
      const { result, statements } = await statementsOf(() => security().locks());
      return [result.items.length, statements.length];
    };
    await fail("many.0@example.com", 3);
    const one = await count();
    for (let i = 1; i < 30; i++) await fail(`many.${i}@example.com`, 3);
    expect([one, await count()]).toEqual([
      [1, 2],
      [30, 2],
    ]);
  });

  it("are seen by the permission to read, and lifted by the one to write, which no key holds", async () => {
    const reader = await registerWith(shop, "security:read");
    const program = await makeKey(shop, "security:read");
    const customer = await registerCustomer(shop);
    const key = "locked.nobody@example.com";
    const refused = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    await expect(security(shop, customer).locks()).rejects.toMatchObject(refused);
    for (const { actor } of [reader, program]) {
      const asked = shop.as(actor).authentication.security;
      expect((await asked.locks()).items).toHaveLength(30);
      await expect(asked.unlock({ kind: "account", key })).rejects.toMatchObject(refused);
    }
    const nobody = shop.as({ kind: "anonymous" }).authentication.security;
    await expect(nobody.locks()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
