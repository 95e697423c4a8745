/** A hash made with older parameters is brought up to today's when its owner signs in. */
import { loginAttempts, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { Argon2id } from "oslo/password";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { enableTotp } from "../testing/second-factor.ts";
import { renewPasswordHash } from "../users/service/index.ts";
import { hashPassword, needsRehash } from "./credentials/passwords.ts";
import * as authentication from "./service/index.ts";

const NEXT = "four loud fig trees";
const weaker = new Argon2id({ memorySize: 4096, iterations: 1, parallelism: 1 });
const slower = new Argon2id({ memorySize: 19_456, iterations: 24, parallelism: 1 });

describe.each(engines)("an older password hash on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const login = (email: string, password = PASSWORD) => signIn(ctx(), { email, password });
  const hashOf = async ({ user }: TestCustomer) => {
    const [row] = await system().select().from(users).where(eq(users.id, user.id));
    return row?.passwordHash ?? "";
  };
  const withOlderHash = async () => {
    const customer = await registerCustomer(shop);
    const passwordHash = await weaker.hash(PASSWORD);
    await system().update(users).set({ passwordHash }).where(eq(users.id, customer.user.id));
    return { customer, passwordHash };
  };

  /** A call with the password, under a hash that takes long to check, and under way with it. */
  const underCheck = async (call: (customer: TestCustomer) => Promise<unknown>) => {
    const customer = await registerCustomer(shop);
    const { email, user } = customer;
    const replace = (passwordHash: string) =>
      system().update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await replace(await slower.hash(PASSWORD));
    const calling = call(customer);
    // Handled by the test, which first looks away.
    calling.catch(() => undefined);
    const unfinished = and(
      eq(loginAttempts.account, email),
      eq(loginAttempts.reason, "unfinished"),
    );
    const begun = () => system().select().from(loginAttempts).where(unfinished);
    await expect.poll(begun, { timeout: 10_000 }).toHaveLength(1);
    return { calling, replace };
  };

  it("is renewed by a sign-in, and the password stays the same", async () => {
    const { customer } = await withOlderHash();
    await login(customer.email);
    const renewed = await hashOf(customer);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await login(customer.email);
    expect(await hashOf(customer)).toBe(renewed);
    await expect(login(customer.email, "not this one")).rejects.toThrow();
  });

  it("is renewed by the first step of a sign-in, which alone knows the password", async () => {
    const { customer } = await withOlderHash();
    await enableTotp(shop, customer.actor);
    await authentication.login(ctx(), { email: customer.email, password: PASSWORD });
    expect(needsRehash(await hashOf(customer))).toBe(false);
  });

  it("stays as it is when the password is wrong", async () => {
    const { customer, passwordHash } = await withOlderHash();
    await expect(login(customer.email, "not this one")).rejects.toThrow();
    expect(await hashOf(customer)).toBe(passwordHash);
  });

  const calls = {
    "a sign-in": ({ email }: TestCustomer) => login(email),
    "a confirmation": ({ actor }: TestCustomer) =>
      authentication.confirmIdentity({ ...ctx(), actor }, { password: PASSWORD }),
    "a change of the password": ({ actor }: TestCustomer) =>
      authentication.changePassword(
        { ...ctx(), actor },
        { old_password: PASSWORD, new_password: NEXT, new_password_confirm: NEXT },
      ),
  };

  it.each(Object.entries(calls))(
    "renewed while its password is checked does not refuse %s",
    async (_call, call) => {
      const { calling, replace } = await underCheck(call);
      await replace(await hashPassword(PASSWORD));
      await calling;
    },
  );

  it.each(Object.entries(calls))(
    "replaced while its password is checked refuses %s",
    async (_call, call) => {
      const { calling, replace } = await underCheck(call);
      await replace(await hashPassword("three quiet olive trees"));
      await expect(calling).rejects.toMatchObject({
        reason: expect.stringMatching(/^(invalid_credentials|wrong_password)$/),
      });
    },
  );

  it("does not come back over a password that was changed meanwhile", async () => {
    const { customer, passwordHash: from } = await withOlderHash();
    const { id } = customer.user;
    const changed = await hashPassword("three quiet olive trees");
    await system().update(users).set({ passwordHash: changed }).where(eq(users.id, id));
    await renewPasswordHash(ctx(), id, { from, to: await hashPassword(PASSWORD) });
    expect(await hashOf(customer)).toBe(changed);
  });
});

it("only a hash of other parameters needs renewal", async () => {
  expect(needsRehash(await hashPassword(PASSWORD))).toBe(false);
  expect(needsRehash(await weaker.hash(PASSWORD))).toBe(true);
  expect(needsRehash("$2b$12$abcdefghijklmnopqrstuv")).toBe(true);
});
