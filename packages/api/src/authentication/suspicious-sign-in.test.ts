/** When a sign-in makes a mail to the owner, since others had failed before it. */
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  signIn,
  type TestCustomer,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { enableTotp } from "../testing/second-factor.ts";
import * as authentication from "./service/index.ts";

const MINUTE = 60_000;

describe.each(engines)("a sign-in after failures on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const succeed = ({ email }: TestCustomer) => signIn(ctx(), { email, password: PASSWORD });
  const fail = async ({ email }: TestCustomer, times: number) => {
    for (let i = 0; i < times; i++) {
      await expect(signIn(ctx(), { email, password: `not ${i}` })).rejects.toThrow();
    }
  };
  const reports = async ({ user }: TestCustomer) => {
    const rows = await shop.test.database.system
      .select({ payload: events.payload })
      .from(events)
      .where(and(eq(events.subjectId, user.id), eq(events.type, "sign_in.after_failures")))
      .orderBy(asc(events.id));
    return rows.map(({ payload }) => Reflect.get(payload, "failures") as unknown);
  };

  it("is reported from the third failure on, with all that was tried", async () => {
    const customer = await registerCustomer(shop);
    await fail(customer, 2);
    await succeed(customer);
    expect(await reports(customer)).toEqual([]);
    await fail(customer, 3);
    await fail(customer, 2);
    shop.advance(16 * MINUTE);
    await succeed(customer);
    // Two of them were refused at once.
    expect(await reports(customer)).toEqual([5]);
  });

  it("is reported once: a success begins the count anew", async () => {
    const customer = await registerCustomer(shop);
    await fail(customer, 3);
    shop.advance(16 * MINUTE);
    await succeed(customer);
    shop.advance(61 * MINUTE);
    await succeed(customer);
    expect(await reports(customer)).toEqual([3]);
  });

  it("is reported once an hour at most", async () => {
    const customer = await registerCustomer(shop);
    for (let i = 0; i < 5; i++) {
      await fail(customer, 3);
      shop.advance(16 * MINUTE);
      await succeed(customer);
    }
    expect(await reports(customer)).toEqual([3, 3]);
  });

  it("forgets failures of more than a day ago", async () => {
    const customer = await registerCustomer(shop);
    await fail(customer, 3);
    shop.advance(25 * 60 * MINUTE);
    await succeed(customer);
    expect(await reports(customer)).toEqual([]);
  });

  it("counts a wrong code like a wrong password, and reports when the second step is done", async () => {
    const customer = await registerCustomer(shop);
    const app = await enableTotp(shop, customer.actor);
    const { email } = customer;
    const begin = async () => {
      const answer = await authentication.login(ctx(), { email, password: PASSWORD });
      if (!("second_factor" in answer)) throw new Error("no second factor was asked for");
      return answer.second_factor;
    };
    const finish = ({ challenge }: { challenge: string }, code: string) =>
      authentication.loginSecondStep(ctx(), { challenge, code });
    await fail(customer, 2);
    await expect(finish(await begin(), "000000")).rejects.toThrow();
    shop.advance(16 * MINUTE);
    const second = await begin();
    expect(await reports(customer)).toEqual([]);
    await finish(second, app.code());
    expect(await reports(customer)).toEqual([3]);
  });

  it("concerns the owner of that account only", async () => {
    const [one, other] = [await registerCustomer(shop), await registerCustomer(shop)];
    await fail(one, 3);
    await succeed(other);
    expect(await reports(other)).toEqual([]);
  });
});
