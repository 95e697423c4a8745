/** Signing in and out leaves its traces in the audit trail, and a flood leaves few. */
import { statementsOf } from "@souk/db";
import { limitedActions } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import { freshClient, PASSWORD, registerCustomer, signIn } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { actsOf } from "../testing/trail.ts";
import * as authentication from "./service/index.ts";

const MINUTE = 60_000;

describe.each(engines)("the audit trail of signing in on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const login = (
    email: string,
    password = PASSWORD,
    request: Partial<RequestInfo> = freshClient(),
  ) => signIn(shop.ctx({ request }), { email, password });
  const tryIn = (email: string, password?: string, request?: Partial<RequestInfo>) =>
    login(email, password, request).catch(() => undefined);

  it("names who got in, and how, in one entry", async () => {
    const { user, email } = await registerCustomer(shop);
    const { statements } = await statementsOf(() => login(email));
    expect(statements.filter((text) => text.includes('into "audit_entries"'))).toHaveLength(1);
    const acts = await actsOf(shop, { action: "sign_in.succeeded", subjectId: user.id });
    expect(acts).toMatchObject([
      { actorKind: "user", actorId: user.id, details: { reason: "email_verified" } },
      { actorKind: "user", actorId: user.id, details: { reason: "signed_in" } },
    ]);
  });

  it("names the address of who did not get in beside what is kept, and the account if there is one", async () => {
    const { user, email } = await registerCustomer(shop);
    await tryIn(email.toUpperCase(), "not this one");
    await tryIn("unknown.person@example.com", "not this one");
    const [known, unknown] = (await actsOf(shop, { action: "sign_in.failed" })).slice(-2);
    expect(known).toMatchObject({
      ...{ actorKind: "anonymous", actorId: null, subjectId: user.id },
      ...{ details: { reason: "wrong_password" }, personal: { account: email } },
    });
    expect(unknown).toMatchObject({
      ...{ subjectId: null, details: { reason: "unknown_account" } },
      personal: { account: "unknown.person@example.com" },
    });
    expect(JSON.stringify([known?.details, unknown?.details])).not.toContain("@");
  });

  it("tells of an account's refusals once in 15 minutes", async () => {
    const { email } = await registerCustomer(shop);
    const refusals = async () =>
      (await actsOf(shop, { action: "sign_in.refused" })).filter(({ personal }) =>
        JSON.stringify(personal).includes(email),
      );
    for (let i = 0; i < 3; i++) await tryIn(email, "not this one");
    await Promise.all(Array.from({ length: 10 }, () => tryIn(email)));
    expect(await refusals()).toMatchObject([{ details: { limit: "account" } }]);
    shop.advance(15 * MINUTE);
    for (let i = 0; i < 3; i++) await tryIn(email, "not this one");
    for (let i = 0; i < 3; i++) await tryIn(email);
    expect(await refusals()).toHaveLength(2);
    const counted = await shop.test.database.system.select().from(limitedActions);
    expect(JSON.stringify(counted)).not.toContain(email);
  });

  it("tells of a client's refusals once, whatever accounts it tries", async () => {
    const before = (await actsOf(shop, { action: "sign_in.refused" })).length;
    const client = freshClient();
    for (let i = 0; i < 20; i++) await tryIn(`spray.${i}@example.com`, "not this one", client);
    const after = await actsOf(shop, { action: "sign_in.refused" });
    expect(after.slice(before)).toMatchObject([{ details: { limit: "client" } }]);
  });

  it("tells of every session that is ended on purpose, and by whom", async () => {
    const { user, email, actor, refresh } = await registerCustomer(shop);
    const [one] = [await login(email), await login(email), await login(email)];
    const mine = shop.as(actor, freshClient()).authentication;
    await mine.endOtherSessions();
    await mine.endOtherSessions();
    await expect(
      authentication.logout(shop.ctx(), { refresh: one?.refresh ?? "" }),
    ).resolves.toBeDefined();
    await authentication.logout(shop.ctx(), { refresh });
    await authentication.logout(shop.ctx(), { refresh });
    const acts = await actsOf(shop, { action: "session.ended", subjectId: user.id });
    expect(acts.map(({ actorId, details }) => [actorId, details])).toEqual([
      [user.id, { sessions: 3, by: "owner" }],
      [user.id, { session: actor.sessionId, by: "sign_out" }],
    ]);
  });

  it("tells of a session that its owner ends from afar", async () => {
    const { user, email, actor, access } = await registerCustomer(shop);
    const other = await login(email);
    const caller = await authentication.actorOf(shop.ctx(), {
      ...{ bearer: other.access, sessionCookie: null },
    });
    await shop.as(caller, freshClient()).authentication.endDeviceSession({ id: actor.sessionId });
    expect(access).not.toBe(other.access);
    expect(await actsOf(shop, { action: "session.ended", subjectId: user.id })).toMatchObject([
      { actorId: user.id, details: { session: actor.sessionId, by: "owner" } },
    ]);
  });

  it("tells of a refresh token that came twice, and accuses nobody", async () => {
    const { user, refresh, actor } = await registerCustomer(shop);
    const ctx = shop.ctx({ request: freshClient() });
    await authentication.refresh(ctx, { refresh });
    await expect(authentication.refresh(ctx, { refresh })).rejects.toMatchObject({
      kind: "unauthenticated",
    });
    expect(
      await actsOf(shop, { action: "refresh_token.reused", subjectId: user.id }),
    ).toMatchObject([
      { actorKind: "anonymous", actorId: null, details: { session: actor.sessionId } },
    ]);
  });
});
