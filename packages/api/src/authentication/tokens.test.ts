/** Staying signed in, and the many ways in which that ends. */

import { statementsOf } from "@souk/db";
import { events, refreshTokens, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../kernel/secrets.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { issueAccessToken } from "./credentials/access-tokens.ts";
import * as authentication from "./service/index.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const refused = { kind: "unauthenticated", reason: "refresh_token_invalid" };
const ended = { kind: "rejected", reason: "session_ended" };

describe.each(engines)("sessions on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const refresh = (token: string) => authentication.refresh(ctx(), { refresh: token });
  const eventsAbout = async ({ user }: TestCustomer) => {
    const rows = await system().select().from(events).where(eq(events.subjectId, user.id));
    return rows.map(({ type }) => type);
  };

  describe("an access token", () => {
    it("expires after 15 minutes", async () => {
      const { access } = await registerCustomer(shop);
      shop.advance(14 * MINUTE);
      expect(await bearer(access)).toMatchObject({ kind: "customer" });
      shop.advance(MINUTE);
      expect(await bearer(access)).toEqual({ kind: "rejected", reason: "token_expired" });
    });

    it("is refused from the moment its user is shut out", async () => {
      const { access, user, refresh: token } = await registerCustomer(shop);
      await system().update(users).set({ isActive: false }).where(eq(users.id, user.id));
      expect(await bearer(access)).toEqual(ended);
      await expect(refresh(token)).rejects.toMatchObject(refused);
    });

    it("names whose session it is, and nobody else's", async () => {
      const [one, other] = [await registerCustomer(shop), await registerCustomer(shop)];
      const { sessionId } = one.actor;
      const tokenOf = ({ actor: { userId } }: TestCustomer) =>
        issueAccessToken(ctx(), { userId, sessionId }, new Date(Date.now() + 3_600_000));
      expect(await bearer(await tokenOf(one))).toMatchObject({ kind: "customer" });
      expect(await bearer(await tokenOf(other))).toEqual(ended);
    });

    it("is not what a refresh token is", async () => {
      const { refresh: token, access } = await registerCustomer(shop);
      expect(await bearer(token)).toEqual({ kind: "rejected", reason: "token_invalid" });
      await expect(refresh(access)).rejects.toMatchObject(refused);
    });

    it("wins over a cookie, good or bad", async () => {
      const { access, user } = await registerCustomer(shop);
      const both = { bearer: access, sessionCookie: "x" };
      expect(await authentication.actorOf(ctx(), both)).toMatchObject({ userId: user.id });
      const bad = { bearer: "x", sessionCookie: "y" };
      expect(await authentication.actorOf(ctx(), bad)).toMatchObject({ kind: "rejected" });
    });

    it("costs one statement to judge", async () => {
      const { access } = await registerCustomer(shop);
      await bearer(access);
      const { statements } = await statementsOf(() => bearer(access));
      expect(statements).toHaveLength(1);
    });
  });

  describe("a refresh token", () => {
    it("is exchanged for new tokens of the same session", async () => {
      const { refresh: token, actor } = await registerCustomer(shop);
      shop.advance(20 * MINUTE);
      const fresh = await refresh(token);
      expect(Object.keys(fresh).sort()).toEqual(["access", "refresh"]);
      expect(await bearer(fresh.access)).toEqual(actor);
    });

    it("is stored as its hash only", async () => {
      const { refresh: token, actor } = await registerCustomer(shop);
      const rows = await system()
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.sessionId, actor.sessionId));
      expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashSecret(token)]);
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it("ends its whole session when it comes a second time", async () => {
      const customer = await registerCustomer(shop);
      const { access, refresh: next } = await refresh(customer.refresh);
      await expect(refresh(customer.refresh)).rejects.toMatchObject(refused);
      expect(await bearer(access)).toEqual(ended);
      expect(await bearer(customer.access)).toEqual(ended);
      await expect(refresh(next)).rejects.toMatchObject(refused);
      expect(await eventsAbout(customer)).toContain("refresh_token.reused");
    });

    it("leaves the user's other sessions alone when it ends its own", async () => {
      const { email, refresh: token } = await registerCustomer(shop);
      const other = await signIn(ctx(), { email, password: PASSWORD });
      await refresh(token);
      await expect(refresh(token)).rejects.toMatchObject(refused);
      expect(await bearer(other.access)).toMatchObject({ kind: "customer" });
      await refresh(other.refresh);
    });

    it("is won by one of many who race with it, and then its session ends", async () => {
      const { refresh: token } = await registerCustomer(shop);
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => refresh(token)));
      const won = results.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).toMatchObject(refused);
      }
      expect(await bearer(won[0]?.value.access ?? "")).toEqual(ended);
    });

    it("lives 7 days", async () => {
      const [one, two] = [await registerCustomer(shop), await registerCustomer(shop)];
      shop.advance(7 * DAY - MINUTE);
      await refresh(one.refresh);
      shop.advance(MINUTE);
      await expect(refresh(two.refresh)).rejects.toMatchObject(refused);
    });

    it("expires by itself, even while its session lives", async () => {
      const { refresh: token, access } = await registerCustomer(shop);
      await system()
        .update(refreshTokens)
        .set({ expiresAt: ctx().now() })
        .where(eq(refreshTokens.tokenHash, hashSecret(token)));
      await expect(refresh(token)).rejects.toMatchObject(refused);
      expect(await bearer(access)).toMatchObject({ kind: "customer" });
    });

    it("keeps a session alive for 30 days, whatever its use", async () => {
      let { refresh: token } = await registerCustomer(shop);
      for (let day = 0; day < 29; day += 1) {
        shop.advance(DAY);
        token = (await refresh(token)).refresh;
      }
      shop.advance(DAY - MINUTE);
      const last = await refresh(token);
      shop.advance(MINUTE);
      await expect(refresh(last.refresh)).rejects.toMatchObject(refused);
      expect((await bearer(last.access)).kind).toBe("rejected");
    });

    it("may be exchanged 120 times an hour", async () => {
      const { refresh: token, actor } = await registerCustomer(shop);
      const { now, store } = ctx();
      await system()
        .insert(refreshTokens)
        .values(
          Array.from({ length: 119 }, (_, i) => ({
            storeId: store.id,
            sessionId: actor.sessionId,
            tokenHash: `spent-${actor.sessionId}-${i}`,
            expiresAt: now(),
            usedAt: now(),
            createdAt: now(),
          })),
        );
      await expect(refresh(token)).rejects.toMatchObject({ kind: "rate_limited" });
      shop.advance(60 * MINUTE + 1);
      await refresh(token);
    });

    it.each(["x", "", "\u0000", "é".repeat(500)])("is not %j", async (token) => {
      await expect(refresh(token)).rejects.toMatchObject(refused);
    });
  });

  describe("logging out", () => {
    const logout = (token: string, actor = shop.ctx().actor) =>
      authentication.logout({ ...ctx(), actor }, { refresh: token });
    const done = { message: "Successfully logged out." };

    it("ends the session's tokens at once", async () => {
      const { access, refresh: token, actor } = await registerCustomer(shop);
      expect(await logout(token, actor)).toEqual(done);
      expect(await bearer(access)).toEqual(ended);
      await expect(refresh(token)).rejects.toMatchObject(refused);
    });

    it("works with the refresh token alone, after the access token expired", async () => {
      const { access, refresh: token } = await registerCustomer(shop);
      shop.advance(16 * MINUTE);
      const { access: newer, refresh: next } = await refresh(token);
      expect(await logout(next, await bearer(access))).toEqual(done);
      expect(await bearer(newer)).toEqual(ended);
    });

    it("answers alike for a token that nobody knows, and ends nothing", async () => {
      const { access, actor } = await registerCustomer(shop);
      expect(await logout("unknown", actor)).toEqual(done);
      expect(await bearer(access)).toMatchObject({ kind: "customer" });
    });

    it("ends nobody else's session", async () => {
      const [mine, theirs] = [await registerCustomer(shop), await registerCustomer(shop)];
      expect(await logout(theirs.refresh, mine.actor)).toEqual(done);
      expect(await bearer(theirs.access)).toMatchObject({ kind: "customer" });
      expect(await bearer(mine.access)).toMatchObject({ kind: "customer" });
    });

    it("leaves the user's other devices signed in", async () => {
      const { email, refresh: token } = await registerCustomer(shop);
      const other = await signIn(ctx(), { email, password: PASSWORD });
      await logout(token);
      expect(await bearer(other.access)).toMatchObject({ kind: "customer" });
    });

    it("races with a refresh without an error", async () => {
      for (let i = 0; i < 4; i++) {
        const { access, refresh: token } = await registerCustomer(shop);
        const [out, exchanged] = await Promise.allSettled([logout(token), refresh(token)]);
        expect(out.status).toBe("fulfilled");
        if (exchanged.status === "rejected") expect(exchanged.reason).toMatchObject(refused);
        expect(await bearer(access)).toEqual(ended);
      }
    });
  });
});
