/** Erasing a person: nothing that tells who they were stays, and the books still add up. */
import * as schema from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authentication from "../authentication/service/index.ts";
import { sealAudit, verifyAudit } from "../kernel/audit-log.ts";
import { consume, sequence } from "../kernel/event-log.ts";
import { mailConsumer } from "../notifications/service/index.ts";
import { ERASED_EMAIL, forMail } from "../orders/service/index.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { type Marks, type PlantedPerson, plantPerson } from "../testing/person.ts";

const marksOfErin: Marks = { mark: "zqerin", phone: "+33612345678", ip: "203.0.113.77" };
const marksOfOmar: Marks = { mark: "wkomar", phone: "+33698765432", ip: "203.0.113.88" };

const tables: readonly PgTable[] = Object.values(schema).filter((table) => is(table, PgTable));

type Rows = readonly Record<string, unknown>[];

describe.each(engines)("erasing a person on %s", (engine) => {
  let shop: Shop;
  let erin: PlantedPerson;
  let omar: PlantedPerson;
  const dump = async (): Promise<Map<string, Rows>> => {
    const { system } = shop.test.database;
    const held = new Map<string, Rows>();
    for (const table of tables) held.set(getTableName(table), await system.select().from(table));
    return held;
  };
  const tablesWith = (held: Map<string, Rows>, { mark, phone, ip }: Marks) =>
    [...held]
      .filter(([, rows]) => {
        const text = JSON.stringify(rows).toLowerCase();
        return [mark, phone, ip].some((one) => text.includes(one));
      })
      .map(([name]) => name)
      .sort();

  let before: Map<string, Rows>;
  let after: Map<string, Rows>;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    erin = await plantPerson(shop, marksOfErin);
    omar = await plantPerson(shop, marksOfOmar);
    await sealAll(shop);
    before = await dump();
    await shop.as(erin.actor, freshClient()).privacy.eraseMe({ confirm: " ZQerin@plant.example " });
    after = await dump();
  });
  afterAll(() => shop.close());

  const ordersIn = (held: Map<string, Rows>) => held.get("orders") ?? [];

  it("looks for the person where they had left something", () => {
    expect(tablesWith(before, marksOfErin)).toEqual([
      "addresses",
      "assets",
      "audit_entries",
      "carts",
      "challenges",
      "email_changes",
      "email_verifications",
      "idempotency_records",
      "login_attempts",
      "orders",
      "passkeys",
      "password_resets",
      "recovery_codes",
      "sessions",
      "stock_alerts",
      "totp_factors",
      "username_reservations",
      "users",
    ]);
  });

  it("leaves nothing of what they wrote, in any column of any table", () => {
    expect(tablesWith(after, marksOfErin)).toEqual([]);
  });

  it("leaves no row that belongs to them", () => {
    const named = [...after].filter(([name, rows]) => {
      const kept = name === "audit_entries" || name === "events";
      return !kept && JSON.stringify(rows).includes(erin.actor.userId);
    });
    expect(named.map(([name]) => name)).toEqual([]);
  });

  it("touches nothing of another person", () => {
    const mine = (held: Map<string, Rows>) =>
      [...held].map(([name, rows]) => [
        name,
        rows
          .map((row) => JSON.stringify(row))
          .filter((row) => row.includes("wkomar") || row.includes(omar.actor.userId))
          .sort(),
      ]);
    expect(mine(after)).toEqual(mine(before));
  });

  it("keeps the books: amounts, lines, payments and stock are as they were", () => {
    const books = [
      "order_lines",
      "payment_events",
      "stock_levels",
      "stock_reservations",
      "test_gateway_charges",
      "store_counters",
    ];
    for (const name of books) expect(after.get(name), name).toEqual(before.get(name));
    const moves = (held: Map<string, Rows>) =>
      (held.get("stock_movements") ?? [])
        .map(({ actorId: _who, ...move }) => move)
        .sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
    expect(moves(after)).toEqual(moves(before));
    const facts = (held: Map<string, Rows>) =>
      ordersIn(held)
        .map(({ number, subtotal, shipping, tax, total, itemCount, currency, placedAt }) => ({
          ...{ number, subtotal, shipping, tax, total, itemCount, currency, placedAt },
        }))
        .sort((a, b) => (String(a.number) < String(b.number) ? -1 : 1));
    expect(facts(after)).toEqual(facts(before));
    const sums = (held: Map<string, Rows>) =>
      (held.get("payments") ?? [])
        .map(({ id, amount, status, orderId, reference }) => ({
          ...{ id, amount, status, orderId, reference },
        }))
        .sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
    expect(sums(after)).toEqual(sums(before));
  });

  it("keeps of an address the country that was taxed, and of a card that there was one", () => {
    const theirs = [erin.order.id, erin.guestOrder.id];
    const kept = ordersIn(after).filter(({ id }) => theirs.includes(String(id)));
    expect(kept).toHaveLength(2);
    for (const order of kept) {
      expect(order).toMatchObject({
        ...{ userId: null, email: ERASED_EMAIL, emailCanonical: "", accessTokenHash: null },
        shippingAddress: { country_code: "FR", city: "erased", postal_code: "", phone: null },
        billingAddress: { country_code: "FR", line1: "erased" },
      });
    }
    const methods = (after.get("payments") ?? [])
      .filter(({ orderId }) => theirs.includes(String(orderId)))
      .map(({ method }) => method);
    expect(methods).toEqual(["erased", "erased"]);
  });

  it("shows the guest's order to no token any more, and writes to nobody", async () => {
    const { number, access_token, id } = erin.guestOrder;
    const guest = shop.as({ kind: "anonymous" }, freshClient());
    const looked = guest.orders.lookUp({ number, access_token: access_token ?? "" });
    await expect(looked).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await forMail(shop.ctx(), id)).toBeNull();
  });

  it("ends every session at once", async () => {
    const credentials = { bearer: erin.access, sessionCookie: null };
    const actor = await authentication.actorOf(shop.ctx(), credentials);
    expect(actor).toEqual({ kind: "rejected", reason: "session_ended" });
    const refreshed = authentication.refresh(shop.ctx(), { refresh: erin.refresh });
    await expect(refreshed).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  it("records the act without a word of the person, and the trail still holds", async () => {
    const entries = (after.get("audit_entries") ?? []).filter(
      ({ subjectId }) => subjectId === erin.actor.userId,
    );
    expect(entries.map(({ action }) => action)).toContain("person.erased");
    expect(entries.every(({ personal }) => personal === null)).toBe(true);
    await sealAll(shop);
    expect(await verifyAudit(shop.ctx())).toMatchObject({ ok: true, problems: [] });
  });

  it("writes no mail that was still waiting, and fails over none", async () => {
    const ctx = shop.ctx();
    const sent: string[] = [];
    const failures: unknown[] = [];
    const consumer = mailConsumer(ctx, {
      send: async ({ to }) => {
        sent.push(to);
      },
    });
    await sequence(ctx.db, ctx.store.id);
    const options = { db: ctx.db, storeId: ctx.store.id, node: "test", now: ctx.now };
    const onFailure = (_event: unknown, error: unknown) => failures.push(error);
    while ((await consume(consumer, { ...options, onFailure })) > 0);
    expect(failures).toEqual([]);
    expect(sent).toContain(omar.email);
    expect(sent.filter((to) => to !== omar.email)).toEqual([]);
  });

  it("lets the address register anew, as somebody without a past", async () => {
    const { email } = erin;
    const again = await registerCustomer(shop, { email, username: "zqerin.name" });
    const mine = shop.as(again.actor, freshClient());
    expect(again.actor.userId).not.toBe(erin.actor.userId);
    expect((await mine.orders.list({ limit: 10 })).items).toEqual([]);
    expect(await mine.orders.claimable()).toEqual({ count: 0 });
    expect((await mine.users.consents()).history).toEqual([]);
  });
});

const sealAll = async (shop: Shop) => {
  const { db, store, ports } = shop.ctx();
  while ((await sealAudit(db, store.id, ports.secrets.audit)) > 0);
};
