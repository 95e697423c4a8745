/** The time of an answer, which must not tell whether an address is known: no answer comes early. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  registerCustomer,
  registration,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { hashPassword } from "./credentials/passwords.ts";
import * as authentication from "./service/index.ts";

/** Timers may be a moment early. */
const SLACK_MS = 2;

describe.each(engines)("an answer on %s", (engine) => {
  let shop: Shop;
  let customer: TestCustomer;
  let asking: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    [customer, asking] = [await registerCustomer(shop), await registerCustomer(shop)];
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const unknown = () => `nobody.${freshClient().ip}@example.com`;

  /** Of a few calls: the machine may have been busy with something else. */
  const shortest = async (work: () => Promise<unknown>): Promise<number> => {
    const times = [];
    for (let i = 0; i < 4; i++) times.push(await timeOf(work));
    return Math.min(...times);
  };

  it.each([
    ["a new password", (email: string) => authentication.forgotPassword(ctx(), { email })],
    ["another link", (email: string) => authentication.resendVerification(ctx(), { email })],
    [
      "another address",
      (email: string) => authentication.changeEmail({ ...ctx(), actor: asking.actor }, { email }),
    ],
  ])("to a wish for %s takes 100 ms, for a known address and an unknown one", async (_, ask) => {
    for (const email of [customer.email, unknown()]) {
      expect(await timeOf(() => ask(email))).toBeGreaterThan(100 - SLACK_MS);
    }
  });

  it("to a registration takes 50 ms beside the hash, for a known address and a new one", async () => {
    const hash = await shortest(() => hashPassword("some password"));
    for (const known of [true, false]) {
      const time = await shortest(() => {
        const email = known ? customer.email : unknown();
        return authentication.register(ctx(), registration({ email }));
      });
      // The machine may hash faster now than a moment ago.
      expect(time).toBeGreaterThan(50 + hash / 2 - SLACK_MS);
    }
  });
});
