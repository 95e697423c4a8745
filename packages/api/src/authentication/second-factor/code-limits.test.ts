/** What keeps others from guessing codes: each try counts like a try at the password. */
import { loginAttempts } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, PASSWORD } from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { secondStepsOf } from "../../testing/second-factor.ts";
import * as authentication from "../service/index.ts";

const MINUTE = 60_000;
const wrongCode = { kind: "invalid", reason: "wrong_code", fields: { code: [expect.anything()] } };
const tooMany = { kind: "rate_limited", reason: "too_many_failed_logins" };

describe.each(engines)("wrong codes on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const { guarded, begin, step } = secondStepsOf(() => shop);
  const login = (email: string) =>
    authentication.login(shop.ctx({ request: freshClient() }), { email, password: PASSWORD });

  it("lock the account after three, even for the right password and the right code", async () => {
    const { customer, app } = await guarded();
    const challenge = await begin(customer);
    for (const code of ["000000", "000001", "000002"]) {
      await expect(step(challenge, { code })).rejects.toMatchObject(wrongCode);
    }
    await expect(step(challenge, { code: app.code() })).rejects.toMatchObject(tooMany);
    await expect(login(customer.email)).rejects.toMatchObject(tooMany);
    shop.advance(15 * MINUTE);
    await step(await begin(customer), { code: app.code() });
  });

  it("are not forgotten when the password comes again between them", async () => {
    const { customer } = await guarded();
    for (const code of ["000000", "000001", "000002"]) {
      await expect(step(await begin(customer), { code })).rejects.toMatchObject(wrongCode);
    }
    await expect(login(customer.email)).rejects.toMatchObject(tooMany);
    const wrong = and(
      eq(loginAttempts.userId, customer.user.id),
      eq(loginAttempts.reason, "wrong_code"),
    );
    const rows = await shop.test.database.system.select().from(loginAttempts).where(wrong);
    expect(rows.map(({ result }) => result)).toEqual(["failed", "failed", "failed"]);
  });

  it("are forgotten by a sign-in that was finished", async () => {
    const { customer, app } = await guarded();
    const fail = async (code: string) =>
      expect(step(await begin(customer), { code })).rejects.toMatchObject(wrongCode);
    await fail("000000");
    await fail("000001");
    await step(await begin(customer), { code: app.code() });
    await fail("000000");
    await step(await begin(customer), { recovery_code: app.recoveryCodes[0] });
  });

  it("count against the client, whatever the account", async () => {
    const client = freshClient();
    for (let i = 0; i < 5; i++) {
      const { customer } = await guarded();
      const challenge = await begin(customer);
      await expect(step(challenge, { code: "000000" }, client)).rejects.toMatchObject(wrongCode);
    }
    const { customer, app } = await guarded();
    const challenge = await begin(customer);
    await expect(step(challenge, { code: app.code() }, client)).rejects.toMatchObject(tooMany);
    await step(challenge, { code: app.code() });
  });

  it("are looked at three times when twenty come at once", async () => {
    const { customer } = await guarded();
    const challenge = await begin(customer);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        step(challenge, { code: String(100_000 + i) }).catch((error: unknown) => error),
      ),
    );
    const reasons = results.map((error) => Reflect.get(error as object, "reason"));
    expect(reasons.filter((reason) => reason === "wrong_code")).toHaveLength(3);
  });
});
