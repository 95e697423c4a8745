/** Proving again who one is: what it needs, what it counts as, and what it opens for how long. */
import { auditEntries, loginAttempts } from "@souk/db/schema";
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
import { enableTotp } from "../testing/second-factor.ts";
import type { ConfirmIdentityInput } from "./contract.ts";
import * as authentication from "./service/index.ts";

const MINUTE = 60_000;
const wrongPassword = {
  code: "BAD_REQUEST",
  cause: { reason: "wrong_password", fields: { password: [expect.any(String)] } },
};
const wrongCode = {
  code: "BAD_REQUEST",
  cause: { reason: "wrong_code", fields: { code: [expect.any(String)] } },
};
const tooMany = { code: "TOO_MANY_REQUESTS" };
const stale = { code: "FORBIDDEN", cause: { reason: "fresh_sign_in_required" } };

describe.each(engines)("confirming one's identity on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  /** The actor is judged anew for each call, as the host does it. */
  const as = async ({ access }: Pick<TestCustomer, "access">, request = freshClient()) => {
    const credentials = { bearer: access, sessionCookie: null };
    return shop.as(await authentication.actorOf(shop.ctx(), credentials), request).authentication;
  };
  const confirm = async (
    customer: Pick<TestCustomer, "access">,
    input: ConfirmIdentityInput,
    request?: Partial<RequestInfo>,
  ) => (await as(customer, request)).confirmIdentity(input);
  const tryFresh = async (customer: Pick<TestCustomer, "access">) =>
    (await as(customer)).secondFactor.setUpTotp();
  /** Signed in for so long that the sign-in counts no more; the token is a new one. */
  const longSignedIn = async (): Promise<TestCustomer> => {
    const customer = await registerCustomer(shop);
    shop.advance(11 * MINUTE);
    return customer;
  };

  it("with the password makes the session fresh for ten minutes", async () => {
    const customer = await longSignedIn();
    await expect(tryFresh(customer)).rejects.toMatchObject(stale);
    const { fresh_until } = await confirm(customer, { password: PASSWORD });
    const left = Date.parse(fresh_until) - shop.ctx().now().getTime();
    expect(left).toBeGreaterThan(10 * MINUTE - 5000);
    expect(left).toBeLessThanOrEqual(10 * MINUTE);
    await tryFresh(customer);
    const { access } = await authentication.refresh(shop.ctx(), { refresh: customer.refresh });
    shop.advance(10 * MINUTE - 5000);
    await tryFresh({ access });
    shop.advance(5000);
    await expect(tryFresh({ access })).rejects.toMatchObject(stale);
  });

  it("makes no other session fresh", async () => {
    const customer = await registerCustomer(shop);
    const other = await signIn(shop.ctx({ request: freshClient() }), {
      email: customer.email,
      password: PASSWORD,
    });
    shop.advance(11 * MINUTE);
    await confirm(customer, { password: PASSWORD });
    await expect(tryFresh(other)).rejects.toMatchObject(stale);
  });

  it("with a wrong password counts like a failed login", async () => {
    const customer = await longSignedIn();
    for (let i = 0; i < 3; i++) {
      await expect(confirm(customer, { password: `not ${i}` })).rejects.toMatchObject(
        wrongPassword,
      );
    }
    await expect(tryFresh(customer)).rejects.toMatchObject(stale);
    await expect(confirm(customer, { password: PASSWORD })).rejects.toMatchObject(tooMany);
    const login = authentication.login(shop.ctx({ request: freshClient() }), {
      email: customer.email,
      password: PASSWORD,
    });
    await expect(login).rejects.toMatchObject({ reason: "too_many_failed_logins" });
  });

  it("counts wrong passwords against the client too", async () => {
    const client = freshClient();
    for (let i = 0; i < 5; i++) {
      const customer = await registerCustomer(shop);
      await expect(confirm(customer, { password: "not this" }, client)).rejects.toMatchObject(
        wrongPassword,
      );
    }
    const customer = await registerCustomer(shop);
    await expect(confirm(customer, { password: PASSWORD }, client)).rejects.toMatchObject(tooMany);
  });

  it("leaves its mark in the audit trail and in the trail of attempts", async () => {
    const customer = await longSignedIn();
    await confirm(customer, { password: PASSWORD });
    const { system } = shop.test.database;
    const { id } = customer.user;
    const entries = await system
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "identity.confirmed"), eq(auditEntries.subjectId, id)));
    expect(entries).toMatchObject([{ actorKind: "user", actorId: id }]);
    const attempts = await system
      .select()
      .from(loginAttempts)
      .where(and(eq(loginAttempts.userId, id), eq(loginAttempts.reason, "identity_confirmed")));
    expect(attempts).toMatchObject([{ result: "succeeded" }]);
  });

  describe("where a second factor guards the account", () => {
    const guarded = async () => {
      const customer = await registerCustomer(shop);
      const app = await enableTotp(shop, customer.actor);
      shop.advance(9.5 * MINUTE);
      return { customer, app };
    };

    it("needs a code beside the password, and says so without counting", async () => {
      const { customer, app } = await guarded();
      for (let i = 0; i < 5; i++) {
        for (const password of [PASSWORD, "not this one"]) {
          await expect(confirm(customer, { password })).rejects.toMatchObject({
            cause: { reason: "second_factor_needed", fields: { code: [expect.any(String)] } },
          });
        }
      }
      await confirm(customer, { password: PASSWORD, code: app.code() });
      await (await as(customer)).secondFactor.replaceRecoveryCodes();
    });

    it("takes a recovery code, once", async () => {
      const { customer, app } = await guarded();
      const input = { password: PASSWORD, recovery_code: app.recoveryCodes[0] };
      await confirm(customer, input);
      await expect(confirm(customer, input)).rejects.toMatchObject({
        cause: { reason: "wrong_code", fields: { recovery_code: [expect.any(String)] } },
      });
    });

    it("counts wrong codes, and spends no code on a wrong password", async () => {
      const { customer, app } = await guarded();
      const code = app.code();
      await expect(confirm(customer, { password: "not this", code })).rejects.toMatchObject(
        wrongPassword,
      );
      await confirm(customer, { password: PASSWORD, code });
      for (const wrong of [code, "000000", "000001"]) {
        await expect(confirm(customer, { password: PASSWORD, code: wrong })).rejects.toMatchObject(
          wrongCode,
        );
      }
      const recovery_code = app.recoveryCodes[0];
      await expect(confirm(customer, { password: PASSWORD, recovery_code })).rejects.toMatchObject(
        tooMany,
      );
    });

    it("is needed for another password, which would clear the wrong codes", async () => {
      const { customer, app } = await guarded();
      const next = "three quiet olive trees";
      const input = { old_password: PASSWORD, new_password: next, new_password_confirm: next };
      await expect((await as(customer)).changePassword(input)).rejects.toMatchObject(stale);
      await confirm(customer, { password: PASSWORD, code: app.code() });
      await (await as(customer)).changePassword(input);
    });
  });

  it("is for those who are signed in, with one proof", async () => {
    const nobody = shop.as({ kind: "anonymous" }).authentication;
    await expect(nobody.confirmIdentity({ password: PASSWORD })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    const customer = await registerCustomer(shop);
    for (const input of [{}, { code: "123456" }, { challenge: "x" }]) {
      await expect(confirm(customer, input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});
