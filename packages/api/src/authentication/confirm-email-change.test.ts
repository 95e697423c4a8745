/** Moving to another address by the mailed link: who may, what it ends, who hears of it. */
import { auditEntries, events, passwordResets, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  registration,
  signIn,
} from "../testing/accounts.ts";
import { movesOf, newAddress } from "../testing/email-changes.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const HOUR = 3_600_000;
const NEW_PASSWORD = "three quiet olive trees";
const invalidLink = {
  kind: "invalid",
  reason: "email_change_token_invalid",
  fields: { non_field_errors: ["Invalid or expired confirmation token."] },
};

describe.each(engines)("confirming another address on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const { confirm, changesOf, asked } = movesOf(() => shop);
  const eventsAbout = async (userId: string) => {
    const rows = await system()
      .select()
      .from(events)
      .where(eq(events.subjectId, userId))
      .orderBy(asc(events.id));
    return rows.map(({ type }) => type).filter((type) => /email_change/.test(type));
  };

  it("moves the account, once, and the old address opens it no more", async () => {
    const customer = await registerCustomer(shop);
    const email = newAddress();
    const token = await asked(customer, email.replace("moved", "Moved"));
    expect(await confirm(customer, token)).toEqual({ message: expect.any(String) });
    const row = await findByEmail(ctx(), email);
    expect(row).toMatchObject({ id: customer.user.id, email: email.replace("moved", "Moved") });
    expect(row?.emailVerifiedAt).not.toBeNull();
    await signIn(ctx(), { email, password: PASSWORD });
    await expect(
      signIn(ctx(), { email: customer.email, password: PASSWORD }),
    ).rejects.toMatchObject({ reason: "invalid_credentials" });
    await expect(confirm(customer, token)).rejects.toMatchObject(invalidLink);
  });

  it("ends all other sessions and voids what was mailed before, and keeps the one that asks", async () => {
    const customer = await registerCustomer(shop);
    const other = await signIn(ctx(), { email: customer.email, password: PASSWORD });
    const token = await asked(customer, newAddress());
    await authentication.forgotPassword(ctx(), { email: customer.email });
    await confirm(customer, token);
    expect(await bearer(other.access)).toEqual({ kind: "rejected", reason: "session_ended" });
    expect(await bearer(customer.access)).toMatchObject({ kind: "customer" });
    const resets = await system()
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.userId, customer.user.id));
    expect(resets.map(({ usedAt }) => usedAt)).toEqual([expect.any(Date)]);
  });

  it("tells both addresses, and the audit trail, which names them apart", async () => {
    const customer = await registerCustomer(shop);
    const email = newAddress();
    await confirm(customer, await asked(customer, email));
    expect(await eventsAbout(customer.user.id)).toEqual([
      "email_change.announced",
      "email_change.requested",
      "user.email_changed",
      "user.email_changed",
    ]);
    const entries = await system()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.actorId, customer.user.id))
      .orderBy(asc(auditEntries.id));
    const personal = { from: customer.email, to: email };
    const acts = entries.filter(({ action }) => action.startsWith("email.change"));
    expect(acts).toMatchObject([
      { action: "email.change_requested", details: {}, personal },
      { action: "email.changed", details: {}, personal },
    ]);
  });

  it("is for who asked, and for nobody else", async () => {
    const customer = await registerCustomer(shop);
    const stranger = await registerCustomer(shop);
    const token = await asked(customer, newAddress());
    await expect(confirm(stranger, token)).rejects.toMatchObject(invalidLink);
    await expect(
      shop.as({ kind: "anonymous" }, freshClient()).authentication.confirmEmailChange({ token }),
    ).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await confirm(customer, token);
  });

  it("works for 24 hours", async () => {
    const customers = [await registerCustomer(shop), await registerCustomer(shop)] as const;
    const tokens = [
      await asked(customers[0], newAddress()),
      await asked(customers[1], newAddress()),
    ] as const;
    shop.advance(24 * HOUR - 60_000);
    await confirm(customers[0], tokens[0]);
    shop.advance(60_000);
    await expect(confirm(customers[1], tokens[1])).rejects.toMatchObject(invalidLink);
  });

  it("works no more after another request, another address, or another password", async () => {
    const customer = await registerCustomer(shop);
    const first = await asked(customer, newAddress());
    const second = await asked(customer, newAddress());
    await expect(confirm(customer, first)).rejects.toMatchObject(invalidLink);
    await authentication.changePassword(
      { ...ctx(), actor: customer.actor },
      {
        old_password: PASSWORD,
        new_password: NEW_PASSWORD,
        new_password_confirm: NEW_PASSWORD,
      },
    );
    await expect(confirm(customer, second)).rejects.toMatchObject(invalidLink);
    const third = await asked(customer, newAddress());
    await system()
      .update(users)
      .set({ emailCanonical: newAddress() })
      .where(eq(users.id, customer.user.id));
    await expect(confirm(customer, third)).rejects.toMatchObject(invalidLink);
  });

  it("finds the address taken by who registered with it meanwhile", async () => {
    const customer = await registerCustomer(shop);
    const email = newAddress();
    const token = await asked(customer, email);
    await registerUnverified(shop, { email });
    await expect(confirm(customer, token)).rejects.toMatchObject(invalidLink);
    expect(await bearer(customer.access)).toMatchObject({ email: customer.email });
  });

  it("gives an address to one of many, and works once when it is confirmed many times", async () => {
    const email = newAddress();
    const movers = await Promise.all([1, 2, 3].map(() => registerCustomer(shop)));
    const links = [];
    for (const mover of movers) links.push({ mover, token: await asked(mover, email) });
    const results = await Promise.allSettled([
      ...[...links, ...links].map(({ mover, token }) => confirm(mover, token)),
      authentication.register(ctx(), registration({ email })),
    ]);
    const moved = results.slice(0, -1).filter(({ status }) => status === "fulfilled");
    expect(moved.length).toBeLessThanOrEqual(1);
    expect(results.at(-1)?.status).toBe("fulfilled");
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject(invalidLink);
    }
    const rows = await system().select().from(users).where(eq(users.emailCanonical, email));
    expect(rows).toHaveLength(1);
  });

  it("is refused with rubbish in the place of the token, and to a client that tries too often", async () => {
    const customer = await registerCustomer(shop);
    const client = freshClient();
    for (let i = 0; i < 30; i++) {
      const token = ["x", "\u0000", "../..", "ü".repeat(200)][i % 4] ?? "";
      await expect(confirm(customer, token, client)).rejects.toMatchObject(invalidLink);
    }
    await expect(confirm(customer, "x", client)).rejects.toMatchObject({
      kind: "rate_limited",
    });
  });

  it("keeps the links of two shops apart", async () => {
    const other = await openShop(engine);
    const customer = await registerCustomer(shop);
    const token = await asked(customer, newAddress());
    await expect(
      authentication.confirmEmailChange({ ...other.ctx(), actor: customer.actor }, { token }),
    ).rejects.toMatchObject(invalidLink);
    const [row] = await changesOf(customer);
    expect(row?.usedAt).toBeNull();
    await other.close();
  });
});
