/** Signing in with a passkey alone: what opens a session, once, and what the limits make of the rest. */
import { loginAttempts, sessions } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn as byPassword, freshClient, PASSWORD } from "../../testing/accounts.ts";
import { type Signing, softPasskey } from "../../testing/authenticator.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { type PasskeyOwner, passkeySignInsOf } from "../../testing/passkeys.ts";
import { enableTotp } from "../../testing/second-factor.ts";
import { setActive } from "../../users/service/index.ts";
import * as authentication from "../service/index.ts";
import * as passkeys from "./service/index.ts";

const MINUTE = 60_000;
const wrong = { reason: "wrong_passkey", fields: { passkey: [expect.any(String)] } };
const expired = { reason: "challenge_expired", fields: { challenge: [expect.any(String)] } };
const tooMany = { kind: "rate_limited", reason: "too_many_failed_logins" };

describe.each(engines)("signing in with a passkey on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const { begin, finish, signIn, owner } = passkeySignInsOf(() => shop);
  const ctx = () => shop.ctx({ request: freshClient() });
  const trail = async ({ email }: { email: string }) => {
    const { db, store } = shop.ctx();
    const rows = await db
      .select()
      .from(loginAttempts)
      .where(and(eq(loginAttempts.storeId, store.id), eq(loginAttempts.account, email)))
      .orderBy(asc(loginAttempts.id));
    return rows.map(({ result, reason }) => `${result} ${reason}`).slice(1);
  };
  const sessionsOf = async ({ user }: PasskeyOwner) => {
    const { db, store } = shop.ctx();
    const own = and(eq(sessions.storeId, store.id), eq(sessions.userId, user.id));
    return (await db.select().from(sessions).where(own)).length;
  };
  const stranger = async () => {
    const { options } = await begin();
    const user = { id: "AAAA", name: "", displayName: "" };
    return softPasskey({ challenge: options.challenge, user });
  };

  it("asks for any passkey of the shop's, and tells nobody's", async () => {
    await owner();
    expect((await begin()).options).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rpId: "shop.example",
      timeout: 10 * MINUTE,
      userVerification: "required",
    });
  });

  it("opens a fresh session with tokens, in one step, though other factors guard the account", async () => {
    const person = await owner();
    await enableTotp(shop, person.actor);
    const { access, refresh, user } = await signIn(person.key);
    expect(user.email).toBe(person.email);
    expect(await authentication.refresh(ctx(), { refresh })).toHaveProperty("access");
    const actor = await authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
    expect(actor).toMatchObject({ userId: person.user.id, authenticatedAt: expect.any(Date) });
    expect(await trail(person)).toEqual(["succeeded signed_in"]);
    const { items } = await shop.as(actor, freshClient()).authentication.passkeys.list();
    expect(items).toMatchObject([{ id: person.key.passkey.id, last_used_at: expect.any(String) }]);
  });

  it("gives a browser a cookie", async () => {
    const person = await owner();
    let secret: string | null = null;
    const sessionCookie = {
      set: (given: string) => {
        secret = given;
      },
      clear: () => undefined,
    };
    const browser = shop.ctx({ request: freshClient(), sessionCookie });
    const { challenge, options } = await begin();
    const input = { challenge, passkey: person.key.answer(options) };
    const answer = await passkeys.startSession(browser, input);
    expect(answer.user.email).toBe(person.email);
    const actor = await authentication.actorOf(ctx(), { bearer: null, sessionCookie: secret });
    expect(actor).toMatchObject({ userId: person.user.id, via: "cookie" });
  });

  it.each<[string, Signing]>([
    ["on another site", { origin: "https://evil.example" }],
    ["on another port of the host", { origin: "https://shop.example:8443" }],
    ["for another host", { host: "evil.example" }],
    ["in a frame of another page", { crossOrigin: true }],
    ["without recognising its person", { verified: false }],
    ["in another ceremony", { type: "webauthn.create" }],
    ["in the name of somebody else", { userHandle: "AAAA" }],
    ["in nobody's name", { userHandle: null }],
  ])("refuses an answer given %s", async (_what, how) => {
    const person = await owner();
    const before = await sessionsOf(person);
    await expect(signIn(person.key, how)).rejects.toMatchObject(wrong);
    expect(await trail(person)).toEqual(["failed wrong_passkey"]);
    expect(await sessionsOf(person)).toBe(before);
    await expect(signIn(person.key)).resolves.toHaveProperty("access");
  });

  it.each(["signature", "authenticatorData", "clientDataJSON"] as const)(
    "refuses an answer whose %s was tampered with",
    async (part) => {
      const person = await owner();
      const { challenge, options } = await begin();
      const answer = person.key.answer(options);
      const bytes = Buffer.from(answer.response[part], "base64url");
      const last = bytes.length - 1;
      bytes.writeUInt8((bytes.at(last) ?? 0) ^ 1, last);
      for (const changed of [bytes.toString("base64url"), "AAAA"]) {
        const response = { ...answer.response, [part]: changed };
        await expect(finish(challenge, { ...answer, response })).rejects.toMatchObject(wrong);
      }
      await expect(finish(challenge, answer)).resolves.toHaveProperty("access");
    },
  );

  it("refuses an answer to another challenge, and one that another key gave", async () => {
    const person = await owner();
    const other = await owner();
    const [one, two] = [await begin(), await begin()];
    const mixed = person.key.answer(two.options);
    await expect(finish(one.challenge, mixed)).rejects.toMatchObject(wrong);
    const { id, rawId } = person.key.created;
    const forged = { ...other.key.answer(one.options), id, rawId };
    await expect(finish(one.challenge, forged)).rejects.toMatchObject(wrong);
  });

  it("takes an answer once, also when it is given many times at once", async () => {
    const person = await owner({ counter: 0 });
    const before = await sessionsOf(person);
    const { challenge, options } = await begin();
    const answer = person.key.answer(options, { counter: 0 });
    const results = await Promise.allSettled(
      Array.from({ length: 3 }, () => finish(challenge, answer)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(finish(challenge, answer)).rejects.toMatchObject(expired);
    expect(await sessionsOf(person)).toBe(before + 1);
  });

  it("takes no challenge after 10 minutes, nor one of another purpose", async () => {
    const person = await owner();
    const { challenge, options } = await begin();
    shop.advance(10 * MINUTE);
    await expect(finish(challenge, person.key.answer(options))).rejects.toMatchObject(expired);
    const second = await authentication.login(ctx(), { email: person.email, password: PASSWORD });
    if (!("second_factor" in second)) throw new Error("no second factor was asked for");
    const { challenge: step, passkey } = second.second_factor;
    const answer = person.key.answer({ challenge: passkey?.challenge ?? "" });
    await expect(finish(step, answer)).rejects.toMatchObject(expired);
    await expect(finish("unknown", answer)).rejects.toMatchObject(expired);
  });

  it("refuses a key that counts its uses when the count does not rise", async () => {
    const person = await owner({ counter: 7 });
    for (const counter of [7, 6, 0]) {
      await expect(signIn(person.key, { counter })).rejects.toMatchObject(wrong);
      shop.advance(15 * MINUTE);
    }
    await expect(signIn(person.key, { counter: 8 })).resolves.toHaveProperty("access");
    await expect(signIn(person.key, { counter: 8 })).rejects.toMatchObject(wrong);
  });

  it("takes a key that never counts", async () => {
    const person = await owner();
    for (let n = 0; n < 3; n += 1) {
      await expect(signIn(person.key, { counter: 0 })).resolves.toHaveProperty("access");
    }
  });

  it("of two uses of one count that come at once, takes one", async () => {
    const person = await owner();
    const starts = [await begin(), await begin()];
    const results = await Promise.allSettled(
      starts.map(({ challenge, options }) =>
        finish(challenge, person.key.answer(options, { counter: 5 })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses a removed key and an account that is disabled", async () => {
    const person = await owner();
    const { key } = person;
    await setActive(shop.ctx(), person.user.id, false);
    await expect(signIn(key)).rejects.toMatchObject({ reason: "account_inactive" });
    await expect(signIn(key, { verified: false })).rejects.toMatchObject(wrong);
    await setActive(shop.ctx(), person.user.id, true);
    await shop.as(person.actor).authentication.passkeys.remove({ id: key.passkey.id });
    await expect(signIn(key)).rejects.toMatchObject(wrong);
  });

  it("knows no key and no challenge of another store", async () => {
    const next = await openNeighbour(shop);
    const foreign = passkeySignInsOf(() => next);
    const { key } = await foreign.owner();
    await expect(signIn(key)).rejects.toMatchObject(wrong);
    const { key: ours } = await owner();
    const { challenge, options } = await foreign.begin();
    await expect(finish(challenge, ours.answer(options))).rejects.toMatchObject(expired);
    await expect(foreign.signIn(ours)).rejects.toMatchObject(wrong);
    await expect(foreign.signIn(key)).resolves.toHaveProperty("access");
  });

  it("is refused while the account is locked, and its failures lock the account", async () => {
    const person = await owner();
    const login = (password: string) => byPassword(ctx(), { email: person.email, password });
    await expect(login("wrong")).rejects.toThrow();
    await expect(signIn(person.key, { verified: false })).rejects.toMatchObject(wrong);
    await expect(login("wrong")).rejects.toThrow();
    await expect(signIn(person.key)).rejects.toMatchObject(tooMany);
    shop.advance(15 * MINUTE);
    for (let n = 0; n < 3; n += 1) {
      await expect(signIn(person.key, { verified: false })).rejects.toMatchObject(wrong);
    }
    await expect(login(PASSWORD)).rejects.toMatchObject(tooMany);
    shop.advance(15 * MINUTE);
    await expect(signIn(person.key)).resolves.toHaveProperty("access");
  });

  it("with unknown keys counts for the client, and locks nobody else out", async () => {
    const unknown = await stranger();
    const request = freshClient();
    for (let n = 0; n < 5; n += 1) {
      await expect(signIn(unknown, {}, request)).rejects.toMatchObject(wrong);
    }
    await expect(signIn(unknown, {}, request)).rejects.toMatchObject(tooMany);
    const { key } = await owner();
    await expect(signIn(key, {}, request)).rejects.toMatchObject(tooMany);
    await expect(signIn(unknown)).rejects.toMatchObject(wrong);
    await expect(signIn(key)).resolves.toHaveProperty("access");
  });

  it("may be begun by one client 60 times in 15 minutes", async () => {
    const request = freshClient();
    for (let n = 0; n < 60; n += 1) await begin(request);
    const limited = { kind: "rate_limited", reason: "too_many_requests" };
    await expect(begin(request)).rejects.toMatchObject(limited);
    await begin();
    shop.advance(15 * MINUTE);
    await expect(begin(request)).resolves.toHaveProperty("challenge");
  });
});
