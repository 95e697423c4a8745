/** Signing others out, keeping them out and letting them in again: by whom, at once, and on record. */
import { statementsOf, uuid7 } from "@souk/db";
import { passwordResets } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey, registerStaff } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import { actorOf, passwordResetForMail, refresh, resetPassword } from "../service/index.ts";

const DAY = 86_400_000;
const ended = { kind: "rejected", reason: "session_ended" };
const notHeld = { code: "FORBIDDEN", cause: { reason: "permission_not_held" } };
const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };

describe.each(engines)("what staff does about people on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  let support: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
    support = await registerStaff(shop, "support");
  });
  afterAll(() => shop.close());

  const by = ({ actor }: Pick<TestCustomer, "actor">, here = shop) =>
    here.as(actor, freshClient()).authentication.security;
  const login = (email: string) =>
    signIn(shop.ctx({ request: freshClient() }), { email, password: PASSWORD });
  const bearer = (access: string) =>
    actorOf(shop.ctx({ request: freshClient() }), { bearer: access, sessionCookie: null });

  describe("the sessions of everybody", () => {
    it("tell whose they are, the last opened first, and which one asks", async () => {
      const { user, email, actor } = await registerCustomer(shop);
      shop.advance(1000);
      await login(email);
      const { items } = await by(support).sessions({ user_id: user.id.toUpperCase() });
      expect(items).toMatchObject([
        { user_id: user.id, email, is_current: false },
        { user_id: user.id, email, is_current: false, id: actor.sessionId },
      ]);
      const mine = (await by(support).sessions({})).items.filter(({ is_current }) => is_current);
      expect(mine.map(({ id }) => id)).toEqual([support.actor.sessionId]);
    });

    it("come page by page, each once, at one statement for two as for thirty", async () => {
      const { user, email } = await registerCustomer(shop);
      await login(email);
      const page = (limit: number, cursor?: string) =>
        statementsOf(() =>
          by(owner).sessions({ user_id: user.id, limit, ...(cursor && { cursor }) }),
        );
      const two = await page(100);
      for (let i = 2; i < 30; i++) await login(email);
      const thirty = await page(100);
      expect([two, thirty].map(({ statements }) => statements.length)).toEqual([1, 1]);
      expect([two, thirty].map(({ result }) => result.items.length)).toEqual([2, 30]);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { result } = await page(7, cursor);
        seen.push(...result.items.map(({ id }) => id));
        cursor = result.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(thirty.result.items.map(({ id }) => id));
    });

    it("refuse a cursor of another list, and bear one that somebody made up", async () => {
      const made = (position: unknown) =>
        Buffer.from(JSON.stringify(position)).toString("base64url");
      const id = "0".repeat(64);
      for (const position of ["x", ["users", 1, id], ["sessions", "x", id], ["sessions", 1, "x"]]) {
        const asked = by(owner).sessions({ cursor: made(position) });
        await expect(asked).rejects.toMatchObject({ cause: { reason: "cursor_invalid" } });
      }
      for (const key of [-8.64e15, Number.MAX_SAFE_INTEGER]) {
        const { items } = await by(owner).sessions({ cursor: made(["sessions", key, id]) });
        expect(items.length > 0).toBe(key > 0);
      }
    });

    it("leave out what has expired and what is another store's", async () => {
      const next = await openNeighbour(shop, "sessions-next");
      const other = await registerStaff(next, "owner");
      const { user } = await registerCustomer(shop);
      expect((await by(other, next).sessions({})).items).toHaveLength(1);
      expect((await by(other, next).sessions({ user_id: user.id })).items).toEqual([]);
      shop.advance(8 * DAY);
      expect((await by(owner).sessions({ user_id: user.id })).items).toEqual([]);
    });
  });

  describe("ending a session", () => {
    it("signs the device out at once, and is on record", async () => {
      const { actor, access, user, refresh: token, email } = await registerCustomer(shop);
      const other = await login(email);
      await by(support).endSession({ id: actor.sessionId });
      expect(await bearer(access)).toEqual(ended);
      const refreshed = refresh(shop.ctx(), { refresh: token });
      await expect(refreshed).rejects.toMatchObject({ kind: "unauthenticated" });
      expect((await bearer(other.access)).kind).toBe("customer");
      expect(await actsOf(shop, { action: "session.ended", subjectId: user.id })).toMatchObject([
        { actorId: support.user.id, details: { session: actor.sessionId, by: "staff" } },
      ]);
      const again = by(support).endSession({ id: actor.sessionId });
      await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
    });

    it("of a user ends all, and is on record once", async () => {
      const { access, user, email } = await registerCustomer(shop);
      const other = await login(email);
      await by(support).endSessionsOfUser({ id: user.id.toUpperCase() });
      expect([await bearer(access), await bearer(other.access)]).toEqual([ended, ended]);
      await by(support).endSessionsOfUser({ id: user.id });
      expect(await actsOf(shop, { action: "session.ended", subjectId: user.id })).toMatchObject([
        { details: { sessions: 2, by: "staff" } },
      ]);
    });

    it("is refused upon people with more rights, by keys too, and in another store", async () => {
      const program = await makeKey(shop, "users:write", "users:read");
      const next = await openNeighbour(shop, "ending-next");
      const other = await registerStaff(next, "owner");
      const { sessionId: id } = owner.actor;
      for (const { actor } of [support, program]) {
        const { security } = shop.as(actor).authentication;
        await expect(security.endSession({ id })).rejects.toMatchObject(notHeld);
        const all = security.endSessionsOfUser({ id: owner.user.id });
        await expect(all).rejects.toMatchObject(notHeld);
      }
      const abroad = by(other, next);
      await expect(abroad.endSession({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      const all = abroad.endSessionsOfUser({ id: owner.user.id });
      await expect(all).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(by(await registerCustomer(shop)).endSession({ id })).rejects.toMatchObject(
        missing,
      );
      const { items } = await by(owner).sessions({ user_id: owner.user.id });
      expect(items.length).toBe((await bearer(owner.access)).kind === "customer" ? 1 : 0);
    });
  });

  describe("disabling somebody", () => {
    it("refuses their very next call, their sign-in, and every link they were mailed", async () => {
      const { access, user, email, refresh: token } = await registerCustomer(shop);
      await shop.as({ kind: "anonymous" }, freshClient()).authentication.forgotPassword({ email });
      const [reset] = await shop.test.database.system
        .select()
        .from(passwordResets)
        .where(eq(passwordResets.userId, user.id));
      const mail = await passwordResetForMail(shop.ctx(), reset?.id ?? "");
      await by(support).disableUser({ id: user.id, reason: "Asked for by Amina" });
      expect(await bearer(access)).toEqual(ended);
      await expect(refresh(shop.ctx(), { refresh: token })).rejects.toMatchObject({
        kind: "unauthenticated",
      });
      await expect(login(email)).rejects.toMatchObject({
        ...{ reason: "account_inactive", message: "User account is not active" },
      });
      await by(support).enableUser({ id: user.id });
      const used = resetPassword(shop.ctx(), {
        ...{ token: mail?.token ?? "none was mailed", new_password: "AnotherPass456" },
        new_password_confirm: "AnotherPass456",
      });
      expect(mail).not.toBeNull();
      await expect(used).rejects.toMatchObject({ reason: "password_reset_token_invalid" });
      await login(email);
    });

    it("and enabling them is on record, each once, with the reason beside what is kept", async () => {
      const { user } = await registerCustomer(shop);
      for (let i = 0; i < 2; i++) await by(support).disableUser({ id: user.id, reason: "Why not" });
      for (let i = 0; i < 2; i++) await by(support).enableUser({ id: user.id });
      const subjectId = user.id;
      const [disabled, ...more] = await actsOf(shop, { action: "user.disabled", subjectId });
      expect(more).toEqual([]);
      expect(disabled).toMatchObject({
        ...{ actorId: support.user.id, details: { sessions: 1 } },
        personal: { reason: "Why not" },
      });
      expect(JSON.stringify(disabled?.details)).not.toContain("Why not");
      expect(await actsOf(shop, { action: "user.enabled", subjectId })).toHaveLength(1);
    });

    it("is refused upon oneself, upon people with more rights, and upon nobody known", async () => {
      const own = { code: "CONFLICT", cause: { reason: "own_account" } };
      const program = await makeKey(shop, "users:write");
      await expect(by(owner).disableUser({ id: owner.user.id })).rejects.toMatchObject(own);
      await expect(by(support).disableUser({ id: owner.user.id })).rejects.toMatchObject(notHeld);
      const keyed = shop.as(program.actor).authentication.security;
      await expect(keyed.disableUser({ id: support.user.id })).rejects.toMatchObject(notHeld);
      await expect(by(support).enableUser({ id: owner.user.id })).rejects.toMatchObject(notHeld);
      await expect(by(owner).disableUser({ id: uuid7() })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      const customer = await registerCustomer(shop);
      const asked = by(customer).disableUser({ id: support.user.id });
      await expect(asked).rejects.toMatchObject(missing);
      await keyed.disableUser({ id: customer.user.id });
      expect(await bearer(customer.access)).toEqual(ended);
    });

    it("leaves one owner of two who disable each other at once", async () => {
      const next = await openNeighbour(shop, "two-owners");
      const owners = [await registerStaff(next, "owner"), await registerStaff(next, "owner")];
      const [one, two] = owners as [TestCustomer, TestCustomer];
      const outcomes = await Promise.allSettled([
        by(one, next).disableUser({ id: two.user.id }),
        by(two, next).disableUser({ id: one.user.id }),
      ]);
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject([{ reason: { cause: { reason: "last_owner" } } }]);
    });

    it("reaches nobody in another store", async () => {
      const next = await openNeighbour(shop, "disabling-next");
      const other = await registerStaff(next, "owner");
      const { user, access } = await registerCustomer(shop);
      const asked = by(other, next).disableUser({ id: user.id });
      await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await bearer(access)).kind).toBe("customer");
    });
  });
});
