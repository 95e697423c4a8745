/** A customer's profile and address book. */
import { addresses } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import type { Address, CreateAddressInput } from "./contract.ts";
import * as users from "./service/index.ts";

const notFound = { kind: "not_found", reason: "address_not_found" };

const draft = (overrides: Partial<CreateAddressInput> = {}): CreateAddressInput => ({
  type: "shipping",
  is_default: false,
  first_name: "Amina",
  last_name: "Alaoui",
  company: "",
  line1: "12 rue des Tanneurs",
  line2: "",
  city: "Lyon",
  region: "",
  postal_code: "69002",
  country_code: "FR",
  phone: null,
  ...overrides,
});

describe.each(engines)("a customer on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctxOf = ({ actor }: TestCustomer) => ({ ...shop.ctx(), actor });
  const newcomer = async () => {
    const customer = await registerCustomer(shop);
    return { customer, ctx: ctxOf(customer) };
  };
  const defaultsOf = async (ctx: ReturnType<typeof ctxOf>) => {
    const { items } = await users.listAddresses(ctx);
    return items.filter((address) => address.is_default);
  };

  describe("has a profile", () => {
    it("of their own", async () => {
      const { customer, ctx } = await newcomer();
      expect(await users.me(ctx)).toEqual(customer.user);
    });

    it("that changes only where asked", async () => {
      const { customer, ctx } = await newcomer();
      const changed = await users.updateMe(ctx, {
        first_name: "Zineb",
        phone: "+33 6 12 34 56 78",
      });
      expect(changed).toEqual({ ...customer.user, first_name: "Zineb", phone: "+33612345678" });
      expect(await users.updateMe(ctx, {})).toEqual(changed);
      expect(await users.updateMe(ctx, { phone: null })).toEqual({ ...changed, phone: null });
      expect(await users.me(ctx)).toEqual({ ...changed, phone: null });
    });

    it("with no phone that cannot be called", async () => {
      const { ctx } = await newcomer();
      await expect(users.updateMe(ctx, { phone: "+3312345678901" })).rejects.toMatchObject({
        fields: { phone: ["This phone number cannot be called."] },
      });
    });
  });

  describe("has an address book", () => {
    it("that gives back what was put into it", async () => {
      const { ctx } = await newcomer();
      const { type, is_default: _, ...postal } = draft({ phone: "+33612345678", company: "Souk" });
      const made = await users.createAddress(
        ctx,
        draft({ phone: "+33612345678", company: "Souk" }),
      );
      expect(made).toEqual({ id: made.id, type, is_default: true, ...postal });
      expect(await users.getAddress(ctx, { id: made.id })).toEqual(made);
      expect(await users.getAddress(ctx, { id: made.id.toUpperCase() })).toEqual(made);
      expect(await users.listAddresses(ctx)).toEqual({ items: [made] });
    });

    it("whose first address of each type is the default of that type", async () => {
      const { ctx } = await newcomer();
      const made: Address[] = [];
      for (const type of ["shipping", "shipping", "billing", "other"] as const) {
        made.push(await users.createAddress(ctx, draft({ type })));
      }
      expect(made.map((address) => address.is_default)).toEqual([true, false, true, true]);
    });

    it("with one default of a type: the newest that was asked for", async () => {
      const { ctx } = await newcomer();
      const first = await users.createAddress(ctx, draft());
      const billing = await users.createAddress(ctx, draft({ type: "billing" }));
      const second = await users.createAddress(ctx, draft({ is_default: true }));
      expect((await defaultsOf(ctx)).map(({ id }) => id)).toEqual([billing.id, second.id]);
      await users.updateAddress(ctx, { id: first.id, is_default: true });
      expect((await defaultsOf(ctx)).map(({ id }) => id)).toEqual([first.id, billing.id]);
      await users.updateAddress(ctx, { id: first.id, is_default: false });
      expect((await defaultsOf(ctx)).map(({ id }) => id)).toEqual([billing.id]);
    });

    it("where an address that changes its type is the default only if it is the first there", async () => {
      const { ctx } = await newcomer();
      const one = await users.createAddress(ctx, draft());
      const two = await users.createAddress(ctx, draft({ type: "billing" }));
      const moved = await users.updateAddress(ctx, { id: one.id, type: "billing" });
      expect(moved).toMatchObject({ type: "billing", is_default: false });
      const back = await users.updateAddress(ctx, { id: two.id, type: "shipping" });
      expect(back).toMatchObject({ type: "shipping", is_default: true });
      const taken = await users.updateAddress(ctx, {
        id: two.id,
        type: "billing",
        is_default: true,
      });
      expect((await defaultsOf(ctx)).map(({ id }) => id)).toEqual([taken.id]);
    });

    it("that keeps one default of a type under writes at once", async () => {
      const { ctx } = await newcomer();
      await Promise.all(
        Array.from({ length: 8 }, () => users.createAddress(ctx, draft({ is_default: true }))),
      );
      const { items } = await users.listAddresses(ctx);
      expect(items).toHaveLength(8);
      expect(await defaultsOf(ctx)).toHaveLength(1);
      await Promise.all(items.map(({ id }) => users.updateAddress(ctx, { id, is_default: true })));
      expect(await defaultsOf(ctx)).toHaveLength(1);
    });

    it("that makes one of many first addresses the default", async () => {
      const { ctx } = await newcomer();
      await Promise.all(Array.from({ length: 4 }, () => users.createAddress(ctx, draft())));
      expect(await defaultsOf(ctx)).toHaveLength(1);
    });

    it("of 50 addresses at most, also when many are added at once", async () => {
      const { customer, ctx } = await newcomer();
      const made = await users.createAddress(ctx, draft());
      const system = shop.test.database.system;
      const [row] = await system.select().from(addresses).where(eq(addresses.id, made.id));
      if (row === undefined) throw new Error("no address");
      const { id: _, ...copy } = row;
      await system
        .insert(addresses)
        .values(Array.from({ length: 47 }, () => ({ ...copy, isDefault: false })));
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () => users.createAddress(ctx, draft())),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
      await expect(users.createAddress(ctx, draft())).rejects.toMatchObject({
        kind: "conflict",
        reason: "too_many_addresses",
      });
      const { items } = await users.listAddresses(ctxOf(customer));
      expect(items).toHaveLength(users.MAX_ADDRESSES);
    });

    it("that changes only where asked", async () => {
      const { ctx } = await newcomer();
      const made = await users.createAddress(ctx, draft({ phone: "+33612345678" }));
      const changed = await users.updateAddress(ctx, { id: made.id, city: "Paris", line2: "B" });
      expect(changed).toEqual({ ...made, city: "Paris", line2: "B" });
      expect(await users.updateAddress(ctx, { id: made.id, phone: null })).toEqual({
        ...changed,
        phone: null,
      });
    });

    it("without what cannot be delivered to or called", async () => {
      const { ctx } = await newcomer();
      await expect(users.createAddress(ctx, draft({ country_code: "XX" }))).rejects.toMatchObject({
        fields: { country_code: ["There is no such country."] },
      });
      await expect(users.createAddress(ctx, draft({ phone: "+331234567" }))).rejects.toMatchObject({
        fields: { phone: ["This phone number cannot be called."] },
      });
      const made = await users.createAddress(ctx, draft());
      await expect(
        users.updateAddress(ctx, { id: made.id, country_code: "XX" }),
      ).rejects.toMatchObject({ kind: "invalid" });
      expect(await users.getAddress(ctx, { id: made.id })).toEqual(made);
    });

    it("from which an address can be taken once", async () => {
      const { ctx } = await newcomer();
      const { id } = await users.createAddress(ctx, draft());
      await users.deleteAddress(ctx, { id });
      expect(await users.listAddresses(ctx)).toEqual({ items: [] });
      await expect(users.deleteAddress(ctx, { id })).rejects.toMatchObject(notFound);
    });

    it("that nobody else can see, change or empty", async () => {
      const [{ ctx }, { ctx: stranger }] = [await newcomer(), await newcomer()];
      const made = await users.createAddress(ctx, draft());
      const { id } = made;
      await expect(users.getAddress(stranger, { id })).rejects.toMatchObject(notFound);
      await expect(users.updateAddress(stranger, { id, city: "X" })).rejects.toMatchObject(
        notFound,
      );
      await expect(users.deleteAddress(stranger, { id })).rejects.toMatchObject(notFound);
      expect(await users.listAddresses(stranger)).toEqual({ items: [] });
      expect(await users.listAddresses(ctx)).toEqual({ items: [made] });
    });
  });
});
