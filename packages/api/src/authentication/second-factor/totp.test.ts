/** An authenticator app: how it comes into force, what is kept of it, and how it goes. */
import { events, passwordResets, recoveryCodes, stores, totpFactors } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Customer, inTransaction } from "../../kernel/context.ts";
import { unseal } from "../../kernel/secrets.ts";
import { freshClient, PASSWORD, registerCustomer, signIn } from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { enableTotp, totpCode } from "../../testing/second-factor.ts";
import { giveRole } from "../../testing/staff.ts";
import { lockUser } from "../../users/service/index.ts";
import * as authentication from "../service/index.ts";

const ended = { kind: "rejected", reason: "session_ended" };

describe.each(engines)("an authenticator app on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const as = (actor: Customer) => shop.as(actor, freshClient()).authentication.secondFactor;
  const login = (email: string) => authentication.login(ctx(), { email, password: PASSWORD });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const codeOf = (secret: string, steps = 0) => totpCode(secret, shop.ctx().now(), steps);
  const eventsAbout = async (userId: string) => {
    const rows = await system().select().from(events).where(eq(events.subjectId, userId));
    return rows.map(({ type }) => type);
  };
  /** For the lock of a person; an embedded database lets its writers begin one by one. */
  const somebodyWaits = async (): Promise<boolean> => {
    if (engine === "sqlite") return true;
    const rows = await system().execute<{ pid: number }>(sql`
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%no key%'`);
    return rows.length > 0;
  };
  const resetTokenFor = async (userId: string) => {
    const [row] = await system()
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.userId, userId));
    return (await authentication.passwordResetForMail(ctx(), row?.id ?? ""))?.token ?? "";
  };
  const staffNeedsIt = async (needed: boolean) => {
    await system()
      .update(stores)
      .set({ staffNeedsSecondFactor: needed })
      .where(eq(stores.id, shop.store.id));
  };

  it("guards nothing before its first code has confirmed it", async () => {
    const { actor, email } = await registerCustomer(shop);
    const setup = await as(actor).setUpTotp();
    expect(setup.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(setup.uri).toContain(`secret=${setup.secret}`);
    expect(setup.uri).toContain(encodeURIComponent(email));
    await signIn(ctx(), { email, password: PASSWORD });
    expect(await as(actor).status()).toEqual({
      totp: { enabled: false, since: null },
      recovery_codes_left: 0,
      passkeys: 0,
      required_for_staff: false,
    });
  });

  it("is confirmed by a code, answers ten recovery codes, and is asked for from then on", async () => {
    const { actor, email, user } = await registerCustomer(shop);
    const { secret } = await as(actor).setUpTotp();
    const { codes } = await as(actor).confirmTotp({ code: codeOf(secret) });
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
    expect(await login(email)).toMatchObject({ second_factor: { methods: expect.anything() } });
    expect(await as(actor).status()).toMatchObject({
      totp: { enabled: true, since: expect.any(String) },
      recovery_codes_left: 10,
    });
    expect(await eventsAbout(user.id)).toContain("user.second_factor_enabled");
  });

  it("is asked for when it was switched on while the password was being checked", async () => {
    const { email, user } = await registerCustomer(shop);
    const locked = Promise.withResolvers<void>();
    const switching = inTransaction(ctx(), async (ctx) => {
      await lockUser(ctx, user.id);
      locked.resolve();
      await expect.poll(somebodyWaits, { timeout: 10_000 }).toBe(true);
      const row = { storeId: ctx.store.id, userId: user.id, sealedSecret: "" };
      await ctx.db.insert(totpFactors).values({ ...row, confirmedAt: ctx.now() });
    });
    await locked.promise;
    const answer = login(email);
    await switching;
    expect(await answer).toMatchObject({ second_factor: { methods: ["totp"] } });
  });

  it("signs all other devices out when it comes into force", async () => {
    const { actor, access, email } = await registerCustomer(shop);
    const other = await signIn(ctx(), { email, password: PASSWORD });
    await enableTotp(shop, actor);
    expect(await bearer(other.access)).toEqual(ended);
    expect(await bearer(access)).toEqual(actor);
  });

  it("is not confirmed by a wrong code, nor by one of another setup", async () => {
    const { actor, email } = await registerCustomer(shop);
    const { secret: replaced } = await as(actor).setUpTotp();
    const { secret } = await as(actor).setUpTotp();
    for (const code of [codeOf(replaced), codeOf(secret, 3), codeOf(secret, -3)]) {
      await expect(as(actor).confirmTotp({ code })).rejects.toMatchObject({
        cause: { kind: "invalid", reason: "wrong_code", fields: { code: [expect.any(String)] } },
      });
    }
    await signIn(ctx(), { email, password: PASSWORD });
    const spaced = codeOf(secret).replace(/^.{3}/, "$& ");
    expect((await as(actor).confirmTotp({ code: spaced })).codes).toHaveLength(10);
  });

  it("is confirmed once, however many do so at once", async () => {
    const { actor } = await registerCustomer(shop);
    const { secret } = await as(actor).setUpTotp();
    const code = codeOf(secret);
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => as(actor).confirmTotp({ code })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const rows = await system()
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, actor.userId));
    expect(rows).toHaveLength(10);
  });

  it("is not replaced as long as it is on, and needs a setup before a code", async () => {
    const { actor } = await registerCustomer(shop);
    const reason = (reason: string) => ({ cause: { kind: "conflict", reason } });
    await expect(as(actor).confirmTotp({ code: "123456" })).rejects.toMatchObject(
      reason("totp_not_set_up"),
    );
    await enableTotp(shop, actor);
    await expect(as(actor).setUpTotp()).rejects.toMatchObject(reason("totp_enabled"));
    await expect(as(actor).confirmTotp({ code: "123456" })).rejects.toMatchObject(
      reason("totp_enabled"),
    );
  });

  it("cannot be read in the database, nor moved to another person's account", async () => {
    const { actor } = await registerCustomer(shop);
    const app = await enableTotp(shop, actor);
    const stored = await system()
      .select()
      .from(totpFactors)
      .where(eq(totpFactors.userId, actor.userId));
    const codes = await system()
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, actor.userId));
    const text = JSON.stringify([stored, codes]);
    expect(text).not.toMatch(/[A-Z2-7]{32}/);
    for (const code of app.recoveryCodes) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(code.replaceAll("-", ""));
    }
    const { sealing } = shop.ctx().ports.secrets;
    const sealed = stored[0]?.sealedSecret ?? "";
    expect(unseal(sealing, sealed, `totp:${actor.userId}`)).toHaveLength(20);
    expect(() => unseal(sealing, sealed, "totp:somebody-else")).toThrow();
  });

  it("is switched off with its recovery codes, and the password is enough again", async () => {
    const { actor, email, user } = await registerCustomer(shop);
    await enableTotp(shop, actor);
    await as(actor).disableTotp();
    await signIn(ctx(), { email, password: PASSWORD });
    expect(await as(actor).status()).toMatchObject({
      totp: { enabled: false, since: null },
      recovery_codes_left: 0,
    });
    expect(await eventsAbout(user.id)).toContain("user.second_factor_disabled");
    await expect(as(actor).disableTotp()).rejects.toMatchObject({
      cause: { reason: "totp_not_enabled" },
    });
  });

  it("is not switched off by staff where the store asks its staff for a second factor", async () => {
    const { actor, email } = await registerCustomer(shop);
    await giveRole(shop, email, "support");
    await enableTotp(shop, actor);
    await staffNeedsIt(true);
    expect(await as(actor).status()).toMatchObject({ required_for_staff: true });
    await expect(as(actor).disableTotp()).rejects.toMatchObject({
      cause: { kind: "conflict", reason: "second_factor_required" },
    });
    const { actor: customer } = await registerCustomer(shop);
    await enableTotp(shop, customer);
    await as(customer).disableTotp();
    await staffNeedsIt(false);
    await as(actor).disableTotp();
  });

  it("outlives a password that was reset", async () => {
    const { actor, email } = await registerCustomer(shop);
    await enableTotp(shop, actor);
    await authentication.forgotPassword(ctx(), { email });
    const token = await resetTokenFor(actor.userId);
    const password = "three quiet olive trees";
    const again = { new_password: password, new_password_confirm: password };
    await authentication.resetPassword(ctx(), { token, ...again });
    expect(await authentication.login(ctx(), { email, password })).toHaveProperty("second_factor");
  });

  it("needs a sign-in of the last ten minutes for each change", async () => {
    const { actor } = await registerCustomer(shop);
    shop.advance(10 * 60_000 + 1);
    const stale = { code: "FORBIDDEN", cause: { reason: "fresh_sign_in_required" } };
    await expect(as(actor).setUpTotp()).rejects.toMatchObject(stale);
    await expect(as(actor).confirmTotp({ code: "123456" })).rejects.toMatchObject(stale);
    await expect(as(actor).disableTotp()).rejects.toMatchObject(stale);
    await expect(as(actor).replaceRecoveryCodes()).rejects.toMatchObject(stale);
    await as(actor).status();
  });

  it("is told to its own account alone", async () => {
    const { actor } = await registerCustomer(shop);
    await enableTotp(shop, actor);
    const stranger = await registerCustomer(shop);
    expect(await as(stranger.actor).status()).toMatchObject({ totp: { enabled: false } });
    await signIn(ctx(), { email: stranger.email, password: PASSWORD });
    const nobody = shop.as({ kind: "anonymous" }).authentication.secondFactor;
    await expect(nobody.status()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
