/** Opening an account and proving its address. */
import { emailVerifications, events, sessions, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../kernel/secrets.ts";
import {
  freshClient,
  mailedToken,
  registerCustomer,
  registerUnverified,
  registration,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const HOUR = 3_600_000;
const invalidLink = {
  kind: "invalid",
  message: "Invalid or expired verification token.",
  fields: { non_field_errors: ["Invalid or expired verification token."] },
};

describe.each(engines)("accounts on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const system = () => shop.test.database.system;
  const userWith = async (email: string) => {
    const user = await findByEmail(ctx(), email);
    if (user === null) throw new Error(`nobody has ${email}`);
    return user;
  };
  const eventsAbout = async (email: string) => {
    const { id } = await userWith(email);
    const rows = await system().select().from(events).where(eq(events.subjectId, id));
    return rows.map(({ type }) => type);
  };

  describe("registering", () => {
    it("answers what was asked for, and keeps no password", async () => {
      const input = registration({ phone: "+212600123456" });
      expect(await authentication.register(ctx(), input)).toEqual({
        message: "Registration successful. Please check your email to verify your account.",
        user: {
          email: input.email,
          username: input.username,
          first_name: "Amina",
          last_name: "Alaoui",
          phone: "+212600123456",
        },
      });
      const user = await userWith(input.email);
      expect(user.emailVerifiedAt).toBeNull();
      expect(user.passwordHash).toMatch(/^\$argon2id\$/);
      expect(await eventsAbout(input.email)).toEqual(["user.registered"]);
    });

    it("stores no secret that opens anything, not even in its events", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      const [row] = await system()
        .select()
        .from(emailVerifications)
        .where(eq(emailVerifications.userId, (await userWith(email)).id));
      expect(row?.tokenHash).toBe(hashSecret(token));
      const everything = JSON.stringify([row, await system().select().from(events)]);
      expect(everything).not.toContain(token);
    });

    it("refuses a user name that is taken, in whatever case", async () => {
      const { username } = await registerUnverified(shop);
      const again = registration({ username: username.toUpperCase() });
      await expect(authentication.register(ctx(), again)).rejects.toMatchObject({
        kind: "invalid",
        fields: { username: ["A user with that username already exists."] },
      });
    });

    it("tells all that is wrong at once", async () => {
      const { username } = await registerUnverified(shop);
      const bad = registration({ username, password: "password123", phone: "+3312345" });
      await expect(authentication.register(ctx(), bad)).rejects.toMatchObject({
        fields: {
          username: [expect.any(String)],
          password: [expect.stringMatching(/common/)],
          phone: ["This phone number cannot be called."],
        },
      });
    });

    it("answers a known address like an unknown one, and mails its owner instead", async () => {
      const { email } = await registerCustomer(shop);
      const before = await userWith(email);
      const known = registration({ email: ` ${email.toUpperCase()} `.trim(), first_name: "Eve" });
      const unknown = registration({ first_name: "Eve" });
      const [one, two] = [
        await authentication.register(ctx(), known),
        await authentication.register(ctx(), unknown),
      ];
      expect({ ...one, user: { ...one.user, email: "", username: "" } }).toEqual({
        ...two,
        user: { ...two.user, email: "", username: "" },
      });
      expect(one.user.email).toBe(known.email);
      expect(await userWith(email)).toEqual(before);
      expect(await eventsAbout(email)).toEqual([
        "user.registered",
        "user.verified",
        "registration.repeated",
      ]);
    });

    it("mails an owner three times a day at most about such tries", async () => {
      const { email } = await registerCustomer(shop);
      for (let i = 0; i < 5; i++) await authentication.register(ctx(), registration({ email }));
      const told = (await eventsAbout(email)).filter((type) => type === "registration.repeated");
      expect(told).toHaveLength(3);
    });

    it("opens one account when the same address registers many times at once", async () => {
      const { email } = registration();
      const tries = Array.from({ length: 6 }, () => registration({ email }));
      const answers = await Promise.all(
        tries.map((input) => authentication.register(ctx(), input)),
      );
      expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
      const rows = await system().select().from(users).where(eq(users.emailCanonical, email));
      expect(rows).toHaveLength(1);
    });

    it("gives a user name to one of many who ask for it at once", async () => {
      const { username } = registration();
      const results = await Promise.allSettled(
        Array.from({ length: 4 }, () => authentication.register(ctx(), registration({ username }))),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") {
          expect(result.reason).toMatchObject({ fields: { username: [expect.any(String)] } });
        }
      }
    });
  });

  describe("following the mailed link", () => {
    it("verifies, signs in, and says so once", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      const signedIn = await authentication.verifyEmail(ctx(), { token });
      expect(signedIn.user).toMatchObject({ email, is_verified: true });
      const actor = await authentication.actorOf(ctx(), {
        bearer: signedIn.access,
        sessionCookie: null,
      });
      expect(actor).toMatchObject({ kind: "customer", userId: signedIn.user.id, email });
      await expect(authentication.verifyEmail(ctx(), { token })).rejects.toMatchObject(invalidLink);
      expect(await eventsAbout(email)).toEqual(["user.registered", "user.verified"]);
    });

    it("works for one of many who follow it at once", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () => authentication.verifyEmail(ctx(), { token })),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("works for 24 hours", async () => {
      const [{ email: soon }, { email: late }] = [
        await registerUnverified(shop),
        await registerUnverified(shop),
      ];
      const [inTime, tooLate] = [await mailedToken(ctx(), soon), await mailedToken(ctx(), late)];
      shop.advance(24 * HOUR - 60_000);
      await authentication.verifyEmail(ctx(), { token: inTime });
      shop.advance(60_000);
      await expect(authentication.verifyEmail(ctx(), { token: tooLate })).rejects.toMatchObject(
        invalidLink,
      );
    });

    it("proves no other address than the one it was mailed to", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      await system()
        .update(users)
        .set({ emailCanonical: `new-${email}` })
        .where(eq(users.emailCanonical, email));
      await expect(authentication.verifyEmail(ctx(), { token })).rejects.toMatchObject(invalidLink);
    });

    it("does not let in whom the shop has shut out", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      await system().update(users).set({ isActive: false }).where(eq(users.emailCanonical, email));
      await expect(authentication.verifyEmail(ctx(), { token })).rejects.toMatchObject(invalidLink);
    });

    it("gives a browser a cookie instead of tokens", async () => {
      const { email } = await registerUnverified(shop);
      const token = await mailedToken(ctx(), email);
      const given: string[] = [];
      const sessionCookie = { set: (secret: string) => given.push(secret), clear: () => undefined };
      const browser = shop.ctx({ sessionCookie });
      const answer = await authentication.verifyEmailInBrowser(browser, { token });
      expect(Object.keys(answer)).toEqual(["user"]);
      const actor = await authentication.actorOf(ctx(), {
        bearer: null,
        sessionCookie: given[0] ?? null,
      });
      expect(actor).toMatchObject({ kind: "customer", email, via: "cookie" });
    });

    it("is refused with rubbish in the place of the token", async () => {
      for (const token of ["x", "\u0000", "../..", "ü".repeat(200)]) {
        await expect(authentication.verifyEmail(ctx(), { token })).rejects.toMatchObject(
          invalidLink,
        );
      }
    });
  });

  describe("asking for another link", () => {
    it("answers alike for known, unknown and verified addresses", async () => {
      const { email: unverified } = await registerUnverified(shop);
      const { email: verified } = await registerCustomer(shop);
      const answers = await Promise.all(
        [unverified, verified, "nobody@example.com"].map((email) =>
          authentication.resendVerification(ctx(), { email }),
        ),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await eventsAbout(unverified)).toEqual(["user.registered", "verification.requested"]);
      expect(await eventsAbout(verified)).toEqual(["user.registered", "user.verified"]);
    });

    it("replaces the earlier link", async () => {
      const { email } = await registerUnverified(shop);
      const earlier = await mailedToken(ctx(), email);
      await authentication.resendVerification(ctx(), { email });
      const later = await mailedToken(ctx(), email);
      await expect(authentication.verifyEmail(ctx(), { token: earlier })).rejects.toMatchObject(
        invalidLink,
      );
      await authentication.verifyEmail(ctx(), { token: later });
    });

    it("leaves one live link when asked many times at once, and five mails an hour at most", async () => {
      const { email } = await registerUnverified(shop);
      await Promise.all(
        Array.from({ length: 8 }, () => authentication.resendVerification(ctx(), { email })),
      );
      const rows = await system()
        .select()
        .from(emailVerifications)
        .where(eq(emailVerifications.userId, (await userWith(email)).id));
      expect(rows).toHaveLength(5);
      expect(rows.filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
      shop.advance(HOUR + 1000);
      await authentication.resendVerification(ctx(), { email });
      expect((await eventsAbout(email)).at(-1)).toBe("verification.requested");
    });
  });

  it("keeps the accounts of two shops apart", async () => {
    const other = await openShop(engine);
    const { email, access, refresh } = await registerCustomer(shop);
    const there = () => other.ctx({ request: freshClient() });
    expect(await findByEmail(there(), email)).toBeNull();
    expect(
      await authentication.actorOf(there(), { bearer: access, sessionCookie: null }),
    ).toMatchObject({ kind: "rejected" });
    await expect(authentication.refresh(there(), { refresh })).rejects.toMatchObject({
      kind: "unauthenticated",
    });
    await other.close();
  });

  it("stores nothing of a session but the hash of its secret", async () => {
    const { actor } = await registerCustomer(shop);
    const [row] = await system()
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, actor.userId), eq(sessions.id, actor.sessionId)));
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
  });
});
