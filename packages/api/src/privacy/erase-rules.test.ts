/** The rules of erasing a person: who may, what must be proved, and what has to end first. */
import { uuid7 } from "@souk/db";
import * as schema from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authentication from "../authentication/service/index.ts";
import type { Actor } from "../kernel/context.ts";
import { finishPending } from "../orders/service/index.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer, registerUnverified } from "../testing/accounts.ts";
import { booksOf } from "../testing/books.ts";
import { postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerStaff, registerWith } from "../testing/staff.ts";

describe.each(engines)("the rules of erasing on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());
  const as = (actor: Actor, request = freshClient()) => shop.as(actor, request);
  const { oneVariant } = booksOf(() => shop);
  const userRow = async (id: string) => {
    const { system } = shop.test.database;
    return (await system.select().from(schema.users).where(eq(schema.users.id, id)))[0];
  };

  it("asks for the account's own address", async () => {
    const { actor } = await registerCustomer(shop);
    const erasing = as(actor).privacy.eraseMe({ confirm: "somebody@else.example" });
    await expect(erasing).rejects.toMatchObject({ cause: { reason: "confirmation_wrong" } });
    expect(await userRow(actor.userId)).toBeDefined();
  });

  it("asks for a fresh proof of who they are", async () => {
    const { actor, email } = await registerCustomer(shop);
    const stale = { ...actor, authenticatedAt: new Date(Date.now() - 11 * 60_000) };
    for (const call of [
      () => as(stale).privacy.eraseMe({ confirm: email }),
      () => as(stale).privacy.exportMine(),
    ]) {
      await expect(call()).rejects.toMatchObject({ cause: { reason: "fresh_sign_in_required" } });
    }
  });

  it("waits for an order that is being paid for", async () => {
    const { actor, email } = await registerCustomer(shop);
    await as(actor).cart.addLine({ variant_id: await oneVariant() });
    await as(actor).cart.setAddresses({ shipping_address: postalAddress });
    await as(actor).cart.setShippingMethod({ code: "standard" });
    const paying = shop
      .as(actor, { idempotencyKey: uuid7() })
      .orders.place({ payment: { gateway: "test", token: "tok_timeout" } });
    await expect(paying).rejects.toMatchObject({ cause: { reason: "payment_outcome_unknown" } });
    const erasing = as(actor).privacy.eraseMe({ confirm: email });
    await expect(erasing).rejects.toMatchObject({ cause: { reason: "checkout_under_way" } });
    expect(await userRow(actor.userId)).toBeDefined();

    shop.advance(60_000);
    await finishPending(shop.ctx());
    await as(actor).privacy.eraseMe({ confirm: email });
    expect(await userRow(actor.userId)).toBeUndefined();
  });

  it("leaves a guest's order alone where the address was never proved", async () => {
    const email = "never.proved@plant.example";
    const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    const guest = { cartToken: token, idempotencyKey: uuid7() };
    await shop
      .as({ kind: "anonymous" }, guest)
      .cart.setAddresses({ email, shipping_address: postalAddress });
    const order = await shop
      .as({ kind: "anonymous" }, guest)
      .orders.place({ payment: { gateway: "test", token: "tok_visa" } });
    await registerUnverified(shop, { email });
    const { system } = shop.test.database;
    const [user] = await system.select().from(schema.users).where(eq(schema.users.email, email));
    const staff = await registerWith(shop, "users:privacy");
    await as(staff.actor).privacy.erasePerson({ id: user?.id ?? "", confirm: email });
    expect(await userRow(user?.id ?? "")).toBeUndefined();
    const [kept] = await system.select().from(schema.orders).where(eq(schema.orders.id, order.id));
    expect(kept?.email).toBe(email);
  });

  it("gives whoever erased themselves no fresh tries with other accounts", async () => {
    const { actor, email } = await registerCustomer(shop);
    const victim = await registerCustomer(shop);
    const request = { ip: "198.51.100.9", userAgent: "guesser" };
    const guess = (account: string) =>
      authentication.login(shop.ctx({ request }), { email: account, password: "wrong" });
    await expect(guess(email)).rejects.toMatchObject({ reason: "invalid_credentials" });
    await expect(guess(email)).rejects.toMatchObject({ reason: "invalid_credentials" });
    for (const name of ["a", "b", "c"]) {
      await guess(`${name}@nobody.example`).catch(() => undefined);
    }
    await expect(guess(victim.email)).rejects.toMatchObject({ kind: "rate_limited" });
    await as(actor).privacy.eraseMe({ confirm: email });
    await expect(guess(victim.email)).rejects.toMatchObject({ kind: "rate_limited" });
    shop.advance(16 * 60_000);
    await expect(guess(victim.email)).rejects.toMatchObject({ reason: "invalid_credentials" });
  });

  it("lets staff erase with the permission alone, and nobody who may do more than they", async () => {
    const { actor, email } = await registerCustomer(shop);
    const plain = await registerWith(shop, "users:read");
    const refused = as(plain.actor).privacy.erasePerson({ id: actor.userId, confirm: email });
    await expect(refused).rejects.toMatchObject({ cause: { reason: "permission_missing" } });

    const clerk = await registerWith(shop, "users:privacy");
    const chief = await registerWith(shop, "users:privacy", "staff:write");
    for (const call of [
      () => as(clerk.actor).privacy.erasePerson({ id: chief.actor.userId, confirm: chief.email }),
      () => as(clerk.actor).privacy.exportPerson({ id: chief.actor.userId }),
    ]) {
      await expect(call()).rejects.toMatchObject({ cause: { reason: "permission_not_held" } });
    }
    await as(clerk.actor).privacy.erasePerson({ id: actor.userId.toUpperCase(), confirm: email });
    expect(await userRow(actor.userId)).toBeUndefined();
    const gone = as(clerk.actor).privacy.erasePerson({ id: actor.userId, confirm: email });
    await expect(gone).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps the last owner", async () => {
    const { actor, email } = await registerStaff(shop, "owner");
    const erasing = as(actor).privacy.eraseMe({ confirm: email });
    await expect(erasing).rejects.toMatchObject({ cause: { reason: "last_owner" } });
    expect(await userRow(actor.userId)).toBeDefined();
  });
});
