/** The way back in for somebody who forgot their password, and for nobody else. */
import { events, passwordResets, sessions, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import { hashSecret } from "../kernel/secrets.ts";
import {
  freshClient,
  mailedToken,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  signIn,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const NEW = "three quiet olive trees";
const MINUTE = 60_000;
const answer = {
  message: "If that address belongs to an account, an email with a link is on its way.",
};
const invalidLink = {
  kind: "invalid",
  reason: "password_reset_token_invalid",
  fields: { non_field_errors: ["Invalid or expired password reset token."] },
};

describe.each(engines)("a forgotten password on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = (request: Partial<RequestInfo> = freshClient()) => shop.ctx({ request });
  const forgot = (email: string, request?: Partial<RequestInfo>) =>
    authentication.forgotPassword(ctx(request), { email });
  const reset = (token: string, password = NEW, request?: Partial<RequestInfo>) =>
    authentication.resetPassword(ctx(request), {
      token,
      new_password: password,
      new_password_confirm: password,
    });
  const login = (email: string, password: string) => signIn(ctx(), { email, password });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const userWith = async (email: string) => {
    const user = await findByEmail(ctx(), email);
    if (user === null) throw new Error(`nobody has ${email}`);
    return user;
  };
  const resetsOf = async (email: string) =>
    system()
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.userId, (await userWith(email)).id))
      .orderBy(desc(passwordResets.id));
  /** The token of the newest link, as the mail's consumer derives it. */
  const tokenFor = async (email: string) => {
    const [row] = await resetsOf(email);
    const mail =
      row === undefined ? null : await authentication.passwordResetForMail(ctx(), row.id);
    if (mail === null) throw new Error(`no link is on its way to ${email}`);
    return mail.token;
  };
  const askedBy = async (email: string) => {
    await forgot(email);
    return tokenFor(email);
  };
  const eventsAbout = async (email: string) => {
    const { id } = await userWith(email);
    const rows = await system().select().from(events).where(eq(events.subjectId, id));
    return rows.map(({ type }) => type);
  };

  describe("asking for a link", () => {
    it("answers alike for every address", async () => {
      const { email } = await registerCustomer(shop);
      const unverified = await registerUnverified(shop);
      const shutOut = await registerCustomer(shop);
      await system().update(users).set({ isActive: false }).where(eq(users.id, shutOut.user.id));
      for (const one of [email, unverified.email, shutOut.email, "nobody.here@example.com"]) {
        expect(await forgot(one)).toEqual(answer);
      }
      expect(await resetsOf(email)).toHaveLength(1);
      expect(await resetsOf(shutOut.email)).toEqual([]);
    });

    it("takes as long for an unknown address as for a known one", async () => {
      const { email } = await registerCustomer(shop);
      const timeOf = async (address: string) => {
        const start = performance.now();
        await forgot(address);
        return performance.now() - start;
      };
      for (const one of [email, "nobody.here@example.com"]) {
        expect(await timeOf(one)).toBeGreaterThan(98);
      }
    });

    it("stores the token as its hash only, and from where it was asked for and used", async () => {
      const { email } = await registerCustomer(shop);
      await forgot(email, { ip: "198.51.100.7" });
      const token = await tokenFor(email);
      await reset(token, NEW, { ip: "198.51.100.8" });
      const rows = await resetsOf(email);
      expect(rows).toMatchObject([
        { tokenHash: hashSecret(token), requestIp: "198.51.100.7", useIp: "198.51.100.8" },
      ]);
      const everything = JSON.stringify([rows, await system().select().from(events)]);
      expect(everything).not.toContain(token);
    });

    it("mails an account 5 links an hour at most, without saying so", async () => {
      const { email } = await registerCustomer(shop);
      for (let i = 0; i < 7; i++) expect(await forgot(email)).toEqual(answer);
      expect(await resetsOf(email)).toHaveLength(5);
      shop.advance(60 * MINUTE);
      await forgot(email);
      expect(await resetsOf(email)).toHaveLength(6);
    });

    it("mails no more than that when all ask at once", async () => {
      const { email } = await registerCustomer(shop);
      await Promise.all(Array.from({ length: 9 }, () => forgot(email)));
      const rows = await resetsOf(email);
      expect(rows).toHaveLength(5);
      expect(rows.filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
    });

    it("is limited to 30 an hour for one client", async () => {
      const client = freshClient();
      await Promise.all(
        Array.from({ length: 30 }, (_, i) => forgot(`nobody.${i}@example.com`, client)),
      );
      await expect(forgot("nobody@example.com", client)).rejects.toMatchObject({
        kind: "rate_limited",
      });
      await forgot("nobody@example.com");
    });
  });

  describe("the link", () => {
    it("sets the new password, signs nobody in, and works once", async () => {
      const { email } = await registerCustomer(shop);
      const token = await askedBy(email);
      expect(await reset(token)).toEqual({
        message: "Your password is changed. Sign in with the new one.",
      });
      const { id } = await userWith(email);
      expect(await system().select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
      await expect(reset(token, "another one again")).rejects.toMatchObject(invalidLink);
      await expect(login(email, PASSWORD)).rejects.toMatchObject({ kind: "invalid" });
      await login(email, NEW);
      expect(await eventsAbout(email)).toContain("user.password_reset");
    });

    it("ends all sessions of its user, and nobody else's", async () => {
      const customer = await registerCustomer(shop);
      const stranger = await registerCustomer(shop);
      await reset(await askedBy(customer.email));
      expect(await bearer(customer.access)).toEqual({ kind: "rejected", reason: "session_ended" });
      expect(await bearer(stranger.access)).toEqual(stranger.actor);
    });

    it("works for one of many who follow it at once", async () => {
      const { email } = await registerCustomer(shop);
      const token = await askedBy(email);
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map((i) => reset(token, `${NEW} ${i}`)),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).toMatchObject(invalidLink);
      }
    });

    it("lives one hour", async () => {
      const { email } = await registerCustomer(shop);
      const token = await askedBy(email);
      shop.advance(60 * MINUTE);
      await expect(reset(token)).rejects.toMatchObject(invalidLink);
      const another = await askedBy(email);
      shop.advance(59 * MINUTE);
      await reset(another);
    });

    it("is replaced by a newer one", async () => {
      const { email } = await registerCustomer(shop);
      const first = await askedBy(email);
      const second = await askedBy(email);
      await expect(reset(first)).rejects.toMatchObject(invalidLink);
      await reset(second);
    });

    it("is void after the password was changed", async () => {
      const { actor, email } = await registerCustomer(shop);
      const token = await askedBy(email);
      await authentication.changePassword(
        { ...ctx(), actor },
        { old_password: PASSWORD, new_password: NEW, new_password_confirm: NEW },
      );
      await expect(reset(token, "another one again")).rejects.toMatchObject(invalidLink);
    });

    it("is void after the address was changed, or the user was shut out", async () => {
      const [moved, shutOut] = [await registerCustomer(shop), await registerCustomer(shop)];
      const tokens = [await askedBy(moved.email), await askedBy(shutOut.email)];
      const set = (id: string, change: { emailCanonical: string } | { isActive: boolean }) =>
        system().update(users).set(change).where(eq(users.id, id));
      await set(moved.user.id, { emailCanonical: `moved.${moved.email}` });
      await set(shutOut.user.id, { isActive: false });
      for (const token of tokens) await expect(reset(token)).rejects.toMatchObject(invalidLink);
    });

    it("survives a password that is refused", async () => {
      const { email } = await registerCustomer(shop);
      const token = await askedBy(email);
      await expect(reset(token, "password123")).rejects.toMatchObject({
        kind: "invalid",
        fields: { new_password: [expect.stringMatching(/common/)] },
      });
      await reset(token);
    });

    it("verifies the address, and makes the verification link needless", async () => {
      const { email } = await registerUnverified(shop);
      const verification = await mailedToken(ctx(), email);
      await reset(await askedBy(email));
      expect(await eventsAbout(email)).toContain("user.verified");
      const { user } = await login(email, NEW);
      expect(user.is_verified).toBe(true);
      await expect(
        authentication.verifyEmail(ctx(), { token: verification }),
      ).rejects.toMatchObject({ kind: "invalid" });
    });

    it("lets a locked owner in again", async () => {
      const { email } = await registerCustomer(shop);
      for (let i = 0; i < 3; i++) await expect(login(email, "not this")).rejects.toThrow();
      await expect(login(email, PASSWORD)).rejects.toMatchObject({ kind: "rate_limited" });
      await reset(await askedBy(email));
      await login(email, NEW);
    });

    it("is no verification link, and the other way round", async () => {
      const { email } = await registerUnverified(shop);
      const verification = await mailedToken(ctx(), email);
      await expect(reset(verification)).rejects.toMatchObject(invalidLink);
      const token = await askedBy(email);
      await expect(authentication.verifyEmail(ctx(), { token })).rejects.toMatchObject({
        kind: "invalid",
      });
    });

    it("cannot be guessed more than 30 times an hour by one client", async () => {
      const client = freshClient();
      const guesses = Array.from({ length: 30 }, (_, i) =>
        expect(reset(`guess-${i}`, NEW, client)).rejects.toMatchObject(invalidLink),
      );
      await Promise.all(guesses);
      await expect(reset("guess", NEW, client)).rejects.toMatchObject({ kind: "rate_limited" });
    });

    it.each(["x", "\u0000", "é".repeat(200)])("is not %j", async (token) => {
      await expect(reset(token)).rejects.toMatchObject(invalidLink);
    });
  });

  it("is for anybody, even with a token that has expired", async () => {
    const { email } = await registerCustomer(shop);
    const stale = shop.as({ kind: "rejected", reason: "token_expired" }, freshClient());
    expect(await stale.authentication.forgotPassword({ email })).toEqual(answer);
    const input = { token: await tokenFor(email), new_password: NEW, new_password_confirm: NEW };
    await stale.authentication.resetPassword(input);
    await expect(stale.authentication.resetPassword(input)).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});
