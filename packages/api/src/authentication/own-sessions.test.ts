/** Where a customer is signed in, as they see it, and what they may end. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../kernel/context.ts";
import { hashSecret } from "../kernel/secrets.ts";
import { freshClient, PASSWORD, registerCustomer, signIn } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { MAX_SESSIONS, openSession } from "./credentials/sessions.ts";
import * as authentication from "./service/index.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 86_400_000;
const PHONE =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
const ended = { kind: "rejected", reason: "session_ended" };

describe.each(engines)("a customer's own sessions on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const login = (email: string, request = freshClient()) =>
    signIn(shop.ctx({ request }), { email, password: PASSWORD });
  const as = (actor: Actor) => shop.as(actor, freshClient()).authentication;
  const sessionOf = async (actor: Actor) => {
    const { items } = await as(actor).listSessions();
    const [current, ...more] = items.filter(({ is_current }) => is_current);
    if (current === undefined || more.length > 0) throw new Error("not one current session");
    return current;
  };
  /** A browser that signed in, and its cookie. */
  const browser = async (email: string) => {
    let secret: string | null = null;
    const ctx = shop.ctx({
      request: freshClient(),
      sessionCookie: {
        set: (given) => {
          secret = given;
        },
        clear: () => {
          secret = null;
        },
      },
    });
    await authentication.startBrowserSession(ctx, { email, password: PASSWORD });
    return { ctx, cookie: (): string | null => secret };
  };
  const whoHas = (secret: string | null) =>
    authentication.actorOf(ctx(), { bearer: null, sessionCookie: secret });

  describe("the list", () => {
    it("tells device, address and times, last used first, and which one asks", async () => {
      const { actor, email } = await registerCustomer(shop);
      await registerCustomer(shop);
      shop.advance(MINUTE);
      await login(email, { ip: "198.51.100.20", userAgent: PHONE });
      const { items } = await as(actor).listSessions();
      expect(items).toEqual([
        {
          id: expect.stringMatching(/^[0-9a-f]{64}$/),
          device: "Chrome on Android",
          ip: "198.51.100.20",
          created_at: expect.any(String),
          last_used_at: expect.any(String),
          is_current: false,
        },
        expect.objectContaining({ id: actor.sessionId, device: "vitest", is_current: true }),
      ]);
      expect(items[0]?.last_used_at).toBe(items[0]?.created_at);
    });

    it("holds nothing that opens a session", async () => {
      const { email } = await registerCustomer(shop);
      const { cookie } = await browser(email);
      const secret = cookie() ?? "";
      const answer = await as(await whoHas(secret)).listSessions();
      expect(JSON.stringify(answer)).not.toContain(secret);
      const shown = answer.items.map(({ id }) => id);
      expect(shown).toContain(hashSecret(secret));
      for (const id of shown) expect(await whoHas(id)).toEqual({ kind: "anonymous" });
    });

    it("leaves out what has expired", async () => {
      const { email, refresh } = await registerCustomer(shop);
      await login(email);
      shop.advance(6 * DAY);
      const { access } = await authentication.refresh(ctx(), { refresh });
      shop.advance(DAY);
      const fresh = await login(email);
      expect((await bearer(access)).kind).toBe("rejected");
      expect((await as(await bearer(fresh.access)).listSessions()).items).toHaveLength(2);
    });

    it(`is of the ${MAX_SESSIONS} used last: one more ends the one unused for longest`, async () => {
      const { actor, access, email } = await registerCustomer(shop);
      shop.advance(MINUTE);
      const unused = await login(email);
      shop.advance(SECOND);
      expect(await bearer(access)).toEqual(actor);
      for (let i = 2; i < MAX_SESSIONS; i++) await openSession(ctx(), actor.userId);
      expect(await bearer(unused.access)).toMatchObject({ kind: "customer" });
      await login(email);
      expect(await bearer(unused.access)).toEqual(ended);
      expect((await as(await bearer(access)).listSessions()).items).toHaveLength(MAX_SESSIONS);
    });
  });

  describe("the time of the last use", () => {
    it("moves with the use of a token, once a minute at most", async () => {
      const { actor, access } = await registerCustomer(shop);
      const before = await sessionOf(actor);
      shop.advance(50 * SECOND);
      const { statements: early } = await statementsOf(() => bearer(access));
      expect(early).toHaveLength(1);
      expect((await sessionOf(actor)).last_used_at).toBe(before.last_used_at);
      shop.advance(10 * SECOND);
      await Promise.all([1, 2, 3].map(() => bearer(access)));
      const { statements: again } = await statementsOf(() => bearer(access));
      expect(again).toHaveLength(1);
      const after = await sessionOf(actor);
      expect(Date.parse(after.last_used_at)).toBeGreaterThanOrEqual(
        Date.parse(before.last_used_at) + MINUTE,
      );
      expect(after.created_at).toBe(before.created_at);
    });

    it("moves with the use of a cookie", async () => {
      const { email } = await registerCustomer(shop);
      const { cookie } = await browser(email);
      const before = await sessionOf(await whoHas(cookie()));
      shop.advance(2 * MINUTE);
      const after = await sessionOf(await whoHas(cookie()));
      expect(Date.parse(after.last_used_at)).toBeGreaterThan(Date.parse(before.last_used_at));
    });

    it("does not move when somebody is refused", async () => {
      const { actor, access } = await registerCustomer(shop);
      const before = await sessionOf(actor);
      shop.advance(15 * MINUTE);
      expect((await bearer(access)).kind).toBe("rejected");
      expect((await sessionOf(actor)).last_used_at).toBe(before.last_used_at);
    });
  });

  describe("ending one", () => {
    it("signs its device out at once", async () => {
      const { actor, email } = await registerCustomer(shop);
      const other = await login(email);
      const { sessionId: id } = await bearer(other.access).then((actor) =>
        actor.kind === "customer" ? actor : Promise.reject(new Error("is not signed in")),
      );
      await as(actor).endDeviceSession({ id });
      expect(await bearer(other.access)).toEqual(ended);
      await expect(authentication.refresh(ctx(), { refresh: other.refresh })).rejects.toMatchObject(
        { kind: "unauthenticated" },
      );
      await expect(as(actor).endDeviceSession({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await as(actor).listSessions()).items).toHaveLength(1);
    });

    it("takes the cookie from the browser that ends its own", async () => {
      const { email } = await registerCustomer(shop);
      const { ctx, cookie } = await browser(email);
      const actor = await whoHas(cookie());
      if (actor.kind !== "customer") throw new Error("is not signed in");
      await authentication.endDeviceSession({ ...ctx, actor }, { id: actor.sessionId });
      expect(cookie()).toBeNull();
    });

    it("finds nobody else's", async () => {
      const [mine, theirs] = [await registerCustomer(shop), await registerCustomer(shop)];
      for (const id of [theirs.actor.sessionId, "0".repeat(64)]) {
        await expect(as(mine.actor).endDeviceSession({ id })).rejects.toMatchObject({
          code: "NOT_FOUND",
          message: "No such session.",
        });
      }
      for (const id of ["x", "\u0000".repeat(64)]) {
        await expect(as(mine.actor).endDeviceSession({ id })).rejects.toMatchObject({
          code: "BAD_REQUEST",
        });
      }
      expect(await bearer(theirs.access)).toEqual(theirs.actor);
    });
  });

  it("all others end at once, and nobody else's", async () => {
    const { actor, access, email } = await registerCustomer(shop);
    const stranger = await registerCustomer(shop);
    const others = [await login(email), await login(email)];
    await as(actor).endOtherSessions();
    for (const other of others) expect(await bearer(other.access)).toEqual(ended);
    expect(await bearer(access)).toEqual(actor);
    expect(await bearer(stranger.access)).toEqual(stranger.actor);
  });

  it("may end each other at the same time", async () => {
    const { actor, email } = await registerCustomer(shop);
    for (let i = 0; i < 6; i++) await openSession(ctx(), actor.userId);
    const another = await bearer((await login(email)).access);
    await Promise.all([as(actor).endOtherSessions(), as(another).endOtherSessions()]);
    expect((await as(actor).listSessions()).items).toEqual([]);
  });

  it("are for those who are signed in", async () => {
    const nobody = as({ kind: "anonymous" });
    const refused = { code: "UNAUTHORIZED" };
    await expect(nobody.listSessions()).rejects.toMatchObject(refused);
    await expect(nobody.endDeviceSession({ id: "0".repeat(64) })).rejects.toMatchObject(refused);
    await expect(nobody.endOtherSessions()).rejects.toMatchObject(refused);
    await expect(nobody.listLoginAttempts({})).rejects.toMatchObject(refused);
  });
});
