/** A browser's session, which lives in an HttpOnly cookie. */
import { statementsOf } from "@souk/db";
import { sessions, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../kernel/secrets.ts";
import { freshClient, PASSWORD, registerCustomer } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as authentication from "./service/index.ts";

const DAY = 86_400_000;

describe.each(engines)("browser sessions on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;

  describe("a browser that signs in", () => {
    interface Jar {
      secret: string | null;
      expiresAt: Date | null;
    }
    const browser = () => {
      const jar: Jar = { secret: null, expiresAt: null };
      const ctx = shop.ctx({
        request: freshClient(),
        sessionCookie: {
          set: (secret, expiresAt) => Object.assign(jar, { secret, expiresAt }),
          clear: () => Object.assign(jar, { secret: null, expiresAt: null }),
        },
      });
      return { ctx, jar };
    };
    const whoHas = (secret: string | null) =>
      authentication.actorOf(shop.ctx(), { bearer: null, sessionCookie: secret });

    it("gets a cookie and no token", async () => {
      const { email, user } = await registerCustomer(shop);
      const { ctx, jar } = browser();
      const answer = await authentication.startBrowserSession(ctx, { email, password: PASSWORD });
      expect(answer).toEqual({ user });
      expect(await whoHas(jar.secret)).toMatchObject({ userId: user.id, via: "cookie" });
    });

    it("is signed out at once, everywhere the cookie may be", async () => {
      const { email } = await registerCustomer(shop);
      const { ctx, jar } = browser();
      await authentication.startBrowserSession(ctx, { email, password: PASSWORD });
      const { secret } = jar;
      await authentication.endBrowserSession({ ...ctx, actor: await whoHas(secret) });
      expect(jar.secret).toBeNull();
      expect(await whoHas(secret)).toEqual({ kind: "anonymous" });
    });

    it("may sign out without being signed in", async () => {
      await authentication.endBrowserSession(browser().ctx);
    });

    it("leaves its earlier session when it signs in anew", async () => {
      const { email } = await registerCustomer(shop);
      const { ctx, jar } = browser();
      await authentication.startBrowserSession(ctx, { email, password: PASSWORD });
      const { secret: before } = jar;
      const again = { ...ctx, actor: await whoHas(before) };
      await authentication.startBrowserSession(again, { email, password: PASSWORD });
      expect(jar.secret).not.toBe(before);
      expect(await whoHas(before)).toEqual({ kind: "anonymous" });
    });

    it("gets no session and no cookie for a wrong password", async () => {
      const { email } = await registerCustomer(shop);
      const { ctx, jar } = browser();
      const attempt = authentication.startBrowserSession(ctx, { email, password: "not this one" });
      await expect(attempt).rejects.toMatchObject({ reason: "invalid_credentials" });
      expect(jar.secret).toBeNull();
    });
  });

  describe("a browser's cookie", () => {
    const signIn = async () => {
      const { email } = await registerCustomer(shop);
      let secret = "";
      const sessionCookie = {
        set: (given: string) => {
          secret = given;
        },
        clear: () => undefined,
      };
      const browser = shop.ctx({ request: freshClient(), sessionCookie });
      await authentication.startBrowserSession(browser, { email, password: PASSWORD });
      return secret;
    };
    const visit = async (sessionCookie: string) => {
      const told: (Date | "cleared")[] = [];
      const visiting = shop.ctx({
        sessionCookie: {
          set: (_secret, expiresAt) => told.push(expiresAt),
          clear: () => told.push("cleared"),
        },
      });
      const actor = await authentication.actorOf(visiting, { bearer: null, sessionCookie });
      return { actor, told };
    };
    const rowOf = async (secret: string) => {
      const [row] = await system()
        .select()
        .from(sessions)
        .where(and(eq(sessions.storeId, shop.store.id), eq(sessions.id, hashSecret(secret))));
      return row;
    };

    it("is nobody's, and taken away, when no session has it", async () => {
      for (const secret of ["x", "\u0000", hashSecret(await signIn())]) {
        const { actor, told } = await visit(secret);
        expect(actor).toEqual({ kind: "anonymous" });
        expect(told).toEqual(["cleared"]);
      }
    });

    it("slides when half of its week is over, and the browser is told", async () => {
      const secret = await signIn();
      shop.advance(3 * DAY);
      expect((await visit(secret)).told).toEqual([]);
      shop.advance(DAY);
      const { actor, told } = await visit(secret);
      expect(actor).toMatchObject({ kind: "customer", via: "cookie" });
      expect(told).toEqual([(await rowOf(secret))?.expiresAt]);
      shop.advance(6 * DAY);
      expect((await visit(secret)).actor).toMatchObject({ kind: "customer" });
    });

    it("ends after a week without a visit, and its row goes", async () => {
      const secret = await signIn();
      shop.advance(7 * DAY);
      const { actor, told } = await visit(secret);
      expect(actor).toEqual({ kind: "anonymous" });
      expect(told).toEqual(["cleared"]);
      expect(await rowOf(secret)).toBeUndefined();
    });

    it("ends after 30 days, however often it visits", async () => {
      const secret = await signIn();
      for (let day = 2; day < 30; day += 2) {
        shop.advance(2 * DAY);
        expect((await visit(secret)).actor, `day ${day}`).toMatchObject({ kind: "customer" });
      }
      const row = await rowOf(secret);
      expect(row?.expiresAt).toEqual(row?.endsAt);
      shop.advance(2 * DAY);
      expect((await visit(secret)).actor).toEqual({ kind: "anonymous" });
    });

    it("writes nothing on most visits", async () => {
      const secret = await signIn();
      const { statements } = await statementsOf(() => visit(secret));
      expect(statements).toHaveLength(1);
    });

    it("is nobody's from the moment its user is shut out", async () => {
      const secret = await signIn();
      const userId = (await rowOf(secret))?.userId ?? "";
      await system().update(users).set({ isActive: false }).where(eq(users.id, userId));
      expect((await visit(secret)).actor).toEqual({ kind: "anonymous" });
    });
  });
});
