/** The second step of signing in: what opens it, what passes it, once, and what it counts against. */
import { loginAttempts, recoveryCodes, totpFactors, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../../kernel/context.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  type TestCustomer,
} from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { secondStepsOf, type TestApp } from "../../testing/second-factor.ts";
import { openChallenge } from "../credentials/challenges.ts";
import * as authentication from "../service/index.ts";

const MINUTE = 60_000;
const NEW = "three quiet olive trees";
const wrongCode = { kind: "invalid", reason: "wrong_code", fields: { code: [expect.anything()] } };
const expired = {
  kind: "invalid",
  reason: "second_step_expired",
  fields: { non_field_errors: [expect.any(String)] },
};

describe.each(engines)("the second step of signing in on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = (request: Partial<RequestInfo> = freshClient()) => shop.ctx({ request });
  const login = (email: string, password = PASSWORD) =>
    authentication.login(ctx(), { email, password });
  const { guarded, begin, step } = secondStepsOf(() => shop);
  const recoveryCode = ({ recoveryCodes }: TestApp, index = 0) => recoveryCodes[index] ?? "";
  const won = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === "fulfilled").length;
  const trail = async ({ user }: TestCustomer) => {
    const rows = await system()
      .select()
      .from(loginAttempts)
      .where(eq(loginAttempts.userId, user.id))
      .orderBy(asc(loginAttempts.id));
    return rows.map(({ result, reason }) => `${result} ${reason}`);
  };

  it("follows the right password, which alone opens nothing", async () => {
    const { customer, app } = await guarded();
    const sessions = await shop.as(customer.actor).authentication.listSessions();
    const answer = await login(customer.email);
    expect(answer).toEqual({
      second_factor: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        methods: ["totp", "recovery_code"],
        passkey: null,
      },
    });
    expect(await shop.as(customer.actor).authentication.listSessions()).toEqual(sessions);
    const { user } = await step(await begin(customer), { code: app.code() });
    expect(user).toEqual(customer.user);
    expect((await trail(customer)).slice(1)).toEqual([
      "succeeded password_accepted",
      "succeeded password_accepted",
      "succeeded signed_in",
    ]);
  });

  it("is not heard of by those whose password is wrong", async () => {
    const { customer } = await guarded();
    const plain = await registerCustomer(shop);
    const [one, two] = await Promise.all(
      [customer, plain].map(({ email }) =>
        login(email, "not this one").catch((error: unknown) => error),
      ),
    );
    expect(one).toMatchObject({ reason: "invalid_credentials" });
    expect({ ...(one as object) }).toEqual({ ...(two as object) });
  });

  it("opens a browser's session and adopts what its guest chose", async () => {
    const { customer, app } = await guarded();
    let cookie: string | null = null;
    const browser = shop.ctx({
      request: freshClient(),
      sessionCookie: {
        set: (secret) => {
          cookie = secret;
        },
        clear: () => undefined,
      },
    });
    const credentials = { email: customer.email, password: PASSWORD };
    const answer = await authentication.startBrowserSession(browser, credentials);
    expect(cookie).toBeNull();
    if (!("second_factor" in answer)) throw new Error("no second factor was asked for");
    const { challenge } = answer.second_factor;
    await authentication.sessionSecondStep(browser, { challenge, code: app.code() });
    const actor = await authentication.actorOf(ctx(), { bearer: null, sessionCookie: cookie });
    expect(actor).toMatchObject({ kind: "customer", userId: customer.user.id, via: "cookie" });
  });

  describe("a code", () => {
    it.each([-1, 0, 1])("of step %i from now is right", async (steps) => {
      const { customer, app } = await guarded();
      await step(await begin(customer), { code: app.code(steps) });
    });

    it.each([-2, 2])("of step %i from now is wrong", async (steps) => {
      const { customer, app } = await guarded();
      const challenge = await begin(customer);
      await expect(step(challenge, { code: app.code(steps) })).rejects.toMatchObject(wrongCode);
    });

    it("works once, and none that is older works after it", async () => {
      const { customer, app } = await guarded();
      const [used, older] = [app.code(0), app.code(-1)];
      await step(await begin(customer), { code: used });
      for (const code of [used, older]) {
        await expect(step(await begin(customer), { code })).rejects.toMatchObject(wrongCode);
      }
      shop.advance(MINUTE);
      await step(await begin(customer), { code: app.code() });
    });

    it("works once for many who use it at once, each with a challenge of their own", async () => {
      const { customer, app } = await guarded();
      const challenges = [await begin(customer), await begin(customer), await begin(customer)];
      const code = app.code();
      expect(won(await Promise.allSettled(challenges.map((one) => step(one, { code }))))).toBe(1);
    });

    it("of another person's app is wrong", async () => {
      const { customer } = await guarded();
      const { app } = await guarded();
      await expect(step(await begin(customer), { code: app.code() })).rejects.toMatchObject(
        wrongCode,
      );
    });

    it("is wrong when its sealed secret was copied from another account", async () => {
      const { customer, app } = await guarded();
      const { customer: thief } = await guarded();
      const [own] = await system()
        .select()
        .from(totpFactors)
        .where(eq(totpFactors.userId, customer.user.id));
      await system()
        .update(totpFactors)
        .set({ sealedSecret: own?.sealedSecret ?? "" })
        .where(eq(totpFactors.userId, thief.user.id));
      await expect(step(await begin(thief), { code: app.code() })).rejects.toThrow();
    });
  });

  describe("a recovery code", () => {
    it("works once, however it is written", async () => {
      const { customer, app } = await guarded();
      const code = recoveryCode(app);
      const written = ` ${code.toUpperCase().replaceAll("-", " ")} `;
      await step(await begin(customer), { recovery_code: written });
      await expect(step(await begin(customer), { recovery_code: code })).rejects.toMatchObject({
        reason: "wrong_code",
        fields: { recovery_code: [expect.any(String)] },
      });
      await step(await begin(customer), { recovery_code: recoveryCode(app, 1) });
      expect(await shop.as(customer.actor).authentication.secondFactor.status()).toMatchObject({
        recovery_codes_left: 8,
      });
    });

    it("works once for many who use it at once", async () => {
      const { customer, app } = await guarded();
      const challenges = [await begin(customer), await begin(customer), await begin(customer)];
      const proof = { recovery_code: recoveryCode(app) };
      expect(won(await Promise.allSettled(challenges.map((one) => step(one, proof))))).toBe(1);
    });

    it("is no more when new ones took its place", async () => {
      const { customer, app } = await guarded();
      const { secondFactor } = shop.as(customer.actor).authentication;
      const { codes } = await secondFactor.replaceRecoveryCodes();
      expect(codes.filter((code) => app.recoveryCodes.includes(code))).toEqual([]);
      const old = { recovery_code: recoveryCode(app) };
      await expect(step(await begin(customer), old)).rejects.toMatchObject({
        reason: "wrong_code",
      });
      await step(await begin(customer), { recovery_code: codes[0] });
    });

    it("of another person is wrong", async () => {
      const { customer } = await guarded();
      const { app } = await guarded();
      const proof = { recovery_code: recoveryCode(app) };
      await expect(step(await begin(customer), proof)).rejects.toMatchObject({
        reason: "wrong_code",
      });
    });

    it("is not asked for when none is left, nor where nothing else guards the account", async () => {
      const { customer } = await guarded();
      const { secondFactor } = shop.as(customer.actor).authentication;
      await system().delete(recoveryCodes).where(eq(recoveryCodes.userId, customer.user.id));
      expect((await begin(customer)).methods).toEqual(["totp"]);
      await secondFactor.disableTotp();
      await expect(secondFactor.replaceRecoveryCodes()).rejects.toMatchObject({
        cause: { kind: "conflict", reason: "no_second_factor" },
      });
    });
  });

  describe("the challenge", () => {
    it("is answered once, by one of many who come at once", async () => {
      const { customer, app } = await guarded();
      const challenge = await begin(customer);
      const proofs = [{ code: app.code() }, { recovery_code: recoveryCode(app) }];
      const results = await Promise.allSettled(proofs.map((proof) => step(challenge, proof)));
      expect(won(results)).toBe(1);
      const again = step(challenge, { recovery_code: recoveryCode(app, 1) });
      await expect(again).rejects.toMatchObject(expired);
    });

    it("waits for ten minutes, also for whoever mistyped, and not longer", async () => {
      const { customer, app } = await guarded();
      const challenge = await begin(customer);
      await expect(step(challenge, { code: "000000" })).rejects.toMatchObject(wrongCode);
      shop.advance(10 * MINUTE - 5000);
      await step(challenge, { code: app.code() });
      const late = await begin(customer);
      shop.advance(10 * MINUTE + 1);
      await expect(step(late, { code: app.code() })).rejects.toMatchObject(expired);
    });

    it("is of the store's making, for this purpose", async () => {
      const { customer, app } = await guarded();
      const about = { userId: customer.user.id, webauthnChallenge: null, minutes: 10 };
      const others = [
        await openChallenge(ctx(), { purpose: "passkey_sign_in", ...about }),
        await openChallenge(ctx(), { purpose: "passkey_creation", ...about }),
        "x".repeat(43),
      ];
      for (const challenge of others) {
        await expect(step({ challenge }, { code: app.code() })).rejects.toMatchObject(expired);
      }
    });

    it("ends with the password it was given for", async () => {
      const { customer, app } = await guarded();
      const challenge = await begin(customer);
      await authentication.changePassword(
        { ...ctx(), actor: customer.actor },
        { old_password: PASSWORD, new_password: NEW, new_password_confirm: NEW },
      );
      await expect(step(challenge, { code: app.code() })).rejects.toMatchObject(expired);
      await step(await begin(customer, NEW), { code: app.code() });
    });

    it("lets nobody in whom the shop has shut out meanwhile", async () => {
      const { customer, app } = await guarded();
      const challenge = await begin(customer);
      const shut = (isActive: boolean) =>
        system().update(users).set({ isActive }).where(eq(users.id, customer.user.id));
      await shut(false);
      await expect(step(challenge, { code: app.code() })).rejects.toMatchObject({
        reason: "account_inactive",
      });
      await shut(true);
      await step(challenge, { code: app.code() });
    });
  });
});
