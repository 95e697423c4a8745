/** What is forgotten, and what is kept. */
import {
  emailVerifications,
  loginAttempts,
  passwordResets,
  refreshTokens,
  sessions,
} from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { expect, it } from "vitest";
import { registerCustomer } from "../testing/accounts.ts";
import { openShop } from "../testing/index.ts";
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
