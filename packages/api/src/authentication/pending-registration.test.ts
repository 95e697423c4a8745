/** Several registrations of one address: what they tell nobody, and which of them comes into force. */
import { auditEntries, emailVerifications, events, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { Argon2id } from "oslo/password";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  freshClient,
  mailedToken,
  registerCustomer,
  registerUnverified,
  registration,
  signIn,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import type { RegisterInput } from "./contract.ts";
import * as authentication from "./service/index.ts";

const DAY = 86_400_000;
const taken = {
  kind: "invalid",
  fields: { username: ["A user with that username already exists."] },
};
const invalidLink = { reason: "verification_token_invalid" };
const notActive = { message: "User account is not active" };
const wrongPassword = { reason: "invalid_credentials" };

describe.each(engines)("registrations of one address on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const register = (input: RegisterInput) => authentication.register(ctx(), input);
  const verify = (token: string) => authentication.verifyEmail(ctx(), { token });
  const userWith = async (email: string) => {
    const user = await findByEmail(ctx(), email);
    if (user === null) throw new Error(`nobody has ${email}`);
    return user;
  };
  /** The token of each mail that ever left, the first one first. */
  const mailedTokens = async (email: string) => {
    const { id } = await userWith(email);
    const rows = await system()
      .select({ id: emailVerifications.id })
      .from(emailVerifications)
      .where(eq(emailVerifications.userId, id))
      .orderBy(asc(emailVerifications.id));
    const mails = rows.map((row) => authentication.verificationForMail(ctx(), row.id));
    return (await Promise.all(mails)).map((mail) => mail?.token ?? null);
  };
  const isTaken = async (username: string) => {
    const probe = register(registration({ username }));
    return probe.then(
      () => false,
      (error: unknown) => {
        expect(error).toMatchObject(taken);
        return true;
      },
    );
  };
  const addresses = async () => ({
    unknown: registration().email,
    unverified: (await registerUnverified(shop)).email,
    verified: (await registerCustomer(shop)).email,
  });

  describe("tell nobody whether an address is known", () => {
    it("by the answer, and by the hashing before it", async () => {
      const hashes = vi.spyOn(Argon2id.prototype, "hash");
      const checks = vi.spyOn(Argon2id.prototype, "verify");
      const seen = [];
      for (const email of Object.values(await addresses())) {
        hashes.mockClear();
        checks.mockClear();
        const input = registration({ email });
        const answer = await register(input);
        const work = [hashes.mock.calls.length, checks.mock.calls.length];
        seen.push({ answer, work });
        expect(answer.user).toMatchObject({ email, username: input.username });
      }
      vi.restoreAllMocks();
      expect(seen.map(({ work }) => work)).toEqual(Array(3).fill([1, 0]));
      expect(new Set(seen.map(({ answer }) => answer.message)).size).toBe(1);
    });

    it("by a user name, which each registration takes for a week", async () => {
      const names: string[] = [];
      for (const email of Object.values(await addresses())) {
        const input = registration({ email });
        await register(input);
        names.push(input.username);
      }
      const probe = () => Promise.all(names.map((name) => isTaken(name.toUpperCase())));
      expect(await probe()).toEqual([true, true, true]);
      shop.advance(7 * DAY - 60_000);
      await authentication.sweep(shop.ctx());
      expect(await probe()).toEqual([true, true, true]);
      shop.advance(60_000);
      // Still: what is over is over for all of them at once.
      expect(await probe()).toEqual([true, true, true]);
      await authentication.sweep(shop.ctx());
      expect(await probe()).toEqual([false, false, false]);
    });

    it("by a name that an address registered before with", async () => {
      const names: string[] = [];
      for (const email of Object.values(await addresses())) {
        const [first, second] = [registration({ email }), registration({ email })];
        await register(first);
        await register(second);
        names.push(first.username, second.username);
      }
      expect(await Promise.all(names.map(isTaken))).toEqual(Array(6).fill(true));
    });
  });

  it("give a user name to one of many, whatever their addresses", async () => {
    const { username } = registration();
    const known = await addresses();
    const emails = [known.unverified, known.verified, known.unknown, registration().email];
    const results = await Promise.allSettled(
      emails.map((email) => register(registration({ username, email }))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject(taken);
    }
  });

  it.each([
    ["letter case", (email: string) => email.toUpperCase()],
    ["spaces", (email: string) => `  ${email} `],
    ["full-width letters", (email: string) => email.replace("amina", "ａｍｉｎａ")],
  ])("are of one account, for all the difference in %s", async (_what, vary) => {
    const { email } = await registerUnverified(shop);
    await register(registration({ email: vary(email) }));
    const rows = await system().select().from(users).where(eq(users.emailCanonical, email));
    expect(rows).toMatchObject([{ email }]);
  });

  describe("when the owner follows a link", () => {
    /** A stranger registers first, and the owner after them. */
    const hijacked = async () => {
      const stranger = await registerUnverified(shop, {
        password: "a stranger knows this",
        first_name: "Eve",
        phone: "+212600123456",
      });
      const owner = registration({ email: stranger.email, password: "the owner knows this" });
      await register(owner);
      const [theirs = null, own = null] = await mailedTokens(owner.email);
      if (theirs === null || own === null) throw new Error("a link is missing");
      return { stranger, owner, theirs, own };
    };

    it("the registration of that link comes into force, and no other", async () => {
      const { stranger, owner, theirs, own } = await hijacked();
      const { user } = await verify(own);
      expect(user).toMatchObject({
        username: owner.username,
        first_name: "Amina",
        phone: null,
        is_verified: true,
      });
      const { email } = owner;
      await signIn(ctx(), { email, password: owner.password });
      await expect(signIn(ctx(), { email, password: stranger.password })).rejects.toMatchObject(
        wrongPassword,
      );
      await expect(verify(theirs)).rejects.toMatchObject(invalidLink);
    });

    it("a stranger's later registration does not take the place of the owner's, and tells nothing", async () => {
      const owner = await registerUnverified(shop, { password: "the owner knows this" });
      const { email } = owner;
      const stranger = registration({ email, password: "a stranger knows this" });
      const own = await mailedToken(ctx(), email);
      await register(stranger);
      const { user } = await verify(own);
      expect(user).toMatchObject({ username: owner.username });
      await signIn(ctx(), { email, password: owner.password });
      await expect(signIn(ctx(), { email, password: stranger.password })).rejects.toMatchObject(
        notActive,
      );
    });

    it("the name of the other registration stays taken, as if its address were unknown", async () => {
      const { stranger, own } = await hijacked();
      await verify(own);
      expect(await isTaken(stranger.username)).toBe(true);
    });

    it("of two that are followed at once, one works", async () => {
      const { theirs, own } = await hijacked();
      const results = await Promise.allSettled([verify(theirs), verify(own)]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("the link of the newest comes again, and ends the earlier one of the same", async () => {
      const { owner, theirs, own } = await hijacked();
      await authentication.resendVerification(ctx(), { email: owner.email });
      const again = await mailedToken(ctx(), owner.email);
      await expect(verify(own)).rejects.toMatchObject(invalidLink);
      expect((await mailedTokens(owner.email)).filter((token) => token !== null)).toEqual([
        theirs,
        again,
      ]);
      await verify(again);
      await signIn(ctx(), { email: owner.email, password: owner.password });
    });

    it("a stranger who used up the mails does not get their own sent again", async () => {
      const { email } = await registerUnverified(shop);
      for (let i = 0; i < 4; i++) {
        await register(registration({ email, password: `a stranger knows ${i}` }));
      }
      const owner = registration({ email, password: "the owner knows this" });
      await register(owner);
      shop.advance(3_600_000);
      await authentication.resendVerification(ctx(), { email });
      await verify(await mailedToken(ctx(), email));
      await signIn(ctx(), { email, password: owner.password });
    });
  });

  it("let nobody in before a link is followed, and tell only the newest password so", async () => {
    const first = await registerUnverified(shop);
    const { email } = first;
    await expect(signIn(ctx(), { email, password: first.password })).rejects.toMatchObject(
      notActive,
    );
    const second = registration({ email, password: "another one of theirs" });
    await register(second);
    await expect(signIn(ctx(), { email, password: second.password })).rejects.toMatchObject(
      notActive,
    );
    await expect(signIn(ctx(), { email, password: first.password })).rejects.toMatchObject(
      wrongPassword,
    );
  });

  it("make five links an hour and three mails a day at most", async () => {
    const { email } = await registerUnverified(shop);
    for (let i = 0; i < 6; i++) await register(registration({ email }));
    const { id } = await userWith(email);
    const repeated = await system()
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.type, "registration.repeated")));
    expect(repeated).toHaveLength(3);
    expect(await mailedTokens(email)).toHaveLength(4);
  });

  it("are in the audit trail, and so is the proof of the address", async () => {
    const { email, user } = await registerCustomer(shop);
    await register(registration({ email }));
    const entries = await system()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, user.id))
      .orderBy(asc(auditEntries.id));
    const about = entries.filter(({ action }) => /^(user|email)\./.test(action));
    expect(about).toMatchObject([
      { action: "user.registered", actorKind: "anonymous", personal: { email } },
      { action: "email.verified", actorKind: "user", actorId: user.id },
    ]);
    expect(JSON.stringify(entries.map(({ details }) => details))).not.toContain(email);
  });
});
