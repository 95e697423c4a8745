/** All orders of the store, for those who may see them. */
import { statementsOf } from "@souk/db";
import { orders } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { makeKey, registerStaff, registerWith } from "../testing/staff.ts";

describe.each(engines)("all orders, for staff, on %s", (engine) => {
  let shop: Shop;
  let packer: TestCustomer;
  let variant_id: string;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    variant_id = (await addProduct(shop, { stock: 1000, price: 700 })).variantId;
    packer = await registerStaff(shop, "warehouse");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(packer.actor).orders;
  const buy = async ({ actor }: Pick<TestCustomer, "actor">) => {
    const caller = shop.as(actor);
    await caller.cart.addLine({ variant_id });
    await caller.cart.setAddresses({ shipping_address: postalAddress });
    await caller.cart.setShippingMethod({ code: "standard" });
    return pay((overrides) => shop.ctx({ ...overrides, actor }), "");
  };
  const buyAsGuest = async () => pay(shop.ctx, (await readyCart(shop.ctx, [{ variant_id }])).token);

  it("are customers' and guests', with address and account, as their owner sees them", async () => {
    const customer = await registerCustomer(shop);
    const [own, guests] = [await buy(customer), await buyAsGuest()];
    const { items } = await staff().listAll({});
    expect(items.slice(0, 2)).toMatchObject([
      { number: guests.number, email: "amina@example.com", user_id: null },
      { number: own.number, email: customer.email, user_id: customer.user.id },
    ]);
    const [mine] = (await shop.as(customer.actor).orders.list({})).items;
    expect(items[1]).toMatchObject({ ...mine });
    for (const number of [own.number, own.id, own.id.toUpperCase()]) {
      expect(await staff().getAny({ number })).toEqual(
        await shop.as(customer.actor).orders.get({ number }),
      );
    }
    expect(await staff().getAny({ number: guests.number })).toMatchObject({ id: guests.id });
    for (const number of ["T-0", "\u0000", customer.user.id]) {
      await expect(staff().getAny({ number })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("are found by the beginning of number or address, by status and by account", async () => {
    const customer = await registerCustomer(shop, { email: "Order.Finder@example.com" });
    const [one, two] = [await buy(customer), await buy(customer)];
    await shop.test.database.system
      .update(orders)
      .set({ status: "canceled" })
      .where(eq(orders.id, one.id));
    const numbers = async (input: Parameters<ReturnType<typeof staff>["listAll"]>[0]) =>
      (await staff().listAll(input)).items.map(({ number }) => number);
    expect(await numbers({ search: "order.find" })).toEqual([two.number, one.number]);
    expect(await numbers({ search: two.number.toLowerCase() })).toEqual([two.number]);
    expect(await numbers({ search: "order.find", status: "canceled" })).toEqual([one.number]);
    expect(await numbers({ user_id: customer.user.id, status: "placed" })).toEqual([two.number]);
    expect(await numbers({ user_id: customer.user.id.toUpperCase() })).toHaveLength(2);
    for (const search of ["%", "_", "finder", "\u0000", "\\"]) {
      expect(await numbers({ search }), search).toEqual([]);
    }
  });

  it("come newest first, page by page, at two statements for two as for thirty", async () => {
    const customer = await registerCustomer(shop);
    const user_id = customer.user.id;
    const placed: string[] = [];
    const count = async () =>
      (await statementsOf(() => staff().listAll({ user_id, limit: 100 }))).statements.length;
    for (let i = 0; i < 2; i++) placed.push((await buy(customer)).number);
    expect(await count()).toBe(2);
    for (let i = 2; i < 30; i++) placed.push((await buy(customer)).number);
    expect(await count()).toBe(2);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff().listAll({ user_id, limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(placed.toReversed());
  });

  it("are nobody's to see without the permission, and another store's not at all", async () => {
    const next = await openNeighbour(shop);
    const other = await registerStaff(next, "owner");
    const customer = await registerCustomer(shop);
    const { number } = await buy(customer);
    const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    const blind = [
      customer,
      await registerWith(shop, "users:read"),
      await makeKey(shop, "users:read"),
    ];
    for (const { actor } of blind) {
      await expect(shop.as(actor).orders.listAll({})).rejects.toMatchObject(missing);
      await expect(shop.as(actor).orders.getAny({ number })).rejects.toMatchObject(missing);
    }
    const program = await makeKey(shop, "orders:read");
    expect((await shop.as(program.actor).orders.listAll({ search: number })).items).toHaveLength(1);
    const abroad = next.as(other.actor).orders;
    expect((await abroad.listAll({})).items).toEqual([]);
    await expect(abroad.getAny({ number })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
