/** The passkeys of one person: added, named and removed by nobody else, and told by mail. */
import { auditEntries, events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Customer } from "../../kernel/context.ts";
import { freshClient, PASSWORD, registerCustomer, signIn } from "../../testing/accounts.ts";
import { type Making, softPasskey } from "../../testing/authenticator.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { addPasskey } from "../../testing/passkeys.ts";
import { enableTotp, secondStepsOf } from "../../testing/second-factor.ts";
import { customerOf, registerStaff } from "../../testing/staff.ts";
import { openChallenge } from "../credentials/challenges.ts";
import * as authentication from "../service/index.ts";
import { MAX_PASSKEYS } from "./contract.ts";

const MINUTE = 60_000;
const refused = (cause: object) => ({ cause });
const wrongPasskey = refused({
  reason: "wrong_passkey",
  fields: { passkey: [expect.any(String)] },
});
const expired = refused({
  reason: "challenge_expired",
  fields: { challenge: [expect.any(String)] },
});
const unknown = refused({ kind: "not_found", reason: "passkey_not_found" });

describe.each(engines)("a person's own passkeys on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const of = (actor: Actor) => shop.as(actor, freshClient()).authentication.passkeys;
  const { begin, step, guarded } = secondStepsOf(() => shop);
  const sampleId = "01890000-0000-7000-8000-000000000000";
  const told = async (userId: string, action: "passkey.added" | "passkey.removed") => {
    const { db, store } = shop.ctx();
    const entries = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, store.id), eq(auditEntries.actorId, userId)));
    const published = await db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.storeId, store.id), eq(events.subjectId, userId)));
    const event = action.replace("passkey.", "user.passkey_");
    return {
      audit: entries.filter((entry) => entry.action === action).map(({ details }) => details),
      events: published.filter(({ type }) => type === event).length,
    };
  };
  const attempt = async (actor: Actor, how?: Making) => {
    const { challenge, options } = await of(actor).startCreation();
    const { created } = softPasskey(options, how);
    return { challenge, passkey: created, name: "Key" };
  };

  describe("adding one", () => {
    it("asks for a key that recognises its person and can be found without a name", async () => {
      const { actor, user, email } = await registerCustomer(shop);
      const { options } = await of(actor).startCreation();
      expect(options).toEqual({
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        rp: { name: "Test Shop", id: "shop.example" },
        user: { id: expect.any(String), name: email, displayName: "Amina Alaoui" },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        timeout: 10 * MINUTE,
        excludeCredentials: [],
        attestation: "none",
        authenticatorSelection: {
          ...{ residentKey: "required", requireResidentKey: true, userVerification: "required" },
        },
      });
      const handle = Buffer.from(options.user.id, "base64url").toString("hex");
      expect(handle).toBe(user.id.replaceAll("-", ""));
    });

    it("keeps it under its name, tells its owner and the trail, and is excluded next time", async () => {
      const { actor } = await registerCustomer(shop);
      const { passkey, created } = await addPasskey(shop, actor, { backedUp: true });
      expect(passkey).toEqual({
        id: expect.any(String),
        name: "My phone",
        is_backed_up: true,
        created_at: expect.any(String),
        last_used_at: null,
      });
      expect(await of(actor).list()).toEqual({ items: [passkey] });
      expect(await told(actor.userId, "passkey.added")).toEqual({
        audit: [{ passkey_id: passkey.id }],
        events: 1,
      });
      const { options } = await of(actor).startCreation();
      expect(options.excludeCredentials).toEqual([
        { id: created.id, type: "public-key", transports: ["hybrid", "internal"] },
      ]);
    });

    it("answers recovery codes with the first factor, and ends all other sessions", async () => {
      const { actor, email, access } = await registerCustomer(shop);
      const ctx = () => shop.ctx({ request: freshClient() });
      const other = await signIn(ctx(), { email, password: PASSWORD });
      const first = await addPasskey(shop, actor);
      expect(new Set(first.recoveryCodes).size).toBe(10);
      const bearer = (token: string) =>
        authentication.actorOf(ctx(), { bearer: token, sessionCookie: null });
      expect(await bearer(access)).toMatchObject({ kind: "customer" });
      expect(await bearer(other.access)).toEqual({ kind: "rejected", reason: "session_ended" });

      const [recoveryCode = ""] = first.recoveryCodes;
      const needed = await begin({ email });
      expect(needed.methods).toEqual(["passkey", "recovery_code"]);
      const back = await step(needed, { recovery_code: recoveryCode });
      // Codes of one time only: those that people saved stay good.
      expect((await addPasskey(shop, actor)).recoveryCodes).toEqual([]);
      expect(await bearer(back.access)).toMatchObject({ kind: "customer" });
    });

    it("leaves the recovery codes of an authenticator app as they are", async () => {
      const { customer, app } = await guarded();
      const actor: Customer = { ...customer.actor, authenticatedAt: shop.ctx().now() };
      expect((await addPasskey(shop, actor)).recoveryCodes).toEqual([]);
      const [recoveryCode = ""] = app.recoveryCodes;
      await step(await begin(customer), { recovery_code: recoveryCode });
    });

    it.each<[string, Making]>([
      ["made on another site", { origin: "https://evil.example" }],
      ["made for another host", { host: "evil.example" }],
      ["made in a frame of another page", { crossOrigin: true }],
      ["that did not recognise its person", { verified: false }],
      ["that answers another ceremony", { type: "webauthn.get" }],
      ["with a certificate that nobody asked for, though it holds", { attestation: "certified" }],
      ["of a length that WebAuthn does not know", { credentialId: Buffer.alloc(1024, 1) }],
    ])("refuses a key %s", async (_what, how) => {
      const { actor } = await registerCustomer(shop);
      await expect(of(actor).add(await attempt(actor, how))).rejects.toMatchObject(wrongPasskey);
      expect(await of(actor).list()).toEqual({ items: [] });
    });

    it("takes a key that vouches for itself", async () => {
      const { actor } = await registerCustomer(shop);
      const { passkey } = await addPasskey(shop, actor, { attestation: "self" });
      expect(await of(actor).list()).toEqual({ items: [passkey] });
    });

    it("refuses an answer to another challenge, and what is none at all", async () => {
      const { actor } = await registerCustomer(shop);
      const [one, other] = [await attempt(actor), await attempt(actor)];
      const mixed = { ...one, passkey: other.passkey };
      await expect(of(actor).add(mixed)).rejects.toMatchObject(wrongPasskey);
      for (const part of ["clientDataJSON", "attestationObject"] as const) {
        const response = { ...one.passkey.response, [part]: "AAAA" };
        const broken = { ...one, passkey: { ...one.passkey, response } };
        await expect(of(actor).add(broken)).rejects.toMatchObject(wrongPasskey);
      }
      await expect(of(actor).add(one)).resolves.toMatchObject({ name: "Key" });
    });

    it("takes a challenge once, within 10 minutes, and only from whom it was given to", async () => {
      const { actor } = await registerCustomer(shop);
      const { actor: other } = await registerCustomer(shop);
      const input = await attempt(actor);
      await expect(of(other).add(input)).rejects.toMatchObject(expired);
      const answers = await Promise.allSettled([of(actor).add(input), of(actor).add(input)]);
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await expect(of(actor).add(input)).rejects.toMatchObject(expired);

      const { actor: late } = await registerCustomer(shop);
      const waited = await attempt(late);
      shop.advance(10 * MINUTE);
      const again: Customer = { ...late, authenticatedAt: shop.ctx().now() };
      await expect(of(again).add(waited)).rejects.toMatchObject(expired);
    });

    it("takes no challenge of another purpose", async () => {
      const { actor } = await registerCustomer(shop);
      const { options } = await of(actor).startCreation();
      const signIn = { userId: actor.userId, webauthnChallenge: options.challenge, minutes: 10 };
      for (const purpose of ["second_factor", "passkey_sign_in"] as const) {
        const challenge = await openChallenge(shop.ctx(), { ...signIn, purpose });
        const input = { challenge, name: "Key", passkey: softPasskey(options).created };
        await expect(of(actor).add(input)).rejects.toMatchObject(expired);
      }
    });

    it("refuses a key that is known, whosever it is", async () => {
      const { actor } = await registerCustomer(shop);
      const { created } = await addPasskey(shop, actor);
      const credentialId = Buffer.from(created.id, "base64url");
      const { actor: other } = await registerCustomer(shop);
      for (const who of [actor, other]) {
        const input = await attempt(who, { credentialId });
        const known = refused({ kind: "conflict", reason: "passkey_known" });
        await expect(of(who).add(input)).rejects.toMatchObject(known);
      }
      expect(await of(other).list()).toEqual({ items: [] });
    });

    it(`stops at ${MAX_PASSKEYS}, also for those that were begun before`, async () => {
      const { actor } = await registerCustomer(shop);
      const begun = await attempt(actor);
      for (let n = 0; n < MAX_PASSKEYS; n += 1) await addPasskey(shop, actor);
      const full = refused({ kind: "conflict", reason: "too_many_passkeys" });
      await expect(of(actor).startCreation()).rejects.toMatchObject(full);
      await expect(of(actor).add(begun)).rejects.toMatchObject(full);
    });

    it("may be begun 30 times in 15 minutes", async () => {
      const { actor } = await registerCustomer(shop);
      for (let n = 0; n < 30; n += 1) await of(actor).startCreation();
      const limited = refused({ kind: "rate_limited", reason: "too_many_requests" });
      await expect(of(actor).startCreation()).rejects.toMatchObject(limited);
      shop.advance(15 * MINUTE);
      const later: Customer = { ...actor, authenticatedAt: shop.ctx().now() };
      await expect(of(later).startCreation()).resolves.toHaveProperty("challenge");
    });
  });

  it("needs a fresh sign-in to add or remove one, and any to list or name them", async () => {
    const { actor } = await registerCustomer(shop);
    const { passkey } = await addPasskey(shop, actor);
    const input = await attempt(actor);
    shop.advance(11 * MINUTE);
    const { id } = passkey;
    const stale = refused({ kind: "forbidden", reason: "fresh_sign_in_required" });
    await expect(of(actor).startCreation()).rejects.toMatchObject(stale);
    await expect(of(actor).add(input)).rejects.toMatchObject(stale);
    await expect(of(actor).remove({ id })).rejects.toMatchObject(stale);
    await expect(of(actor).rename({ id, name: "Tablet" })).resolves.toMatchObject({ id });
    const nobody = of({ kind: "anonymous" });
    for (const call of [nobody.list(), nobody.startCreation(), nobody.remove({ id })]) {
      await expect(call).rejects.toMatchObject(refused({ kind: "unauthenticated" }));
    }
  });

  it("another person's, or none, cannot be named or removed", async () => {
    const { actor: owner } = await registerCustomer(shop);
    const { passkey } = await addPasskey(shop, owner);
    const { actor: other } = await registerCustomer(shop);
    for (const id of [passkey.id, sampleId]) {
      await expect(of(other).rename({ id, name: "Mine" })).rejects.toMatchObject(unknown);
      await expect(of(other).remove({ id })).rejects.toMatchObject(unknown);
    }
    expect(await of(owner).list()).toEqual({ items: [passkey] });
    expect(await of(other).list()).toEqual({ items: [] });
  });

  it("is removed once, and its owner and the trail are told", async () => {
    const { actor } = await registerCustomer(shop);
    const { passkey } = await addPasskey(shop, actor);
    await of(actor).remove({ id: passkey.id });
    await expect(of(actor).remove({ id: passkey.id })).rejects.toMatchObject(unknown);
    expect(await of(actor).list()).toEqual({ items: [] });
    const once = { audit: [{ passkey_id: passkey.id }], events: 1 };
    expect(await told(actor.userId, "passkey.removed")).toEqual(once);
  });

  it("takes recovery codes with it when it was the last factor", async () => {
    const { actor } = await registerCustomer(shop);
    const calls = shop.as(actor, freshClient()).authentication;
    const [one, two] = [await addPasskey(shop, actor), await addPasskey(shop, actor)];
    await calls.secondFactor.replaceRecoveryCodes();
    await of(actor).remove({ id: one.passkey.id });
    expect(await calls.secondFactor.status()).toMatchObject({ recovery_codes_left: 10 });
    await of(actor).remove({ id: two.passkey.id });
    expect(await calls.secondFactor.status()).toMatchObject({ recovery_codes_left: 0 });
  });

  it("stays with staff of whom the store asks a second factor, unless there is another", async () => {
    const owner = await registerStaff(shop, "owner");
    const { passkey } = await addPasskey(shop, owner.actor);
    const security = () => shop.as(owner.actor, freshClient()).authentication.security;
    await security().updatePolicy({ staff_needs_second_factor: true });
    const needed = refused({ kind: "conflict", reason: "second_factor_required" });
    const { id } = passkey;
    await expect(of(owner.actor).remove({ id })).rejects.toMatchObject(needed);
    expect(await of(owner.actor).list()).toEqual({ items: [passkey] });
    await enableTotp(shop, owner.actor);
    const fresh = await customerOf(shop, owner.access);
    await expect(of(fresh).remove({ id })).resolves.toBeUndefined();
    await security().updatePolicy({ staff_needs_second_factor: false });
  });
});
