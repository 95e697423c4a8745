/** Customers as staff finds them, at the same cost for many as for a few. */
import { statementsOf } from "@souk/db";
import { users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  signIn,
  type TestCustomer,
} from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, postalAddress, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { makeKey, registerStaff, registerWith } from "../testing/staff.ts";

describe.each(engines)("customers as staff sees them on %s", (engine) => {
  let shop: Shop;
  let support: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    support = await registerStaff(shop, "support");
  });
  afterAll(() => shop.close());

  const list = (input: Parameters<ReturnType<Shop["as"]>["users"]["list"]>[0] = {}) =>
    shop.as(support.actor).users.list(input);
  const found = async (search: string) =>
    (await list({ search, limit: 100 })).items.map(({ email }) => email);

  it("are found by the beginning of address, user name, first, last or whole name", async () => {
    const { email } = await registerCustomer(shop, {
      ...{ email: "Zineb.Tahiri@example.com", username: "ZinebT_9" },
      ...{ first_name: "Élodie", last_name: "O'Tahiri" },
    });
    const other = await registerCustomer(shop, { first_name: "100%", last_name: "a_b" });
    for (const search of [
      "zineb.t",
      "ZINEB.TAHIRI@",
      " zinebt_9 ",
      "élo",
      "ÉLODIE",
      "o'tah",
      "Élodie O'T",
    ]) {
      expect(await found(search), search).toEqual([email]);
    }
    for (const search of ["100%", "A_B"])
      expect(await found(search), search).toEqual([other.email]);
    for (const search of ["tahiri", "%", "_", "zinebtx9", "1%", "a%", "\\", "\u0000", "lodie"]) {
      expect(await found(search), search).toEqual([]);
    }
  });

  it("are sorted out by whether they are active, disabled or unverified", async () => {
    const active = await registerCustomer(shop, { first_name: "Sorted" });
    const disabled = await registerCustomer(shop, { first_name: "Sorted" });
    const unverified = await registerUnverified(shop, { first_name: "Sorted" });
    await shop.test.database.system
      .update(users)
      .set({ isActive: false })
      .where(eq(users.id, disabled.user.id));
    for (const [status, email] of Object.entries({
      active: active.email,
      disabled: disabled.email,
      unverified: unverified.email,
    })) {
      const { items } = await list({ search: "Sorted", status: status as "active" });
      expect(items, status).toMatchObject([{ email, is_active: status !== "disabled" }]);
    }
    expect(await found("Sorted")).toHaveLength(3);
  });

  it("come with their orders, their last sign-in, and whether they are staff", async () => {
    const { actor, user, email } = await registerCustomer(shop);
    const { variantId: variant_id } = await addProduct(shop, {});
    for (let i = 0; i < 2; i++) {
      await shop.as(actor).cart.addLine({ variant_id });
      await shop.as(actor).cart.setAddresses({ shipping_address: postalAddress });
      await shop.as(actor).cart.setShippingMethod({ code: "standard" });
      await pay((overrides) => shop.ctx({ ...overrides, actor }), "");
    }
    shop.advance(60_000);
    const signingIn = shop.ctx().now();
    await signIn(shop.ctx({ request: freshClient() }), { email, password: PASSWORD });
    shop.advance(60_000);
    const ctx = shop.ctx({ request: freshClient() });
    await signIn(ctx, { email, password: "not this one" }).catch(() => undefined);
    const owner = await registerStaff(shop, "owner");
    await shop.as(owner.actor).authentication.security.unlock({ kind: "account", key: email });
    const [row] = (await list({ search: email })).items;
    expect(row).toMatchObject({ ...user, is_staff: false, orders: 2 });
    const last = Date.parse(row?.last_sign_in_at ?? "");
    expect(last).toBeGreaterThanOrEqual(signingIn.getTime());
    expect(last).toBeLessThan(signingIn.getTime() + 30_000);
    expect((await list({ search: support.email })).items).toMatchObject([{ is_staff: true }]);
    const bare = await registerUnverified(shop);
    expect((await list({ search: bare.email })).items).toMatchObject([
      { orders: 0, last_sign_in_at: null, is_verified: false },
    ]);
  });

  it("come newest first, page by page, each once, at two statements for two as for thirty", async () => {
    const count = async (limit: number) =>
      (await statementsOf(() => list({ search: "Paged", limit }))).statements.length;
    for (let i = 0; i < 2; i++) await registerUnverified(shop, { first_name: "Paged" });
    expect(await count(100)).toBe(2);
    for (let i = 2; i < 30; i++) await registerUnverified(shop, { first_name: "Paged" });
    expect(await count(100)).toBe(2);
    const all = await found("Paged");
    expect(all).toHaveLength(30);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ search: "Paged", limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    const [newest] = await found("Paged");
    expect(newest).toBe((await list({ limit: 1 })).items[0]?.email);
  });

  it("are told whole, one by one", async () => {
    const { user, actor } = await registerCustomer(shop, { marketing_consent: true });
    const address = await shop
      .as(actor)
      .users.createAddress({ type: "shipping", ...postalAddress });
    expect(await shop.as(support.actor).users.get({ id: user.id.toUpperCase() })).toMatchObject({
      ...{ ...user, is_active: true, is_staff: false, orders: 0 },
      ...{ addresses: [address], marketing_email: true, has_second_factor: false, roles: [] },
    });
    const staff = await shop.as(support.actor).users.get({ id: support.user.id });
    expect(staff).toMatchObject({ is_staff: true, roles: [{ slug: "support", name: "Support" }] });
  });

  it("are nobody's to see without the permission, and another store's not at all", async () => {
    const next = await openNeighbour(shop);
    const other = await registerStaff(next, "owner");
    const packer = await registerWith(shop, "orders:read");
    const program = await makeKey(shop, "users:read");
    const blind = await makeKey(shop, "orders:read");
    const { id } = support.user;
    const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    for (const { actor } of [packer, blind, await registerCustomer(shop)]) {
      await expect(shop.as(actor).users.list({})).rejects.toMatchObject(missing);
      await expect(shop.as(actor).users.get({ id })).rejects.toMatchObject(missing);
    }
    const nobody = shop.as({ kind: "anonymous" }).users.list({});
    await expect(nobody).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect((await shop.as(program.actor).users.list({})).items).not.toEqual([]);
    expect(await shop.as(program.actor).users.get({ id })).toMatchObject({ id });
    expect((await next.as(other.actor).users.list({})).items).toMatchObject([
      { email: other.email },
    ]);
    await expect(next.as(other.actor).users.get({ id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
