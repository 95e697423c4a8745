/** What is forgotten, and what is kept. */
import {
  emailVerifications,
  loginAttempts,
  passwordResets,
  refreshTokens,
  sessions,
  users,
} from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  freshClient,
  registerCustomer,
  registerUnverified,
  registration,
} from "../testing/accounts.ts";
import { openShop } from "../testing/index.ts";
import { findByEmail } from "../users/service/index.ts";
import * as authentication from "./service/index.ts";

const DAY = 86_400_000;

it.each(engines)("sweeping forgets what has expired and nothing else, on %s", async (engine) => {
  const shop = await openShop(engine);
  const kept = async () => {
    const { system } = shop.test.database;
    const tables = [sessions, refreshTokens, emailVerifications, passwordResets, loginAttempts];
    return Promise.all(tables.map(async (table) => (await system.select().from(table)).length));
  };
  const { email } = await registerCustomer(shop);
  await authentication.forgotPassword(shop.ctx(), { email });
  await authentication.sweep(shop.ctx());
  expect(await kept()).toEqual([1, 1, 1, 1, 1]);
  shop.advance(8 * DAY);
  await registerCustomer(shop);
  await authentication.sweep(shop.ctx());
  expect(await kept()).toEqual([1, 1, 1, 1, 2]);
  shop.advance(83 * DAY);
  await authentication.sweep(shop.ctx());
  expect(await kept()).toEqual([0, 0, 0, 0, 1]);
  await shop.close();
});

it.each(engines)(
  "an account that nobody verified is forgotten after a week, on %s",
  async (engine) => {
    const shop = await openShop(engine);
    const ctx = () => shop.ctx({ request: freshClient() });
    const isKnown = async (email: string) => (await findByEmail(ctx(), email)) !== null;
    const verified = await registerCustomer(shop);
    const renewed = await registerUnverified(shop);
    const left = await registerUnverified(shop);
    const disabled = await registerUnverified(shop);
    const { system } = shop.test.database;
    await system.update(users).set({ isActive: false }).where(eq(users.email, disabled.email));
    const emails = [verified.email, renewed.email, left.email, disabled.email];
    const known = () => Promise.all(emails.map(isKnown));
    shop.advance(6 * DAY);
    await authentication.register(ctx(), registration({ email: renewed.email }));
    shop.advance(DAY - 60_000);
    await authentication.sweep(shop.ctx());
    expect(await known()).toEqual([true, true, true, true]);
    shop.advance(60_000);
    await authentication.sweep(shop.ctx());
    expect(await known()).toEqual([true, true, false, true]);
    await authentication.register(ctx(), left);
    await shop.close();
  },
);
