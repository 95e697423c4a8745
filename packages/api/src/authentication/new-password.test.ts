/** Every way to a new password: the same rules, and a place in the audit trail. */
import { auditEntries, passwordResets } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registration,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as authentication from "./service/index.ts";

const NEW = "three quiet olive trees";

describe.each(engines)("a new password on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { name: "Rue Verte" } });
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const person = () => {
    const { username } = registration();
    const email = `leila.${username}@example.com`;
    return { email, username: `${username}-the-buyer`, first_name: "Soraya", last_name: "Benani" };
  };
  const change = ({ actor }: TestCustomer, password: string) =>
    authentication.changePassword(
      { ...ctx(), actor },
      { old_password: PASSWORD, new_password: password, new_password_confirm: password },
    );
  const resetToken = async ({ email, user }: TestCustomer) => {
    await authentication.forgotPassword(ctx(), { email });
    const [row] = await shop.test.database.system
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.userId, user.id))
      .orderBy(desc(passwordResets.id));
    const mail = await authentication.passwordResetForMail(ctx(), row?.id ?? "");
    return mail?.token ?? "";
  };
  const reset = (token: string, password: string) =>
    authentication.resetPassword(ctx(), {
      token,
      new_password: password,
      new_password_confirm: password,
    });

  it("is refused at sign-up, change and reset when it is common or given away", async () => {
    const who = person();
    const customer = await registerCustomer(shop, who);
    const token = await resetToken(customer);
    const bad = [
      "password123",
      "qwertyuiop",
      "i love rue verte",
      who.email,
      `${who.email.split("@")[0]}!`,
      `${who.username}77`,
      "my dear SORAYA",
      "benani family",
    ];
    for (const password of bad) {
      const refused = [expect.stringMatching(/too (common|similar)/)];
      const again = registration({ ...who, username: who.username.slice(0, -1), password });
      await expect(authentication.register(ctx(), again)).rejects.toMatchObject({
        fields: { password: refused },
      });
      const fields = { new_password: refused };
      await expect(change(customer, password)).rejects.toMatchObject({ fields });
      await expect(reset(token, password)).rejects.toMatchObject({ fields });
    }
    await reset(token, "correct horse battery staple");
  });

  it("is as long as the store asks for, and no shorter", async () => {
    const customer = await registerCustomer(shop);
    const token = await resetToken(customer);
    const strict = () => ({ ...ctx(), ports: { ...ctx().ports, passwordMinLength: 15 } });
    const short = { new_password: "fourteen chars", new_password_confirm: "fourteen chars" };
    const old_password = PASSWORD;
    const message = ["Use at least 15 characters."];
    const asRegistered = registration({ password: "fourteen chars" });
    await expect(authentication.register(strict(), asRegistered)).rejects.toMatchObject({
      fields: { password: message },
    });
    const { actor } = customer;
    for (const call of [
      () => authentication.changePassword({ ...strict(), actor }, { old_password, ...short }),
      () => authentication.resetPassword(strict(), { token, ...short }),
    ]) {
      await expect(call()).rejects.toMatchObject({ fields: { new_password: message } });
    }
    await authentication.register(strict(), registration({ password: "fifteen letters" }));
  });

  it("is in the audit trail, without a word of it or of the address", async () => {
    const customer = await registerCustomer(shop, person());
    await change(customer, NEW);
    await reset(await resetToken(customer), `${NEW} too`);
    const entries = await shop.test.database.system
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, customer.user.id))
      .orderBy(asc(auditEntries.id));
    const { id } = customer.user;
    const acts = entries.filter(({ action }) => action.startsWith("password."));
    expect(acts).toMatchObject([
      { action: "password.changed", actorKind: "user", actorId: id },
      { action: "password.reset_requested", actorKind: "anonymous", actorId: null },
      { action: "password.reset", actorKind: "user", actorId: id },
    ]);
    const told = JSON.stringify(acts);
    expect(told).not.toContain(NEW);
    expect(told).not.toContain(customer.email);
  });
});
