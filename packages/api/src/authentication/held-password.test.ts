/** The password of a registration whose address had an account already: it tells nothing, and opens nothing. */
import { loginAttempts, usernameReservations } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { Argon2id } from "oslo/password";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as privacy from "../privacy/service/index.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  registration,
  signIn,
} from "../testing/accounts.ts";
import { movesOf, newAddress } from "../testing/email-changes.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { moveEmail, setActive } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const DAY = 86_400_000;
const THEIRS = "three quiet olive trees";
const notActive = {
  kind: "invalid",
  reason: "account_inactive",
  message: "User account is not active",
  fields: { non_field_errors: ["User account is not active"] },
};
const wrongPassword = { reason: "invalid_credentials" };

describe.each(engines)("a password registered with a known address on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const register = (email: string, password = THEIRS) =>
    authentication.register(ctx(), registration({ email, password }));
  const login = (email: string, password = THEIRS) => signIn(ctx(), { email, password });
  const { confirm, asked } = movesOf(() => shop);
  const refusalOf = (signingIn: Promise<unknown>) =>
    signingIn.then(
      () => null,
      ({ kind, reason, message, fields }) => ({ kind, reason, message, fields }),
    );
  const attemptsAt = async (account: string) =>
    system()
      .select({ result: loginAttempts.result, reason: loginAttempts.reason })
      .from(loginAttempts)
      .where(eq(loginAttempts.account, account))
      .orderBy(asc(loginAttempts.id));
  const heldAt = async (email: string) =>
    system()
      .select()
      .from(usernameReservations)
      .where(
        and(
          eq(usernameReservations.emailCanonical, email),
          isNotNull(usernameReservations.passwordHash),
        ),
      );
  const disabled = async () => {
    const { email, user } = await registerCustomer(shop);
    await setActive(ctx(), user.id, false);
    return email;
  };
  /** Registered by somebody just now, whoever had the address before. */
  const registered = async () => {
    const emails = {
      unknown: registration().email,
      unverified: (await registerUnverified(shop)).email,
      verified: (await registerCustomer(shop)).email,
      disabled: await disabled(),
    };
    for (const email of Object.values(emails)) await register(email);
    return emails;
  };

  it("is answered as if nobody had verified the account, and counts alike", async () => {
    for (const email of Object.values(await registered())) {
      const before = (await attemptsAt(email)).length;
      expect(await refusalOf(login(email))).toEqual(notActive);
      await expect(
        authentication.startBrowserSession(ctx(), { email, password: THEIRS }),
      ).rejects.toMatchObject(notActive);
      await expect(login(email, "not this one")).rejects.toMatchObject(wrongPassword);
      await expect(login(email)).rejects.toMatchObject({ reason: "too_many_failed_logins" });
      expect((await attemptsAt(email)).slice(before)).toEqual([
        { result: "failed", reason: "inactive_account" },
        { result: "failed", reason: "inactive_account" },
        { result: "failed", reason: "wrong_password" },
        { result: "failed", reason: "rate_limited" },
      ]);
    }
  });

  it("costs the same hashing as every other password that is turned away", async () => {
    const { unknown, verified, unverified } = await registered();
    const tries = [
      [registration().email, THEIRS],
      [unknown, THEIRS],
      [unknown, "not this one"],
      [unverified, THEIRS],
      [verified, THEIRS],
      [verified, "not this one"],
      [(await registerCustomer(shop)).email, "not this one"],
    ] as const;
    const hashes = vi.spyOn(Argon2id.prototype, "hash");
    const checks = vi.spyOn(Argon2id.prototype, "verify");
    const work = [];
    for (const [email, password] of tries) {
      hashes.mockClear();
      checks.mockClear();
      await expect(login(email, password)).rejects.toThrow();
      work.push([hashes.mock.calls.length, checks.mock.calls.length]);
    }
    vi.restoreAllMocks();
    expect(work).toEqual(tries.map(() => [0, 2]));
  });

  it("opens nothing, and takes nothing from the owner's", async () => {
    const { email, actor } = await registerCustomer(shop);
    await register(email);
    await expect(login(email)).rejects.toMatchObject(notActive);
    const mine = () => ({ ...ctx(), actor });
    await expect(
      authentication.confirmIdentity(mine(), { password: THEIRS }),
    ).rejects.toMatchObject({ reason: "wrong_password" });
    await login(email, PASSWORD);
    await expect(login(email)).rejects.toMatchObject(notActive);
  });

  it("is the owner's as soon as they choose it themselves", async () => {
    const { email, actor } = await registerCustomer(shop);
    await register(email);
    await authentication.changePassword(
      { ...ctx(), actor },
      {
        old_password: PASSWORD,
        new_password: THEIRS,
        new_password_confirm: THEIRS,
      },
    );
    await login(email);
  });

  it("is the newest one only", async () => {
    const { email } = await registerCustomer(shop);
    await register(email);
    await register(email, "four loud fig trees");
    await expect(login(email)).rejects.toMatchObject(wrongPassword);
    await expect(login(email, "four loud fig trees")).rejects.toMatchObject(notActive);
    expect(await heldAt(email)).toHaveLength(1);
  });

  it("is kept for the week that an account would be that nobody verified", async () => {
    const { unknown, verified } = await registered();
    const refusals = async () => [
      await refusalOf(login(unknown)),
      await refusalOf(login(verified)),
    ];
    shop.advance(7 * DAY - 60_000);
    await authentication.sweep(shop.ctx());
    expect(await refusals()).toEqual([notActive, notActive]);
    shop.advance(60_000);
    expect(await refusals()).toEqual([notActive, notActive]);
    await authentication.sweep(shop.ctx());
    shop.advance(DAY);
    const [first, second] = await refusals();
    expect(first).toMatchObject(wrongPassword);
    expect(second).toEqual(first);
    expect(await heldAt(verified)).toEqual([]);
  });

  it("stays as it is when the owner moves away, until the address is registered anew", async () => {
    const { email, user } = await registerCustomer(shop);
    await register(email);
    await moveEmail(ctx(), user.id, newAddress());
    await expect(login(email)).rejects.toMatchObject(notActive);
    await register(email, "four loud fig trees");
    await expect(login(email)).rejects.toMatchObject(wrongPassword);
    expect(await heldAt(email)).toEqual([]);
  });

  it("is named in the owner's export, without its hash", async () => {
    const { email, actor } = await registerCustomer(shop);
    await register(email);
    const [held] = await heldAt(email);
    const data = await privacy.exportMine({ ...ctx(), actor });
    expect(data.categories["reserved_usernames"]).toMatchObject([
      { holds_password: false },
      { username: held?.usernameCanonical, holds_password: true },
    ]);
    expect(JSON.stringify(data)).not.toContain("argon2");
  });

  it("goes with the person, also from an address that they left", async () => {
    const customer = await registerCustomer(shop);
    const { email, actor } = customer;
    await register(email);
    const next = newAddress();
    await confirm(customer, await asked(customer, next));
    await register(next);
    expect(await heldAt(email)).toHaveLength(1);
    expect(await heldAt(next)).toHaveLength(1);
    await privacy.eraseMe({ ...ctx(), actor }, { confirm: next });
    expect(await heldAt(email)).toEqual([]);
    expect(await heldAt(next)).toEqual([]);
  });
});
