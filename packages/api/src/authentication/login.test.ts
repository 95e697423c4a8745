/** Signing in by password. */
import { statementsOf } from "@souk/db";
import { carts, loginAttempts, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { Argon2id } from "oslo/password";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { hashSecret } from "../kernel/secrets.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  signIn,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as authentication from "./service/index.ts";

const wrong = {
  kind: "invalid",
  reason: "invalid_credentials",
  fields: { non_field_errors: ["Invalid email or password"] },
};
const inactive = {
  kind: "invalid",
  fields: { non_field_errors: ["User account is not active"] },
};

const wideOf = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

describe.each(engines)("signing in on %s", (engine) => {
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
  const reasonsFor = async (account: string) => {
    const rows = await system()
      .select()
      .from(loginAttempts)
      .where(eq(loginAttempts.account, account))
      .orderBy(asc(loginAttempts.id));
    return rows.map(({ reason }) => reason);
  };
  const refusalOf = async (attempt: Promise<unknown>): Promise<DomainError> => {
    const error = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    if (!(error instanceof DomainError)) throw new Error(`was not refused: ${String(error)}`);
    return error;
  };

  it("answers tokens and the user, for any way of writing the address", async () => {
    const { email, user } = await registerCustomer(shop);
    const signedIn = await login(`  ${email.toUpperCase()} `, PASSWORD);
    expect(signedIn.user).toEqual(user);
    // As some keyboards write them: letters and digits of full width.
    const wide = email.replace(/[a-z0-9]/g, (letter) => wideOf(letter));
    expect((await login(wide, PASSWORD)).user).toEqual(user);
    const ctx = shop.ctx();
    const actor = await authentication.actorOf(ctx, {
      bearer: signedIn.access,
      sessionCookie: null,
    });
    expect(actor).toMatchObject({ kind: "customer", userId: user.id, via: "token" });
  });

  it("opens a session of its own each time", async () => {
    const { email, actor } = await registerCustomer(shop);
    const one = await login(email, PASSWORD);
    const again = await authentication.actorOf(shop.ctx(), {
      bearer: one.access,
      sessionCookie: null,
    });
    expect(again).toMatchObject({ kind: "customer", userId: actor.userId });
    expect(again).not.toMatchObject({ sessionId: actor.sessionId });
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const { email } = await registerCustomer(shop);
    const one = await refusalOf(login(email, "not this one"));
    const two = await refusalOf(login("nobody.at.all@example.com", "not this one"));
    expect(one).toMatchObject(wrong);
    expect({ ...two }).toEqual({ ...one });
  });

  it("does the same work for an unknown address as for a wrong password", async () => {
    const { email } = await registerCustomer(shop);
    const workFor = async (address: string) => {
      const checks = vi.spyOn(Argon2id.prototype, "verify");
      try {
        const { statements } = await statementsOf(() => refusalOf(login(address, "not this one")));
        // The parameters of a hash are what a check of it costs.
        const costs = checks.mock.calls.map(([hash]) => hash.split("$").slice(1, 4).join("$"));
        return { costs, statements };
      } finally {
        checks.mockRestore();
      }
    };
    const known = await workFor(email);
    expect(known.costs.length).toBeGreaterThan(0);
    expect(await workFor("nobody.is.here@example.com")).toEqual(known);
  });

  it("takes no part of a password for the whole", async () => {
    const password = `Zr8-${"long".repeat(25)}`;
    const { email } = await registerCustomer(shop, { password });
    await expect(login(email, password.slice(0, 72))).rejects.toMatchObject(wrong);
    await expect(login(email, ` ${password}`)).rejects.toMatchObject(wrong);
    await login(email, password);
  });

  it("lets nobody in whose address is not proved, or whom the shop has shut out", async () => {
    const { email } = await registerUnverified(shop);
    await expect(login(email, PASSWORD)).rejects.toMatchObject(inactive);
    await expect(login(email, "not this one")).rejects.toMatchObject(wrong);
    const { email: shutOut } = await registerCustomer(shop);
    await system().update(users).set({ isActive: false }).where(eq(users.emailCanonical, shutOut));
    await expect(login(shutOut, PASSWORD)).rejects.toMatchObject(inactive);
    expect(await reasonsFor(email)).toEqual(["inactive_account", "wrong_password"]);
    expect((await reasonsFor(shutOut)).at(-1)).toBe("inactive_account");
  });

  it("asks nobody for another password, however old theirs is", async () => {
    const { email } = await registerCustomer(shop);
    shop.advance(10 * 365 * 86_400_000);
    await login(email, PASSWORD);
  });

  it("hands the guest's cart over to the customer", async () => {
    const { email, user } = await registerCustomer(shop);
    const cartToken = `guest-of-${email}`;
    await system()
      .insert(carts)
      .values({ storeId: shop.store.id, currency: "EUR", tokenHash: hashSecret(cartToken) });
    await login(email, PASSWORD, { ...freshClient(), cartToken });
    const own = await system().select().from(carts).where(eq(carts.userId, user.id));
    expect(own).toHaveLength(1);
  });

  it.each(["\u0000", "a\ud800b@example.com", "' or 1=1 --", "%", "x".repeat(254)])(
    "has an answer for the address %j",
    async (email) => {
      await fail(email);
    },
  );

  it("writes each try down with its verdict", async () => {
    const { email, user } = await registerCustomer(shop);
    for (let i = 0; i < 2; i++) await fail(email, { ip: "203.0.113.5", userAgent: "curl/8" });
    await login(email, PASSWORD);
    for (let i = 0; i < 3; i++) await fail(email);
    await refusalOf(login(email, PASSWORD));
    const rows = await system()
      .select()
      .from(loginAttempts)
      .where(eq(loginAttempts.account, email))
      .orderBy(asc(loginAttempts.id));
    expect(rows.map(({ result, reason }) => `${result} ${reason}`)).toEqual([
      "succeeded email_verified",
      "failed wrong_password",
      "failed wrong_password",
      "succeeded signed_in",
      "failed wrong_password",
      "failed wrong_password",
      "failed wrong_password",
      "failed rate_limited",
    ]);
    expect(rows[1]).toMatchObject({ userId: user.id, ip: "203.0.113.5", userAgent: "curl/8" });
    expect(JSON.stringify(rows)).not.toContain("not this one");
  });
});
