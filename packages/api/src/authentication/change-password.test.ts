/** A new password for somebody who is signed in: who gets it, what it ends, and who hears of it. */
import { events, loginAttempts } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { ChangePasswordInput } from "./contract.ts";
import * as authentication from "./service/index.ts";

const NEW = "three quiet olive trees";
const wrong = {
  kind: "invalid",
  reason: "wrong_password",
  fields: { old_password: ["This is not your password."] },
};
const tooMany = { kind: "rate_limited", reason: "too_many_failed_logins" };
const ended = { kind: "rejected", reason: "session_ended" };

describe.each(engines)("changing a password on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const login = (email: string, password: string) => signIn(ctx(), { email, password });
  const change = (
    { actor }: Pick<TestCustomer, "actor">,
    old_password: string,
    new_password = NEW,
    request: Partial<RequestInfo> = freshClient(),
  ) =>
    authentication.changePassword(
      { ...shop.ctx({ request }), actor },
      { old_password, new_password, new_password_confirm: new_password },
    );
  const eventsAbout = async ({ user }: TestCustomer) => {
    const { system } = shop.test.database;
    const rows = await system.select().from(events).where(eq(events.subjectId, user.id));
    return rows.map(({ type }) => type);
  };

  it("puts the new one in the place of the old one", async () => {
    const customer = await registerCustomer(shop);
    expect(await change(customer, PASSWORD)).toEqual({ message: expect.any(String) });
    await login(customer.email, NEW);
    await expect(login(customer.email, PASSWORD)).rejects.toMatchObject({
      reason: "invalid_credentials",
    });
    expect(await eventsAbout(customer)).toContain("user.password_changed");
  });

  it("ends all other sessions at once, and keeps the one that asks", async () => {
    const customer = await registerCustomer(shop);
    const stranger = await registerCustomer(shop);
    const other = await login(customer.email, PASSWORD);
    await change(customer, PASSWORD);
    expect(await bearer(other.access)).toEqual(ended);
    await expect(authentication.refresh(ctx(), { refresh: other.refresh })).rejects.toMatchObject({
      reason: "refresh_token_invalid",
    });
    expect(await bearer(customer.access)).toEqual(customer.actor);
    await authentication.refresh(ctx(), { refresh: customer.refresh });
    expect(await bearer(stranger.access)).toEqual(stranger.actor);
  });

  it("needs the old one, and changes nothing without it", async () => {
    const customer = await registerCustomer(shop);
    const other = await login(customer.email, PASSWORD);
    await expect(change(customer, "not this one")).rejects.toMatchObject(wrong);
    expect(await bearer(other.access)).toMatchObject({ kind: "customer" });
    expect(await eventsAbout(customer)).not.toContain("user.password_changed");
    await login(customer.email, PASSWORD);
  });

  it("counts wrong ones like failed logins of the account", async () => {
    const customer = await registerCustomer(shop);
    for (let i = 0; i < 3; i++) {
      await expect(change(customer, `not ${i}`)).rejects.toMatchObject(wrong);
    }
    await expect(change(customer, PASSWORD)).rejects.toMatchObject(tooMany);
    await expect(login(customer.email, PASSWORD)).rejects.toMatchObject(tooMany);
  });

  it("counts wrong ones against the client too, whatever the account", async () => {
    const client = freshClient();
    for (let i = 0; i < 5; i++) {
      const customer = await registerCustomer(shop);
      await expect(change(customer, "not this", NEW, client)).rejects.toMatchObject(wrong);
    }
    const customer = await registerCustomer(shop);
    await expect(change(customer, PASSWORD, NEW, client)).rejects.toMatchObject(tooMany);
    await change(customer, PASSWORD);
  });

  it("clears the account's failures", async () => {
    const customer = await registerCustomer(shop);
    for (let i = 0; i < 2; i++) {
      await expect(change(customer, "not this")).rejects.toMatchObject(wrong);
    }
    await change(customer, PASSWORD);
    await expect(login(customer.email, "not this")).rejects.toThrow();
    await login(customer.email, NEW);
  });

  it("leaves its mark in the trail of attempts", async () => {
    const customer = await registerCustomer(shop);
    await change(customer, PASSWORD);
    const rows = await shop.test.database.system
      .select()
      .from(loginAttempts)
      .where(
        and(
          eq(loginAttempts.userId, customer.user.id),
          eq(loginAttempts.reason, "password_changed"),
        ),
      );
    expect(rows).toMatchObject([{ result: "succeeded" }]);
  });

  it.each([
    ["too common", "password123", /common/],
    ["the user's own name", "amina.own.name! 1", /similar/],
    ["the one it was", PASSWORD, /another/],
  ])("refuses a new one that is %s, and counts nothing", async (_why, password, message) => {
    const { ip } = freshClient();
    const customer = await registerCustomer(shop, { email: `amina.own.name@${ip}.example.com` });
    const refusal = { kind: "invalid", fields: { new_password: [expect.stringMatching(message)] } };
    for (let i = 0; i < 4; i++) {
      await expect(change(customer, PASSWORD, password)).rejects.toMatchObject(refusal);
    }
    await login(customer.email, PASSWORD);
  });

  it("lets one of many win who change it at once", async () => {
    const customer = await registerCustomer(shop);
    const results = await Promise.allSettled(
      [1, 2, 3].map((i) => change(customer, PASSWORD, `${NEW} ${i}`)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is for those who are signed in", async () => {
    const input = { old_password: PASSWORD, new_password: NEW, new_password_confirm: NEW };
    const nobody = shop.as({ kind: "anonymous" }, freshClient());
    await expect(nobody.authentication.changePassword(input)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    const { actor } = await registerCustomer(shop);
    const somebody = shop.as(actor, freshClient());
    expect(await somebody.authentication.changePassword(input)).toEqual({
      message: "Your password is changed. All other devices are signed out.",
    });
  });
});

it("the new password comes twice, and is as long as one of a registration", () => {
  const problems = (one: string, two: string) => {
    const input = { old_password: "x", new_password: one, new_password_confirm: two };
    const { error } = ChangePasswordInput.safeParse(input);
    return (error?.issues ?? []).map(({ path }) => path.join("."));
  };
  expect(problems(NEW, NEW)).toEqual([]);
  expect(problems(NEW, `${NEW}.`)).toEqual(["new_password_confirm"]);
  expect(problems("7 lette", "7 lette")).toEqual(["new_password"]);
});
