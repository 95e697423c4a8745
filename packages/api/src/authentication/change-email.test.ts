/** Asking for another address: who may, and what it tells nobody. */
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../kernel/secrets.ts";
import { freshClient, registerCustomer, registerUnverified } from "../testing/accounts.ts";
import { movesOf, newAddress } from "../testing/email-changes.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const HOUR = 3_600_000;
const answer = {
  message: "If that address can be yours, an email with a link is on its way to it.",
};
const invalidLink = { kind: "invalid", reason: "email_change_token_invalid" };

describe.each(engines)("asking for another address on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const ctx = () => shop.ctx({ request: freshClient() });
  const bearer = (access: string) =>
    authentication.actorOf(ctx(), { bearer: access, sessionCookie: null });
  const { ask, confirm, changesOf, tokenFor, asked } = movesOf(() => shop);
  const eventsAbout = async (userId: string) => {
    const rows = await system()
      .select()
      .from(events)
      .where(eq(events.subjectId, userId))
      .orderBy(asc(events.id));
    return rows.map(({ type }) => type).filter((type) => /email_change/.test(type));
  };

  it("changes nothing yet, and stores no secret that opens anything", async () => {
    const customer = await registerCustomer(shop);
    const email = newAddress();
    expect(await ask(customer, email)).toEqual(answer);
    expect((await bearer(customer.access)) as object).toMatchObject({ email: customer.email });
    const token = await tokenFor(customer);
    const [row] = await changesOf(customer);
    expect(row).toMatchObject({ email, tokenHash: hashSecret(token ?? ""), usedAt: null });
    const everything = JSON.stringify([row, await system().select().from(events)]);
    expect(everything).not.toContain(token);
  });

  it("answers alike for addresses of others, who hear of it, and gives no link to them", async () => {
    const customer = await registerCustomer(shop);
    const verified = await registerCustomer(shop);
    const unverified = await registerUnverified(shop);
    for (const email of [verified.email, ` ${unverified.email.toUpperCase()}`]) {
      expect(await ask(customer, email)).toEqual(answer);
      expect(await tokenFor(customer)).toBeNull();
      const holder = await findByEmail(ctx(), email);
      expect(await eventsAbout(holder?.id ?? "")).toEqual(["email_change.refused"]);
    }
    expect(await ask(customer, newAddress())).toEqual(answer);
  });

  it("tells the old mailbox alike too, and makes the earlier link void alike", async () => {
    const stranger = await registerCustomer(shop);
    const traces = [];
    for (const email of [newAddress(), stranger.email]) {
      const customer = await registerCustomer(shop);
      const earlier = await asked(customer, newAddress());
      await ask(customer, email);
      await expect(confirm(customer, earlier)).rejects.toMatchObject(invalidLink);
      const seen = await eventsAbout(customer.actor.userId);
      traces.push(seen.filter((type) => type === "email_change.announced"));
    }
    expect(traces).toEqual(Array(2).fill(Array(2).fill("email_change.announced")));
  });

  it("is refused for the address of now, however it is written", async () => {
    const customer = await registerCustomer(shop);
    await expect(ask(customer, customer.email.toUpperCase())).rejects.toMatchObject({
      kind: "invalid",
      fields: { email: ["This is your address already."] },
    });
  });

  it("makes mails five times an hour at most, for known and unknown addresses together", async () => {
    const customer = await registerCustomer(shop);
    const { email } = await registerCustomer(shop);
    for (const target of [email, newAddress(), email, newAddress(), newAddress()]) {
      await ask(customer, target);
    }
    const last = await tokenFor(customer);
    expect(await ask(customer, newAddress())).toEqual(answer);
    expect(await ask(customer, email)).toEqual(answer);
    expect(await changesOf(customer)).toHaveLength(5);
    expect(await tokenFor(customer)).toBe(last);
    shop.advance(HOUR + 1000);
    await ask(customer, newAddress());
    expect(await changesOf(customer)).toHaveLength(6);
  });

  it("tells the owner of a wanted address three times a day at most", async () => {
    const wanted = await registerCustomer(shop);
    for (let i = 0; i < 4; i++) await ask(await registerCustomer(shop), wanted.email);
    expect(await eventsAbout(wanted.actor.userId)).toHaveLength(3);
  });

  it("is refused to a client that asks too often, whoever it is", async () => {
    const client = freshClient();
    const movers = [await registerCustomer(shop), await registerCustomer(shop)] as const;
    for (let i = 0; i < 15; i++) {
      for (const mover of movers) await ask(mover, newAddress(), client);
    }
    await expect(ask(movers[0], newAddress(), client)).rejects.toMatchObject({
      kind: "rate_limited",
    });
  });

  it("needs a session that proved lately who uses it", async () => {
    const customer = await registerCustomer(shop);
    const email = newAddress();
    const stale = { ...customer.actor, authenticatedAt: new Date(Date.now() - 24 * HOUR) };
    await expect(
      shop.as(stale, freshClient()).authentication.changeEmail({ email }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      shop.as({ kind: "anonymous" }, freshClient()).authentication.changeEmail({ email }),
    ).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const now = { ...customer.actor, authenticatedAt: shop.ctx().now() };
    expect(await shop.as(now, freshClient()).authentication.changeEmail({ email })).toEqual(answer);
  });
});
