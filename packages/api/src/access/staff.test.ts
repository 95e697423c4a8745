/** Staff: how people come by a role and lose it, and that one owner always stays. */
import { statementsOf, uuid7 } from "@souk/db";
import { auditEntries, passkeys, totpFactors, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import {
  freshClient,
  registerCustomer,
  registerUnverified,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { customerOf, registerStaff, registerWith } from "../testing/staff.ts";
import { lockUser } from "../users/service/index.ts";
import { assertMayManage, assertNotLastOwner, rolesOf } from "./service/index.ts";

const notHeld = { code: "FORBIDDEN", cause: { reason: "permission_not_held" } };
const lastOwner = { code: "CONFLICT", cause: { reason: "last_owner" } };

describe.each(engines)("staff on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
  });
  afterAll(() => shop.close());

  const as = ({ actor }: Pick<TestCustomer, "actor">) => shop.as(actor, freshClient()).access;
  const idOf = async (slug: string) => {
    const { items } = await as(owner).roles();
    return items.find((role) => role.slug === slug)?.id ?? "";
  };
  const about = async (userId: string) =>
    shop.test.database.system
      .select({ action: auditEntries.action, details: auditEntries.details })
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, shop.store.id), eq(auditEntries.subjectId, userId)))
      .orderBy(asc(auditEntries.id));
  const disable = (userId: string, isActive = false) =>
    shop.test.database.system.update(users).set({ isActive }).where(eq(users.id, userId));

  describe("a role that is granted", () => {
    it("holds from the next call on, and is refused from the next call after it is withdrawn", async () => {
      const { actor, access, email } = await registerCustomer(shop);
      const role_id = await idOf("manager");
      await expect(as({ actor }).staff()).rejects.toMatchObject({ code: "FORBIDDEN" });
      const member = await as(owner).grantRole({ email: email.toUpperCase(), role_id });
      expect(member).toMatchObject({
        ...{ user_id: actor.userId, email, is_active: true, has_second_factor: false },
        roles: [{ id: role_id, slug: "manager", name: "Manager" }],
      });
      const now = { actor: await customerOf(shop, access) };
      expect((await as(now).staff()).items).toContainEqual(member);
      expect((await as(now).me()).roles).toEqual([{ slug: "manager", name: "Manager" }]);
      await as(owner).withdrawRole({ user_id: actor.userId, role_id });
      const after = { actor: await customerOf(shop, access) };
      await expect(as(after).staff()).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(after.actor.permissions.size).toBe(0);
      const trail = await about(actor.userId);
      const facts = { role_id, slug: "manager", permissions: expect.any(Array) };
      expect(trail.filter(({ action }) => action.startsWith("role."))).toEqual([
        { action: "role.granted", details: facts },
        { action: "role.withdrawn", details: facts },
      ]);
      expect(JSON.stringify(trail)).not.toContain(email);
    });

    it("again changes nothing, also at the same time", async () => {
      const { actor, email } = await registerCustomer(shop);
      const role_id = await idOf("support");
      const given = await Promise.all([1, 2, 3].map(() => as(owner).grantRole({ email, role_id })));
      for (const { roles } of given) expect(roles).toHaveLength(1);
      const trail = await about(actor.userId);
      expect(trail.filter(({ action }) => action === "role.granted")).toHaveLength(1);
    });

    it("needs a verified, active account", async () => {
      const role_id = await idOf("support");
      const unverified = await registerUnverified(shop);
      const disabled = await registerCustomer(shop);
      await disable(disabled.actor.userId);
      for (const email of [unverified.email, disabled.email, "nobody@example.com", "x\0y"]) {
        await expect(as(owner).grantRole({ email, role_id })).rejects.toMatchObject({
          code: "BAD_REQUEST",
          cause: { reason: "user_not_found", fields: { email: [expect.any(String)] } },
        });
      }
    });

    it("is within what its giver holds, and so are all its holder's roles", async () => {
      const seeing = ["products:read", "inventory:read", "reviews:read", "orders:read"] as const;
      const clerk = await registerWith(shop, "staff:write", ...seeing);
      const { email, actor } = await registerCustomer(shop);
      await expect(
        as(clerk).grantRole({ email, role_id: await idOf("support") }),
      ).rejects.toMatchObject({
        ...notHeld,
        cause: { reason: "permission_not_held", fields: { role_id: [expect.any(String)] } },
      });
      const analyst = await idOf("analyst");
      await as(clerk).grantRole({ email, role_id: analyst });
      await as(owner).grantRole({ email, role_id: await idOf("support") });
      const withdrawal = { user_id: actor.userId, role_id: analyst };
      await expect(as(clerk).withdrawRole(withdrawal)).rejects.toMatchObject(notHeld);
      await expect(
        as(clerk).grantRole({ email: owner.email, role_id: analyst }),
      ).rejects.toMatchObject(notHeld);
      expect(await rolesOf(shop.ctx(), actor.userId)).toHaveLength(2);
    });

    it("is not withdrawn from who does not hold it", async () => {
      const { actor } = await registerCustomer(shop);
      const role_id = await idOf("analyst");
      for (const user_id of [actor.userId, uuid7()]) {
        await expect(as(owner).withdrawRole({ user_id, role_id })).rejects.toMatchObject({
          code: "NOT_FOUND",
        });
      }
    });
  });

  describe("acting upon somebody", () => {
    const manage = (actor: TestCustomer["actor"], userId: string) =>
      assertMayManage(shop.ctx({ actor }), userId);

    it("is for those who hold all that they hold", async () => {
      const support = await registerStaff(shop, "support");
      const manager = await registerStaff(shop, "manager");
      const { actor: customer } = await registerCustomer(shop);
      await manage(support.actor, customer.userId);
      await manage(support.actor, support.actor.userId);
      await manage(manager.actor, support.actor.userId);
      await manage(owner.actor, manager.actor.userId);
      const refused = { kind: "forbidden", reason: "permission_not_held" };
      for (const above of [manager, owner]) {
        await expect(manage(support.actor, above.actor.userId)).rejects.toMatchObject(refused);
      }
      await expect(manage(customer, support.actor.userId)).rejects.toMatchObject(refused);
    });
  });

  describe("the last active owner", () => {
    it("keeps the role", async () => {
      const role_id = await idOf("owner");
      const mine = { user_id: owner.actor.userId, role_id };
      await expect(as(owner).withdrawRole(mine)).rejects.toMatchObject(lastOwner);
      const second = await registerStaff(shop, "owner");
      await disable(second.actor.userId);
      await expect(as(owner).withdrawRole(mine)).rejects.toMatchObject(lastOwner);
      await expect(
        shop
          .ctx()
          .db.transaction((db) => assertNotLastOwner({ ...shop.ctx(), db }, owner.actor.userId)),
      ).rejects.toMatchObject({ kind: "conflict", reason: "last_owner" });
      await disable(second.actor.userId, true);
      await as(owner).withdrawRole({ user_id: second.actor.userId, role_id });
      const { actor: nobody } = await registerCustomer(shop);
      await assertNotLastOwner(shop.ctx(), nobody.userId);
    });

    it("is left by two owners who withdraw each other at the same time", async () => {
      for (let round = 0; round < 5; round++) {
        const other = await registerStaff(shop, "owner");
        const role_id = await idOf("owner");
        const ends = await Promise.allSettled([
          as(owner).withdrawRole({ user_id: other.actor.userId, role_id }),
          as(other).withdrawRole({ user_id: owner.actor.userId, role_id }),
        ]);
        expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        const [loser] = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
        expect(loser).toMatchObject(lastOwner);
        const { items } = await as(owner).staff();
        const owners = items.filter(({ roles }) => roles.some(({ id }) => id === role_id));
        expect(owners).toHaveLength(1);
        if (owners[0]?.user_id !== owner.actor.userId) owner = other;
      }
    });
  });

  it("one of two owners stays when both are disabled at the same time", async () => {
    const other = await registerStaff(shop, "owner");
    const pair = [owner.actor.userId, other.actor.userId];
    const ends = await Promise.allSettled(
      pair.map((id) =>
        inTransaction(shop.ctx(), async (ctx) => {
          await lockUser(ctx, id);
          await assertNotLastOwner(ctx, id);
          const own = and(eq(users.storeId, ctx.store.id), eq(users.id, id));
          await ctx.db.update(users).set({ isActive: false }).where(own);
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const id of pair) await disable(id, true);
  });

  describe("the list", () => {
    it("tells of second factors: an app that was confirmed, or a passkey", async () => {
      const people = await Promise.all([1, 2, 3].map(() => registerStaff(shop, "analyst")));
      const [app, begun, key] = people.map(({ actor }) => actor.userId);
      const factor = { storeId: shop.store.id, sealedSecret: "x" };
      await shop
        .ctx()
        .db.insert(totpFactors)
        .values([
          { ...factor, userId: app ?? "", confirmedAt: new Date() },
          { ...factor, userId: begun ?? "" },
        ]);
      await shop
        .ctx()
        .db.insert(passkeys)
        .values({
          ...{ storeId: shop.store.id, userId: key ?? "", name: "Phone" },
          ...{ credentialId: uuid7(), publicKey: "x", counter: 0, transports: [] },
          isBackedUp: false,
        });
      const { items } = await as(owner).staff();
      const guarded = (id?: string) =>
        items.find(({ user_id }) => user_id === id)?.has_second_factor;
      expect([guarded(app), guarded(begun), guarded(key)]).toEqual([true, false, true]);
    });

    it("costs one statement, however many they are, and names each person once", async () => {
      const both = await registerStaff(shop, "analyst", "support");
      const { statements, result } = await statementsOf(() => as(owner).staff());
      expect(statements).toHaveLength(1);
      const mine = result.items.filter(({ user_id }) => user_id === both.actor.userId);
      expect(mine.map(({ roles }) => roles.map(({ slug }) => slug))).toEqual([
        ["analyst", "support"],
      ]);
      expect(result.items.map(({ email }) => email)).not.toContain(
        (await registerCustomer(shop)).email,
      );
    });
  });

  it("know what there is to be allowed, and what of it they hold", async () => {
    const clerk = await registerWith(shop, "staff:read");
    const { items } = await as(clerk).permissions();
    expect(items.filter(({ held }) => held).map(({ name }) => name)).toEqual(["staff:read"]);
    expect(items.find(({ name }) => name === "users:privacy")).toMatchObject({
      for_api_keys: false,
      description: expect.any(String),
    });
  });

  it("are customers too: somebody without a role is told of none", async () => {
    const { actor } = await registerCustomer(shop);
    expect(await as({ actor }).me()).toEqual({
      ...{ permissions: [], roles: [] },
      lacks_second_factor: false,
    });
  });
});
