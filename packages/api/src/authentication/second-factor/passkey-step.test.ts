/** A passkey in the second step of signing in, and as proof of who is signed in. */
import { stores } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, PASSWORD, signIn } from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { addPasskey, passkeySignInsOf } from "../../testing/passkeys.ts";
import { enableTotp, secondStepsOf } from "../../testing/second-factor.ts";
import { giveRole } from "../../testing/staff.ts";
import type { PasskeyRequest } from "../passkeys/contract.ts";
import * as authentication from "../service/index.ts";

const MINUTE = 60_000;
const wrongPasskey = {
  kind: "invalid",
  reason: "wrong_code",
  fields: { passkey: [expect.any(String)] },
};
const expired = { reason: "second_step_expired" };

describe.each(engines)("a passkey as second factor on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const { begin, step, guarded } = secondStepsOf(() => shop);
  const { owner, begin: startSignIn, finish } = passkeySignInsOf(() => shop);
  /** What the browser is asked to let the person sign with. */
  const requestIn = ({ passkey }: { readonly passkey: PasskeyRequest | null }): PasskeyRequest => {
    if (passkey === null) throw new Error("no passkey is asked for");
    return passkey;
  };
  const won = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === "fulfilled").length;

  describe("in the second step", () => {
    it("is asked for by name after the right password, and signs in", async () => {
      const { key, email, user } = await owner();
      const needed = await begin({ email });
      expect(needed.methods).toEqual(["passkey", "recovery_code"]);
      const request = requestIn(needed);
      expect(request.allowCredentials?.map(({ id }) => id)).toEqual([key.answer(request).id]);
      expect((await step(needed, { passkey: key.answer(request) })).user).toEqual(user);
    });

    it("serves beside the codes of an app, one of them each time", async () => {
      const { customer, app } = await guarded();
      const key = await addPasskey(shop, customer.actor);
      const needed = await begin(customer);
      expect(needed.methods).toEqual(["totp", "passkey", "recovery_code"]);
      await step(needed, { passkey: key.answer(requestIn(needed)) });
      await step(await begin(customer), { code: app.code() });
    });

    it("answers one challenge, once, however many come at once", async () => {
      const { key, email } = await owner();
      const needed = await begin({ email });
      const passkey = key.answer(requestIn(needed));
      const tries = [1, 2, 3].map(() => step(needed, { passkey }));
      expect(won(await Promise.allSettled(tries))).toBe(1);
      await expect(step(needed, { passkey })).rejects.toMatchObject(expired);
      await expect(step(await begin({ email }), { passkey })).rejects.toMatchObject(wrongPasskey);
    });

    it("is wrong when it is another person's, or was asked for elsewhere", async () => {
      const { key, email } = await owner();
      const stranger = await owner();
      const needed = await begin({ email });
      const request = requestIn(needed);
      const elsewhere = key.answer(request, { origin: "https://evil.example" });
      for (const passkey of [stranger.key.answer(request), elsewhere]) {
        await expect(step(needed, { passkey })).rejects.toMatchObject(wrongPasskey);
      }
      await step(needed, { passkey: key.answer(request) });
    });

    it("does not stand in for a sign-in by passkey alone, nor the other way round", async () => {
      const { key, email } = await owner();
      const needed = await begin({ email });
      const { challenge, options } = await startSignIn();
      await expect(finish(needed.challenge, key.answer(requestIn(needed)))).rejects.toThrow();
      await expect(step({ challenge }, { passkey: key.answer(options) })).rejects.toMatchObject(
        expired,
      );
    });

    it("leaves no code to guess where no app is on", async () => {
      const { email } = await owner();
      await expect(step(await begin({ email }), { code: "123456" })).rejects.toMatchObject({
        reason: "wrong_code",
        fields: { code: [expect.any(String)] },
      });
    });

    it("may be stood in for by recovery codes that its owner made", async () => {
      const { actor, email } = await owner();
      const { codes } = await shop.as(actor).authentication.secondFactor.replaceRecoveryCodes();
      const needed = await begin({ email });
      expect(needed.methods).toEqual(["passkey", "recovery_code"]);
      await step(needed, { recovery_code: codes[0] });
    });
  });

  it("stays when the app goes, with the recovery codes, and is enough for staff", async () => {
    const { actor, email } = await owner();
    await giveRole(shop, email, "support");
    await enableTotp(shop, actor);
    const needs = (staffNeedsSecondFactor: boolean) =>
      shop.test.database.system
        .update(stores)
        .set({ staffNeedsSecondFactor })
        .where(eq(stores.id, shop.store.id));
    await needs(true);
    const { secondFactor } = shop.as(actor).authentication;
    await secondFactor.disableTotp();
    await needs(false);
    expect(await secondFactor.status()).toMatchObject({
      totp: { enabled: false },
      recovery_codes_left: 10,
      passkeys: 1,
    });
    expect((await begin({ email })).methods).toEqual(["passkey", "recovery_code"]);
  });

  describe("as proof of who is signed in", () => {
    const bearer = async (access: string) => {
      const credentials = { bearer: access, sessionCookie: null };
      const actor = await authentication.actorOf(shop.ctx(), credentials);
      return shop.as(actor, freshClient()).authentication;
    };
    const longSignedIn = async () => {
      const customer = await owner();
      shop.advance(11 * MINUTE);
      return customer;
    };

    it("makes the session fresh, without a password", async () => {
      const { access, key } = await longSignedIn();
      const { challenge, options } = await startSignIn();
      const passkey = key.answer(options);
      await (await bearer(access)).confirmIdentity({ challenge, passkey });
      await (await bearer(access)).secondFactor.replaceRecoveryCodes();
      const again = (await bearer(access)).confirmIdentity({ challenge, passkey });
      await expect(again).rejects.toMatchObject({
        cause: { reason: "challenge_expired", fields: { challenge: [expect.any(String)] } },
      });
    });

    it("is wrong when it is another person's, which counts", async () => {
      const { access, key } = await longSignedIn();
      const stranger = await owner();
      for (let i = 0; i < 3; i++) {
        const { challenge, options } = await startSignIn();
        const passkey = stranger.key.answer(options);
        const confirming = (await bearer(access)).confirmIdentity({ challenge, passkey });
        await expect(confirming).rejects.toMatchObject({ cause: wrongPasskey });
      }
      const { challenge, options } = await startSignIn();
      const own = (await bearer(access)).confirmIdentity({
        challenge,
        passkey: key.answer(options),
      });
      await expect(own).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    });

    it("is needed, or a recovery code, beside the password", async () => {
      const { access } = await longSignedIn();
      const alone = (await bearer(access)).confirmIdentity({ password: PASSWORD });
      await expect(alone).rejects.toMatchObject({ cause: { reason: "second_factor_needed" } });
    });
  });

  it("is asked for no more when it was removed", async () => {
    const { actor, email, key } = await owner();
    await shop.as(actor).authentication.passkeys.remove({ id: key.passkey.id });
    await signIn(shop.ctx({ request: freshClient() }), { email, password: PASSWORD });
  });
});
