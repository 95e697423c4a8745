/** Groups of customers: who is in them, and what becomes of them. */
import { statementsOf, uuid7 } from "@souk/db";
import { customerGroupMembers } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, registerCustomer, type TestCustomer } from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { addGroup, addPriceList } from "../../testing/price-lists.ts";
import { registerWith } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";

describe.each(engines)("groups of customers on %s", (engine) => {
  let shop: Shop;
  let staff: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    staff = await registerWith(
      shop,
      "users:read",
      "users:write",
      "users:privacy",
      "products:read",
      "products:write",
    );
  });
  afterAll(() => shop.close());
  const groups = () => shop.as(staff.actor).users.groups;

  it("are made, renamed and deleted, with a trail of it", async () => {
    const made = await groups().create({ name: `Wholesale ${engine}`, description: "Resellers" });
    expect(made).toMatchObject({ description: "Resellers", member_count: 0 });
    expect(await groups().get({ id: made.id })).toEqual(made);
    const renamed = await groups().update({ id: made.id, name: `Trade ${engine}` });
    expect(renamed).toMatchObject({ name: `Trade ${engine}`, description: "Resellers" });
    expect((await groups().list()).items).toContainEqual(renamed);
    await groups().delete({ id: made.id });
    await expect(groups().get({ id: made.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const action of [
      "customer_group.created",
      "customer_group.updated",
      "customer_group.deleted",
    ] as const) {
      expect(await actsOf(shop, { action, subjectId: made.id }), action).toHaveLength(1);
    }
  });

  it("have names of their own", async () => {
    const { name } = await groups().get({ id: await addGroup(shop, staff) });
    await expect(groups().create({ name })).rejects.toMatchObject({
      cause: { reason: "name_taken", fields: { name: [expect.any(String)] } },
    });
  });

  it("take customers in once, list them by page, and let them go", async () => {
    const members = [await registerCustomer(shop), await registerCustomer(shop)];
    const id = await addGroup(shop, staff, ...members);
    const [first, second] = members;
    const userId = first?.actor.userId ?? "";
    expect(await groups().addMembers({ id, user_ids: [userId] })).toMatchObject({
      member_count: 2,
    });
    const page = await groups().members({ id, limit: 1 });
    expect(page.items).toMatchObject([{ user_id: userId, email: first?.email }]);
    const rest = await groups().members({ id, limit: 1, cursor: page.next_cursor ?? "" });
    expect(rest).toMatchObject({ items: [{ email: second?.email }], next_cursor: null });
    await groups().removeMember({ id, user_id: userId });
    expect(await groups().get({ id })).toMatchObject({ member_count: 1 });
    await expect(groups().removeMember({ id, user_id: userId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const action of [
      "customer_group.member_added",
      "customer_group.member_removed",
    ] as const) {
      expect(await actsOf(shop, { action, subjectId: userId }), action).toHaveLength(1);
    }
  });

  it("name each who is no customer of this store, and then take in none", async () => {
    const stranger = await registerCustomer(await openNeighbour(shop, `groups-${engine}`));
    const known = await registerCustomer(shop);
    const id = await addGroup(shop, staff);
    const user_ids = [known.actor.userId, stranger.actor.userId, uuid7()];
    await expect(groups().addMembers({ id, user_ids })).rejects.toMatchObject({
      cause: {
        reason: "user_unknown",
        fields: { "user_ids.1": [expect.any(String)], "user_ids.2": [expect.any(String)] },
      },
    });
    expect(await groups().get({ id })).toMatchObject({ member_count: 0 });
  });

  it("stay while a price list is for them", async () => {
    const id = await addGroup(shop, staff);
    const list = await addPriceList(shop, staff, [], { customer_group_id: id });
    await expect(groups().delete({ id })).rejects.toMatchObject({
      cause: { reason: "customer_group_in_use", message: expect.stringContaining(list.name) },
    });
    await shop.as(staff.actor).prices.deleteList({ id: list.id });
    await groups().delete({ id });
  });

  it("are in what a person takes away, and forget who is erased", async () => {
    const person = await registerCustomer(shop);
    const id = await addGroup(shop, staff, person);
    const { name } = await groups().get({ id });
    const calls = shop.as(person.actor, freshClient()).privacy;
    const { categories } = await calls.exportMine();
    expect(categories["customer_groups"]).toEqual([{ name, since: expect.stringMatching(/Z$/) }]);
    await calls.eraseMe({ confirm: person.email });
    const left = await shop.test.database.system
      .select()
      .from(customerGroupMembers)
      .where(eq(customerGroupMembers.groupId, id));
    expect(left).toEqual([]);
  });

  it("cost as many statements for many as for one", async () => {
    const id = await addGroup(shop, staff, await registerCustomer(shop));
    const costs = async () => [
      (await statementsOf(() => groups().list())).statements.length,
      (await statementsOf(() => groups().members({ id }))).statements.length,
    ];
    const one = await costs();
    const more = [await registerCustomer(shop), await registerCustomer(shop)];
    await groups().addMembers({ id, user_ids: more.map(({ actor }) => actor.userId) });
    await addGroup(shop, staff, ...more);
    expect(await costs()).toEqual(one);
  });
});
