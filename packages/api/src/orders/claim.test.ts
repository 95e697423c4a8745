/** Orders of a guest who has an account now: counted, and taken over when their owner asks. */
import { uuid7 } from "@souk/db";
import { auditEntries, orders, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import {
  freshClient,
  registerCustomer,
  registerUnverified,
  registration,
  signIn,
} from "../testing/accounts.ts";
import { booksOf } from "../testing/books.ts";
import { pay, postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";

describe.each(engines)("claiming orders on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());
  const { oneVariant } = booksOf(() => shop);
  const system = () => shop.test.database.system;

  const buyAs = async (email: string) => {
    const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    const guest = shop.as({ kind: "anonymous" }, { cartToken: token });
    await guest.cart.setAddresses({ email, shipping_address: postalAddress });
    return pay(shop.ctx, token);
  };
  const ownerOf = async (id: string) => {
    const [row] = await system().select().from(orders).where(eq(orders.id, id));
    return row?.userId ?? null;
  };
  const ordersOf = async (actor: Parameters<Shop["as"]>[0]) =>
    (await shop.as(actor).orders.list({ limit: 10 })).items.map(({ id }) => id);

  it("takes over what the guest bought under the proved address, however it was written", async () => {
    const { email } = registration();
    const bought = await buyAs(email.toUpperCase());
    const other = await buyAs(`x${email}`);
    const { actor } = await registerCustomer(shop, { email });

    // Neither registering nor signing in attached anything.
    await signIn(shop.ctx({ request: freshClient() }), { email, password: "SecurePass123" });
    expect(await ownerOf(bought.id)).toBeNull();
    expect(await shop.as(actor).orders.claimable()).toEqual({ count: 1 });
    expect(await shop.as(actor).orders.claim()).toEqual({ count: 1 });

    expect(await ordersOf(actor)).toEqual([bought.id]);
    expect(await ownerOf(other.id)).toBeNull();
    expect(await shop.as(actor).orders.claimable()).toEqual({ count: 0 });
    expect(await shop.as(actor).orders.claim()).toEqual({ count: 0 });
    const entries = await system()
      .select()
      .from(auditEntries)
      .where(
        and(eq(auditEntries.action, "orders.claimed"), eq(auditEntries.actorId, actor.userId)),
      );
    expect(entries.map(({ details }) => details)).toEqual([{ orders: [bought.id] }]);
  });

  it("ends the guest's key to the order", async () => {
    const { email } = registration();
    const { number, access_token } = await buyAs(email);
    const lookUp = () =>
      shop.as({ kind: "anonymous" }).orders.lookUp({ number, access_token: access_token ?? "" });
    expect(await lookUp()).toMatchObject({ number });
    const { actor } = await registerCustomer(shop, { email });
    await shop.as(actor).orders.claim();
    await expect(lookUp()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await shop.as(actor).orders.get({ number })).toMatchObject({ number });
  });

  it("takes each order once, however many ask at the same time", async () => {
    const { email } = registration();
    const bought = [await buyAs(email), await buyAs(email), await buyAs(email)];
    const { actor } = await registerCustomer(shop, { email });
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => shop.as(actor).orders.claim()),
    );
    expect(claims.map(({ count }) => count).sort()).toEqual([0, 0, 0, 0, 0, 3]);
    expect((await ordersOf(actor)).sort()).toEqual(bought.map(({ id }) => id).sort());
  });

  it("gives nothing to an address that nobody proved", async () => {
    const { email } = await registerUnverified(shop);
    const bought = await buyAs(email);
    const [row] = await system().select().from(users).where(eq(users.email, email));
    const other = await registerCustomer(shop);
    // Nobody signs in before the address is proved; the rule must not lean on that.
    const actor = { ...other.actor, userId: row?.id ?? "", email };
    expect(await shop.as(actor).orders.claimable()).toEqual({ count: 0 });
    expect(await shop.as(actor).orders.claim()).toEqual({ count: 0 });
    expect(await ownerOf(bought.id)).toBeNull();
  });

  it("goes by the address of now, not by an earlier one", async () => {
    const { email } = registration();
    const { actor } = await registerCustomer(shop, { email });
    const moved = `moved.${email}`;
    await system()
      .update(users)
      .set({ email: moved, emailCanonical: moved })
      .where(eq(users.id, actor.userId));
    const [before, now] = [await buyAs(email), await buyAs(moved)];
    expect(await shop.as(actor).orders.claim()).toEqual({ count: 1 });
    expect(await ownerOf(now.id)).toBe(actor.userId);
    expect(await ownerOf(before.id)).toBeNull();
  });

  it("never takes an order that has an owner, or one without a mailbox on record", async () => {
    const { email } = registration();
    const { actor } = await registerCustomer(shop, { email });
    const other = await registerCustomer(shop);
    const owned = await buyAs(email);
    await system()
      .update(orders)
      .set({ userId: other.actor.userId })
      .where(eq(orders.id, owned.id));
    const older = await buyAs(email);
    await system().update(orders).set({ emailCanonical: "" }).where(eq(orders.id, older.id));
    expect(await shop.as(actor).orders.claim()).toEqual({ count: 0 });
    expect(await ownerOf(owned.id)).toBe(other.actor.userId);
  });

  it("is for customers who are signed in", async () => {
    for (const actor of [{ kind: "anonymous" } as const, keyOf()]) {
      await expect(shop.as(actor).orders.claim()).rejects.toMatchObject({
        code: actor.kind === "anonymous" ? "UNAUTHORIZED" : "FORBIDDEN",
      });
    }
  });
});

const keyOf = () => ({
  ...{ kind: "api_key" as const, keyId: uuid7(), name: "A program" },
  permissions: new Set<never>(),
});
