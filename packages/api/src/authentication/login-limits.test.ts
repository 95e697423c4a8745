/** The limits that keep others from guessing a password. */
import { loginAttempts } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import {
  freshClient,
  mailedToken,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  signIn,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as authentication from "./service/index.ts";

const MINUTE = 60_000;
const wrong = {
  kind: "invalid",
  reason: "invalid_credentials",
  fields: { non_field_errors: ["Invalid email or password"] },
};
const tooMany = {
  kind: "rate_limited",
  message: "Too many failed login attempts. Please try again later.",
};

describe.each(engines)("the login limits on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const login = (email: string, password: string, request: Partial<RequestInfo> = freshClient()) =>
    signIn(shop.ctx({ request }), { email, password });
  const fail = (email: string, request?: Partial<RequestInfo>) =>
    expect(login(email, "not this one", request)).rejects.toMatchObject(wrong);
  const refusalOf = async (attempt: Promise<unknown>): Promise<DomainError> => {
    const error = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    if (!(error instanceof DomainError)) throw new Error(`was not refused: ${String(error)}`);
    return error;
  };

  it("refuse an account after 3 failures, from anywhere, even with the right password", async () => {
    const { email } = await registerCustomer(shop);
    for (let i = 0; i < 3; i++) await fail(email);
    const refusal = await refusalOf(login(email, PASSWORD));
    expect(refusal).toMatchObject(tooMany);
    expect(refusal.retryAfterSeconds).toBeGreaterThan(890);
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  it("lock an unknown address alike", async () => {
    const email = "locked.nobody@example.com";
    for (let i = 0; i < 3; i++) await fail(email);
    await expect(login(email, PASSWORD)).rejects.toMatchObject(tooMany);
  });

  it("sign nobody out who is signed in already", async () => {
    const { email, actor, access } = await registerCustomer(shop);
    for (let i = 0; i < 4; i++) {
      await expect(login(email, "not this one")).rejects.toBeInstanceOf(DomainError);
    }
    await expect(login(email, PASSWORD)).rejects.toMatchObject(tooMany);
    const ctx = shop.ctx({ request: freshClient() });
    const still = await authentication.actorOf(ctx, { bearer: access, sessionCookie: null });
    expect(still).toMatchObject({ kind: "customer", sessionId: actor.sessionId });
  });

  it("refuse a client after 5 failures, whatever the account, and no other client", async () => {
    const { email } = await registerCustomer(shop);
    const client = freshClient();
    for (let i = 0; i < 5; i++) await fail(`guess.${i}.${email}`, client);
    await expect(login(email, PASSWORD, client)).rejects.toMatchObject(tooMany);
    await login(email, PASSWORD);
  });

  it("count an IPv6 subscriber as one client", async () => {
    const { email } = await registerCustomer(shop);
    for (let i = 0; i < 5; i++) await fail(`six.${i}.${email}`, { ip: `2001:db8:7:8::${i}` });
    await expect(login(email, PASSWORD, { ip: "2001:db8:7:8:9::1" })).rejects.toMatchObject(
      tooMany,
    );
    await login(email, PASSWORD, { ip: "2001:db8:7:9::1" });
  });

  it("let a success clear its account's failures but never its client's", async () => {
    const { email } = await registerCustomer(shop);
    const client = freshClient();
    for (let i = 0; i < 2; i++) await fail(email, client);
    await login(email, PASSWORD, client);
    for (let i = 0; i < 2; i++) await fail(email, client);
    await login(email, PASSWORD, client);
    await fail(email, client);
    await expect(login(email, PASSWORD, client)).rejects.toMatchObject(tooMany);
    await login(email, PASSWORD);
  });

  it("count no success against a client", async () => {
    const { email } = await registerCustomer(shop);
    const client = freshClient();
    for (let i = 0; i < 8; i++) await login(email, PASSWORD, client);
  });

  it("end when the retry time that was told is over, and not before", async () => {
    const { email } = await registerCustomer(shop);
    await fail(email);
    shop.advance(5 * MINUTE);
    await fail(email);
    await fail(email);
    const { retryAfterSeconds } = await refusalOf(login(email, PASSWORD));
    expect(retryAfterSeconds).toBeLessThanOrEqual(600);
    shop.advance(((retryAfterSeconds ?? 0) - 5) * 1000);
    const again = await refusalOf(login(email, PASSWORD));
    expect(again.retryAfterSeconds).toBeLessThanOrEqual(5);
    shop.advance(5000);
    await login(email, PASSWORD);
  });

  it("are not prolonged by tries that were refused", async () => {
    const { email } = await registerCustomer(shop);
    for (let i = 0; i < 3; i++) await fail(email);
    shop.advance(14 * MINUTE);
    for (let i = 0; i < 5; i++) {
      await expect(login(email, PASSWORD)).rejects.toMatchObject(tooMany);
    }
    shop.advance(MINUTE);
    await login(email, PASSWORD);
  });

  it("let 3 of 20 wrong tries at once be looked at, from as many clients", async () => {
    const { email, user } = await registerCustomer(shop);
    const refusals = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(login(email, "not this one"))),
    );
    const reasons = refusals.map(({ reason }) => reason).sort();
    expect(reasons.filter((reason) => reason === "invalid_credentials")).toHaveLength(3);
    expect(reasons.filter((reason) => reason === "too_many_failed_logins")).toHaveLength(17);
    const looked = await system()
      .select()
      .from(loginAttempts)
      .where(eq(loginAttempts.userId, user.id));
    expect(looked.filter(({ reason }) => reason === "wrong_password")).toHaveLength(3);
  });

  it("let 5 of 20 wrong tries at once be looked at, from one client for as many accounts", async () => {
    const client = freshClient();
    const refusals = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        refusalOf(login(`parallel.${i}.${client.ip}@example.com`, "not this one", client)),
      ),
    );
    expect(refusals.filter(({ kind }) => kind === "rate_limited")).toHaveLength(15);
  });

  it("find the right password among wrong ones only within the limit", async () => {
    const { email } = await registerCustomer(shop);
    const tries = ["no 1", "no 2", "no 3", "no 4", "no 5", "no 6", PASSWORD];
    for (const password of tries.slice(0, 3)) {
      await expect(login(email, password)).rejects.toMatchObject(wrong);
    }
    const rest = await Promise.allSettled(tries.slice(3).map((one) => login(email, one)));
    expect(rest.every(({ status }) => status === "rejected")).toBe(true);
  });

  it("let everybody in who comes at once with the right password", async () => {
    const { email } = await registerCustomer(shop);
    const client = freshClient();
    const all = await Promise.all(Array.from({ length: 12 }, () => login(email, PASSWORD, client)));
    expect(new Set(all.map(({ refresh }) => refresh)).size).toBe(12);
  });

  it("count a try that was cut off as failed", async () => {
    const { email } = await registerCustomer(shop);
    shop.advance(2 * MINUTE);
    const ctx = shop.ctx();
    const ip = "198.51.100.9";
    const cutOff = { storeId: ctx.store.id, account: email, ip, client: ip, userAgent: "" };
    await system()
      .insert(loginAttempts)
      .values(
        [1, 2, 3].map((seconds) => ({
          ...cutOff,
          result: "failed" as const,
          reason: "unfinished",
          createdAt: new Date(ctx.now().getTime() - MINUTE + seconds),
        })),
      );
    await expect(login(email, PASSWORD)).rejects.toMatchObject(tooMany);
  });

  it("are lifted from an account by proving its address", async () => {
    const { email } = await registerUnverified(shop);
    for (let i = 0; i < 3; i++) await fail(email);
    const ctx = shop.ctx();
    await authentication.verifyEmail(ctx, { token: await mailedToken(ctx, email) });
    await login(email, PASSWORD);
  });
});
