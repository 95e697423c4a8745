/** Roles: what a store begins with, and who may change what. */
import { uuid7 } from "@souk/db";
import { auditEntries, roles } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInRoles, type Permission, permissions } from "../kernel/permissions.ts";
import * as stores from "../stores/service.ts";
import { freshClient, registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { testContext } from "../testing/context.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { customerOf, giveRole, makeKey, registerStaff, registerWith } from "../testing/staff.ts";
import { MAX_ROLES } from "./contract.ts";
import { ensureRoles, listRoles } from "./service/index.ts";

const notHeld = { code: "FORBIDDEN", cause: { reason: "permission_not_held" } };

describe.each(engines)("roles on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
  });
  afterAll(() => shop.close());

  const as = ({ actor }: Pick<TestCustomer, "actor">) => shop.as(actor, freshClient()).access;
  const roleNamed = async (slug: string) => {
    const { items } = await as(owner).roles();
    return items.find((role) => role.slug === slug) ?? Promise.reject(new Error(`no ${slug}`));
  };
  const makeRole = (name: string, wanted: Permission[] = ["orders:read"]) =>
    as(owner).createRole({ name, permissions: wanted });
  const lastAbout = async (subjectId: string) => {
    const [entry] = await shop.test.database.system
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.storeId, shop.store.id), eq(auditEntries.subjectId, subjectId)))
      .orderBy(desc(auditEntries.id))
      .limit(1);
    return entry;
  };

  it("are there from the beginning, once, however many nodes begin together", async () => {
    const { system } = shop.test.database;
    const terms = { ...shop.store, shippingCountries: [...shop.store.shippingCountries] };
    const { id: _id, ...another } = { ...terms, slug: "another" };
    const ctx = testContext(shop.test.database, await stores.open(system, another));
    await Promise.all(Array.from({ length: 8 }, () => ensureRoles(ctx)));
    const { items } = await listRoles(ctx);
    expect(items.map(({ slug }) => slug).sort()).toEqual(
      builtInRoles.map(({ slug }) => slug).sort(),
    );
    expect(items.find(({ is_owner }) => is_owner)?.permissions).toEqual(permissions);
  });

  it("that staff deleted stay deleted when a node starts", async () => {
    await as(owner).deleteRole({ id: (await roleNamed("warehouse")).id });
    await ensureRoles(shop.ctx());
    expect((await as(owner).roles()).items.map(({ slug }) => slug)).not.toContain("warehouse");
  });

  it("are made, changed and deleted by who holds what is in them, and it is recorded", async () => {
    const made = await makeRole("Été: Packing & more", ["orders:read", "users:read"]);
    expect(made).toMatchObject({ slug: "ete-packing-more", is_owner: false, members: 0 });
    expect(await lastAbout(made.id)).toMatchObject({
      action: "role.created",
      actorKind: "user",
      actorId: owner.actor.userId,
      details: { slug: made.slug, added: ["users:read", "orders:read"], removed: [] },
    });
    const changed = await as(owner).updateRole({
      id: made.id,
      name: "Packing",
      permissions: ["orders:read", "users:write", "users:write"],
    });
    expect(changed).toMatchObject({
      ...{ name: "Packing", slug: made.slug, description: "" },
      permissions: ["users:read", "users:write", "orders:read"],
    });
    expect(await lastAbout(made.id)).toMatchObject({
      action: "role.updated",
      details: { renamed: true, added: ["users:write"], removed: [] },
    });
    await as(owner).deleteRole({ id: made.id });
    expect(await lastAbout(made.id)).toMatchObject({ action: "role.deleted" });
    const gone = { code: "NOT_FOUND", cause: { reason: "role_not_found" } };
    await expect(as(owner).deleteRole({ id: made.id })).rejects.toMatchObject(gone);
    await expect(as(owner).updateRole({ id: uuid7(), name: "x" })).rejects.toMatchObject(gone);
  });

  it("let whoever may write a thing read it, and give it on", async () => {
    const clerk = await registerWith(shop, "users:write", "staff:write");
    expect((await as(clerk).me()).permissions).toEqual([
      ...["users:read", "users:write", "staff:read", "staff:write"],
    ]);
    expect((await shop.as(clerk.actor).users.list({})).items).not.toEqual([]);
    const made = await as(clerk).createRole({ name: "Callers", permissions: ["users:read"] });
    expect(made.permissions).toEqual(["users:read"]);
    const refused = as(clerk).createRole({ name: "Orders", permissions: ["orders:read"] });
    await expect(refused).rejects.toMatchObject(notHeld);
  });

  it("of one name have slugs of their own, also when made at the same time", async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => makeRole("Night shift")));
    expect(new Set(made.map(({ slug }) => slug))).toEqual(
      new Set(["night-shift", "night-shift-2", "night-shift-3", "night-shift-4"]),
    );
    expect((await makeRole("***")).slug).toBe("role");
    for (const { id } of made) await as(owner).deleteRole({ id });
  });

  it("of the owner cannot be changed or deleted", async () => {
    const { id } = await roleNamed("owner");
    const refused = { code: "FORBIDDEN", cause: { reason: "owner_role_fixed" } };
    await expect(as(owner).updateRole({ id, permissions: [] })).rejects.toMatchObject(refused);
    await expect(as(owner).deleteRole({ id })).rejects.toMatchObject(refused);
    expect((await makeRole("Owner")).slug).toBe("owner-2");
  });

  it("hold nothing that their maker does not hold; the answer names it", async () => {
    const clerk = await registerWith(shop, "staff:write", "staff:read", "orders:read");
    const wanted: Permission[] = ["orders:read", "users:privacy"];
    await expect(as(clerk).createRole({ name: "Mine", permissions: wanted })).rejects.toMatchObject(
      {
        ...notHeld,
        cause: {
          reason: "permission_not_held",
          fields: { "permissions.1": ["You do not hold users:privacy."] },
        },
      },
    );
    const mine = await as(clerk).createRole({ name: "Mine", permissions: ["orders:read"] });
    await expect(as(clerk).updateRole({ id: mine.id, permissions: wanted })).rejects.toMatchObject(
      notHeld,
    );
    expect((await roleNamed("mine")).permissions).toEqual(["orders:read"]);
  });

  it("above somebody are nothing for them to change or delete, not even downwards", async () => {
    const clerk = await registerWith(shop, "staff:write", "orders:read");
    const { id } = await makeRole("Above", ["orders:read", "users:privacy"]);
    for (const change of [{ permissions: [] }, { name: "Below" }, { description: "x" }]) {
      await expect(as(clerk).updateRole({ id, ...change })).rejects.toMatchObject(notHeld);
    }
    await expect(as(clerk).deleteRole({ id })).rejects.toMatchObject(notHeld);
  });

  it("that somebody holds are not deleted, also not while they are being granted", async () => {
    const { id } = await makeRole("Held");
    const members = await Promise.all([1, 2, 3].map(() => registerCustomer(shop)));
    const [first] = members;
    if (first === undefined) throw new Error("nobody registered");
    await as(owner).grantRole({ email: first.email, role_id: id });
    expect((await roleNamed("held")).members).toBe(1);
    const inUse = { code: "CONFLICT", cause: { reason: "role_in_use" } };
    await expect(as(owner).deleteRole({ id })).rejects.toMatchObject(inUse);
    await as(owner).withdrawRole({ user_id: first.actor.userId, role_id: id });
    const ends = await Promise.allSettled([
      as(owner).deleteRole({ id }),
      ...members.map(({ email }) => as(owner).grantRole({ email, role_id: id })),
    ]);
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
    for (const reason of reasons) expect(["CONFLICT", "NOT_FOUND"]).toContain(reason);
    expect(reasons.length).toBeGreaterThan(0);
  });

  it("changed hold for their members from the very next call on", async () => {
    const member = await registerWith(shop, "users:read", "staff:read");
    expect((await as(member).staff()).items.length).toBeGreaterThan(0);
    const [held] = (await as(member).me()).roles;
    const { id } = await roleNamed(held?.slug ?? "");
    await as(owner).updateRole({ id, permissions: ["users:read"] });
    const now = { actor: await customerOf(shop, member.access) };
    await expect(as(now).staff()).rejects.toMatchObject({
      code: "FORBIDDEN",
      cause: { reason: "permission_missing" },
    });
    expect((await as(now).me()).permissions).toEqual(["users:read"]);
  });

  it(`are at most ${MAX_ROLES} of one store`, async () => {
    const small = await openShop(engine);
    const { actor } = await registerStaff(small, "owner");
    const make = (name: string) => small.as(actor).access.createRole({ name, permissions: [] });
    for (let i = builtInRoles.length; i < MAX_ROLES - 1; i++) await make(`Role ${i}`);
    const ends = await Promise.allSettled([make("One"), make("Two"), make("Three")]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(make("More")).rejects.toMatchObject({ cause: { reason: "too_many_roles" } });
    await small.close();
  });

  it("of another store are not there", async () => {
    const { system } = shop.test.database;
    const { id: _id, ...terms } = shop.store;
    const foreign = testContext(
      shop.test.database,
      await stores.open(system, { ...terms, slug: `foreign-${engine}` }),
    );
    await ensureRoles(foreign);
    const [role] = await system
      .select()
      .from(roles)
      .where(and(eq(roles.storeId, foreign.store.id), eq(roles.slug, "support")));
    const id = role?.id ?? "";
    const gone = { code: "NOT_FOUND", cause: { reason: "role_not_found" } };
    await expect(as(owner).updateRole({ id, name: "x" })).rejects.toMatchObject(gone);
    await expect(as(owner).deleteRole({ id })).rejects.toMatchObject(gone);
    const { email } = await registerCustomer(shop);
    await expect(as(owner).grantRole({ email, role_id: id })).rejects.toMatchObject(gone);
  });

  it("are for people: a key reaches none of it, whatever it holds", async () => {
    const { actor } = await makeKey(shop, "users:read", "users:write", "audit:read");
    const key = shop.as(actor).access;
    const refused = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    await expect(key.roles()).rejects.toMatchObject(refused);
    await expect(key.staff()).rejects.toMatchObject(refused);
    await expect(key.permissions()).rejects.toMatchObject(refused);
    await expect(key.createRole({ name: "x", permissions: [] })).rejects.toMatchObject(refused);
    await expect(key.deleteRole({ id: uuid7() })).rejects.toMatchObject(refused);
    await expect(key.me()).rejects.toMatchObject({ cause: { reason: "not_for_api_keys" } });
  });

  it("want a sign-in of the last minutes where they change", async () => {
    const clerk = await registerStaff(shop);
    await giveRole(shop, clerk.email, "owner");
    const held = await customerOf(shop, clerk.access);
    const stale = { actor: { ...held, authenticatedAt: new Date(Date.now() - 11 * 60_000) } };
    const refused = { code: "FORBIDDEN", cause: { reason: "fresh_sign_in_required" } };
    const { id } = await roleNamed("analyst");
    const user_id = held.userId;
    const calls = [
      () => as(stale).createRole({ name: "x", permissions: [] }),
      () => as(stale).updateRole({ id, name: "x" }),
      () => as(stale).deleteRole({ id }),
      () => as(stale).grantRole({ email: clerk.email, role_id: id }),
      () => as(stale).withdrawRole({ user_id, role_id: id }),
      () => as(stale).createApiKey({ name: "x", permissions: ["orders:read"] }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(refused);
    expect((await as(stale).roles()).items.length).toBeGreaterThan(0);
  });
});
