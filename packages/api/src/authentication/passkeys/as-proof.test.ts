/** A passkey as the second step of a sign-in, and to confirm again who one is. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient } from "../../testing/accounts.ts";
import type { Signing } from "../../testing/authenticator.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { addPasskey, type PasskeyOwner, passkeySignInsOf } from "../../testing/passkeys.ts";
import { secondStepsOf } from "../../testing/second-factor.ts";
import { customerOf } from "../../testing/staff.ts";
import type { PasskeyAnswer, PasskeyRequest } from "./contract.ts";
import { provenBy, requestFor } from "./service/ceremonies.ts";

const MINUTE = 60_000;
const wrong = { reason: "wrong_code", fields: { passkey: [expect.any(String)] } };

const refusals: [string, Signing][] = [
  ["on another site", { origin: "https://evil.example" }],
  ["for another host", { host: "evil.example" }],
  ["in a frame of another page", { crossOrigin: true }],
  ["without recognising its person", { verified: false }],
  ["in the name of somebody else", { userHandle: "AAAA" }],
];

describe.each(engines)("a passkey as a proof on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const { begin: beginSignIn, signIn, owner } = passkeySignInsOf(() => shop);
  const { begin, step } = secondStepsOf(() => shop);
  const requestIn = (passkey: PasskeyRequest | null): PasskeyRequest => {
    if (passkey === null) throw new Error("no passkey was asked for");
    return passkey;
  };
  const passwordOf = async (person: PasskeyOwner) => {
    const { challenge, methods, passkey } = await begin(person);
    return { challenge, methods, request: requestIn(passkey) };
  };

  describe("in the second step", () => {
    it("is asked for by name, and lets in once", async () => {
      const person = await owner();
      const other = await addPasskey(shop, person.actor);
      const { challenge, methods, request } = await passwordOf(person);
      expect(methods).toEqual(["passkey", "recovery_code"]);
      expect(request).toMatchObject({
        rpId: "shop.example",
        userVerification: "required",
        allowCredentials: [person.key, other].map(({ created: { id } }) => ({
          ...{ id, type: "public-key", transports: ["hybrid", "internal"] },
        })),
      });
      const passkey = person.key.answer(request, { userHandle: null });
      const results = await Promise.allSettled([
        step({ challenge }, { passkey }),
        step({ challenge }, { passkey }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const { items } = await shop.as(person.actor).authentication.passkeys.list();
      expect(items.map(({ last_used_at }) => last_used_at)).toEqual([expect.any(String), null]);
    });

    it.each(refusals)("is refused when it answers %s", async (_what, how) => {
      const person = await owner();
      const { challenge, request } = await passwordOf(person);
      const passkey = person.key.answer(request, how);
      await expect(step({ challenge }, { passkey })).rejects.toMatchObject(wrong);
      const right = person.key.answer(request);
      await expect(step({ challenge }, { passkey: right })).resolves.toHaveProperty("access");
    });

    it("is refused for another challenge, and when it is another person's or was removed", async () => {
      const person = await owner();
      const thief = await owner();
      const { challenge, request } = await passwordOf(person);
      const elsewhere = await passwordOf(person);
      const answers = [thief.key.answer(request), person.key.answer(elsewhere.request)];
      for (const passkey of answers) {
        await expect(step({ challenge }, { passkey })).rejects.toMatchObject(wrong);
      }
      const { id } = person.key.passkey;
      await shop.as(person.actor).authentication.passkeys.remove({ id });
      const passkey = person.key.answer(request);
      await expect(step({ challenge }, { passkey })).rejects.toMatchObject(wrong);
    });
  });

  describe("confirming who one is", () => {
    const confirm = async (person: PasskeyOwner, challenge: string, passkey: PasskeyAnswer) => {
      const actor = await customerOf(shop, person.access);
      const calls = shop.as(actor, freshClient()).authentication;
      return calls.confirmIdentity({ challenge, passkey });
    };

    it("makes the session fresh, and takes each answer once", async () => {
      const person = await owner();
      shop.advance(11 * MINUTE);
      const { challenge, options } = await beginSignIn();
      const passkey = person.key.answer(options);
      await expect(confirm(person, challenge, passkey)).resolves.toHaveProperty("fresh_until");
      const actor = await customerOf(shop, person.access);
      await shop.as(actor).authentication.passkeys.startCreation();
      const expired = { cause: { reason: "challenge_expired" } };
      await expect(confirm(person, challenge, passkey)).rejects.toMatchObject(expired);
      await expect(signIn(person.key)).resolves.toHaveProperty("access");
    });

    it.each(refusals)("is refused when it answers %s", async (_what, how) => {
      const person = await owner();
      const { challenge, options } = await beginSignIn();
      const passkey = person.key.answer(options, how);
      await expect(confirm(person, challenge, passkey)).rejects.toMatchObject({ cause: wrong });
    });

    it("is refused with another person's", async () => {
      const [person, thief] = [await owner(), await owner()];
      const { challenge, options } = await beginSignIn();
      const answers = [
        person.key.answer(options, { userHandle: null }),
        thief.key.answer(options, { userHandle: null }),
      ] as const;
      const refused = confirm(person, challenge, answers[1]);
      await expect(refused).rejects.toMatchObject({ cause: wrong });
      await expect(confirm(person, challenge, answers[0])).resolves.toHaveProperty("fresh_until");
    });
  });

  it("says whose it is, whatever is sent instead of an answer", async () => {
    const [person, other] = [await owner(), await owner()];
    const ctx = shop.ctx();
    const { challenge: webauthnChallenge } = await requestFor(ctx, null);
    const answer = person.key.answer({ challenge: webauthnChallenge });
    const { id: userId } = person.user;
    const given = { webauthnChallenge, answer, userId };
    expect(await provenBy(ctx, { ...given, userId: other.user.id })).toBeNull();
    for (const part of ["clientDataJSON", "authenticatorData", "signature"] as const) {
      for (const text of ["A", "bnVsbA", "e30", "_".repeat(20_000)]) {
        const response = { ...answer.response, [part]: text };
        expect(await provenBy(ctx, { ...given, answer: { ...answer, response } })).toBeNull();
      }
    }
    expect(await provenBy(ctx, { ...given, answer: { ...answer, rawId: "AAAA" } })).toBeNull();
    expect(await provenBy(ctx, given)).toEqual({ userId });
    expect(await provenBy(ctx, { ...given, userId: null })).toBeNull();
  });
});
