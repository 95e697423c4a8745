/** Taking one's data along: every category that is held, complete, and without a secret. */
import { statementsOf, uuid7 } from "@souk/db";
import * as schema from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq, getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { type PlantedPerson, plantPerson } from "../testing/person.ts";
import { makeKey, registerStaff, registerWith } from "../testing/staff.ts";
import type { PersonalData } from "./contract.ts";

const tables: readonly PgTable[] = Object.values(schema).filter((table) => is(table, PgTable));

/** Columns that tie a row to a person. */
const OF_A_PERSON =
  /^(userId|email|emailCanonical|fromEmailCanonical|account|actorId|createdBy|grantedBy|uploadedBy|caller)$/;

/** Where a table's rows of a person are found in the export. */
const CATEGORIES: Readonly<Record<string, string>> = {
  users: "profile",
  addresses: "addresses",
  consents: "consents",
  customer_group_members: "customer_groups",
  username_reservations: "reserved_usernames",
  sessions: "sessions",
  login_attempts: "sign_in_attempts",
  passkeys: "passkeys",
  totp_factors: "second_factor",
  recovery_codes: "recovery_codes",
  challenges: "sign_ins_under_way",
  email_changes: "email_changes",
  email_verifications: "email_verifications",
  password_resets: "password_resets",
  carts: "carts",
  orders: "orders",
  role_grants: "roles",
  api_keys: "api_keys_created",
  assets: "uploads",
  stock_movements: "stock_movements",
  price_history: "prices_set",
  import_jobs: "imports_started",
  reviews: "reviews",
  review_votes: "review_votes",
  review_reports: "review_reports",
  stock_alerts: "stock_alerts",
  audit_entries: "audit",
};

/** Tables that name a person, and why they are not exported. */
const EXEMPT: Readonly<Record<string, string>> = {
  idempotency_records: "a copy of an order that is exported, kept for 48 hours",
};

const SECRET_NAME = /hash|secret|digest|public_?key|credential|webauthn|^key_id$|salt/i;

describe.each(engines)("exporting a person on %s", (engine) => {
  let shop: Shop;
  let erin: PlantedPerson;
  let data: PersonalData;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    erin = await plantPerson(shop, { mark: "zqerin", phone: "+33612345678", ip: "203.0.113.77" });
    await plantPerson(shop, { mark: "wkomar", phone: "+33698765432", ip: "203.0.113.88" });
    data = await shop.as(erin.actor, freshClient()).privacy.exportMine();
  });
  afterAll(() => shop.close());
  const inCategory = (name: string) => data.categories[name] ?? [];

  it("covers every table that ties a row to a person, or says why not", () => {
    const personal = tables
      .filter((table) => Object.keys(getTableColumns(table)).some((name) => OF_A_PERSON.test(name)))
      .map((table) => getTableName(table));
    expect(personal.sort()).toEqual([...Object.keys(CATEGORIES), ...Object.keys(EXEMPT)].sort());
    for (const category of Object.values(CATEGORIES)) {
      expect(data.categories, category).toHaveProperty(category);
    }
  });

  it("tells what is held", () => {
    expect(data.store).toBe("Test Shop");
    expect(inCategory("profile")).toMatchObject([
      { email: "zqerin@plant.example", username: "zqerin.name", phone: "+33612345678" },
    ]);
    expect(inCategory("addresses")).toMatchObject([{ company: "zqerin Company" }]);
    expect(inCategory("consents")).toContainEqual({
      ...{ purpose: "marketing_email", granted: true, source: expect.any(String) },
      at: expect.stringMatching(/Z$/),
    });
    expect(inCategory("reserved_usernames")).toContainEqual(
      expect.objectContaining({ username: "zqerin.other" }),
    );
    expect(inCategory("passkeys")).toMatchObject([{ name: "zqerin key" }]);
    expect(inCategory("second_factor")).toHaveLength(1);
    expect(inCategory("email_changes")).toMatchObject([{ request_ip: "203.0.113.77" }]);
    expect(inCategory("password_resets")).toMatchObject([{ request_ip: "203.0.113.77" }]);
    expect(inCategory("sessions")).toContainEqual(
      expect.objectContaining({ ip: "203.0.113.77", user_agent: "zqerin-agent/1.0" }),
    );
    expect(inCategory("sign_in_attempts")).toContainEqual(
      expect.objectContaining({ account: "zqerin@plant.example", result: "failed" }),
    );
    expect(inCategory("api_keys_created")).toMatchObject([{ name: "Stock", prefix: "sk_1" }]);
    expect(inCategory("stock_alerts")).toMatchObject([
      { email: "zqerin@plant.example", title: "Sold out" },
    ]);
    expect(inCategory("stock_movements")).toMatchObject([{ note: "Counted" }]);
    expect(inCategory("prices_set")).toMatchObject([{ amount: 1200, reference: "counting" }]);
    expect(inCategory("audit")).toContainEqual(
      expect.objectContaining({
        action: "email.changed",
        personal: expect.objectContaining({ from: "zqerin.first@plant.example" }),
      }),
    );
  });

  it("tells of every order, of the account and of the guest with the same address", () => {
    expect(inCategory("orders")).toMatchObject([
      {
        number: erin.order.number,
        placed_as_guest: false,
        total: { amount: 1990, currency: "EUR" },
        shipping_address: { line1: "1 zqerin Street" },
        lines: [{ quantity: 1, unit_price: 1500 }],
      },
      { number: erin.guestOrder.number, placed_as_guest: true },
    ]);
    expect(inCategory("payments")).toMatchObject([
      { order_number: erin.order.number, method: "Visa ···· 4242", amount: 1990 },
      { order_number: null, method: null, status: "failed" },
      { order_number: erin.guestOrder.number, status: "captured" },
    ]);
    const open = inCategory("carts").filter(({ status }) => status === "active");
    expect(open).toMatchObject([{ lines: [{ quantity: 1 }] }, { lines: [{ quantity: 1 }] }]);
  });

  it("tells nothing of anybody else", () => {
    expect(JSON.stringify(data)).not.toMatch(/wkomar|\+33698765432|203\.0\.113\.88/);
  });

  it("holds no secret and no hash of one", async () => {
    const text = JSON.stringify(data);
    const { system } = shop.test.database;
    let looked = 0;
    for (const table of tables) {
      const columns = getTableColumns(table);
      const secret = Object.keys(columns).filter((name) => SECRET_NAME.test(name));
      if (getTableName(table) === "sessions") secret.push("id");
      for (const row of (await system.select().from(table)) as Record<string, unknown>[]) {
        for (const value of secret.map((name) => row[name]).filter((value) => value !== null)) {
          looked += 1;
          expect(text, getTableName(table)).not.toContain(String(value));
        }
      }
    }
    expect(looked).toBeGreaterThan(20);
    const pending = await system.select().from(schema.emailVerifications);
    for (const { registration } of pending) {
      if (registration) expect(text).not.toContain(registration.passwordHash);
    }
    expect(text).not.toMatch(/salt|\$argon2|password_?hash/i);
  });

  it("records that it was taken, by whom", async () => {
    const { system } = shop.test.database;
    const entries = await system
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.action, "person.exported"));
    expect(entries).toMatchObject([
      { actorId: erin.actor.userId, subjectType: "user", subjectId: erin.actor.userId },
    ]);
  });

  it("takes as many statements for a thousand orders as for one", async () => {
    const { actor } = await registerCustomer(shop);
    const { system } = shop.test.database;
    const count = () => {
      return statementsOf(() => shop.as(actor, freshClient()).privacy.exportMine());
    };
    await copyOrder(erin.order.id, actor.userId, 1);
    const one = await count();
    await copyOrder(erin.order.id, actor.userId, 1200);
    const many = await count();
    expect(many.statements.length).toBe(one.statements.length);
    expect(many.result.categories["orders"]).toHaveLength(1201);
    expect(
      many.result.categories["orders"]?.every(
        ({ lines }) => Array.isArray(lines) && lines.length === 1,
      ),
    ).toBe(true);

    async function copyOrder(id: string, userId: string, times: number): Promise<void> {
      const [order] = await system.select().from(schema.orders).where(eq(schema.orders.id, id));
      const [cart] = await system
        .select()
        .from(schema.carts)
        .where(eq(schema.carts.id, order?.cartId ?? ""));
      const [line] = await system
        .select()
        .from(schema.orderLines)
        .where(eq(schema.orderLines.orderId, id));
      if (order === undefined || line === undefined || cart === undefined) throw new Error(id);
      for (let copied = 0; copied < times; copied += 100) {
        const ids = Array.from({ length: Math.min(100, times - copied) }, () => uuid7());
        await system.insert(schema.carts).values(ids.map((id) => ({ ...cart, id, userId })));
        await system
          .insert(schema.orders)
          .values(ids.map((id) => ({ ...order, id, cartId: id, number: `C-${id}`, userId })));
        await system
          .insert(schema.orderLines)
          .values(ids.map((orderId) => ({ ...line, id: uuid7(), orderId })));
      }
    }
  });

  it("is for staff with the permission; device and address of staff are not the person's", async () => {
    const clerk = await registerWith(shop, "users:privacy");
    const request = { ip: "198.51.100.200", userAgent: "clerk-agent" };
    const calls = shop.as(clerk.actor, request).privacy;
    await calls.exportPerson({ id: erin.actor.userId });
    const again = await calls.exportPerson({ id: erin.actor.userId.toUpperCase() });
    expect(again.categories["profile"]).toEqual(inCategory("profile"));
    expect(JSON.stringify(again)).not.toMatch(/198\.51\.100\.200|clerk-agent/);
    expect(again.categories["audit"]).toContainEqual(
      expect.objectContaining({ action: "person.exported", by_me: false, personal: null }),
    );
    const plain = await registerStaff(shop, "support");
    const key = await makeKey(shop, "users:read");
    for (const actor of [plain.actor, key.actor]) {
      const refused = shop.as(actor).privacy.exportPerson({ id: erin.actor.userId });
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(calls.exportPerson({ id: uuid7() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
