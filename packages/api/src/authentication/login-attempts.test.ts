/** The trail of tries to sign in, as the owner of the account sees it. */
import { loginAttempts } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestInfo } from "../kernel/context.ts";
import { freshClient, PASSWORD, registerCustomer } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import type { ListLoginAttemptsInput } from "./contract.ts";
import { beginAttempt, judgeAttempt } from "./service/attempts.ts";
import * as authentication from "./service/index.ts";

const CURL = { userAgent: "curl/8.11.0" };

describe.each(engines)("the tries to sign in on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  type TestCustomer = Awaited<ReturnType<typeof registerCustomer>>;
  const list = ({ actor }: TestCustomer, input: Partial<ListLoginAttemptsInput> = {}) =>
    shop.as(actor).authentication.listLoginAttempts(input);
  const reasons = async (customer: TestCustomer) =>
    (await list(customer)).items.map(({ reason }) => reason);
  const login = (email: string, password: string, request: Partial<RequestInfo> = freshClient()) =>
    authentication.login(shop.ctx({ request }), { email, password });
  const fail = (email: string, request?: Partial<RequestInfo>) =>
    expect(login(email, "not this one", request)).rejects.toThrow();

  it("are told newest first, with time, address, device, result and reason", async () => {
    const customer = await registerCustomer(shop);
    const { email } = customer;
    await fail(email.toUpperCase(), { ip: "198.51.100.30", ...CURL });
    await login(email, PASSWORD);
    const { items, next_cursor } = await list(customer);
    expect(items).toMatchObject([
      { result: "succeeded", reason: "signed_in", device: "vitest" },
      { result: "failed", reason: "wrong_password", ip: "198.51.100.30", device: "curl" },
      { result: "succeeded", reason: "email_verified" },
    ]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      "created_at",
      "device",
      "id",
      "ip",
      "reason",
      "result",
    ]);
    expect(next_cursor).toBeNull();
  });

  it("are told even when they were turned away unread", async () => {
    const customer = await registerCustomer(shop);
    for (let i = 0; i < 4; i++) await fail(customer.email);
    expect(await reasons(customer)).toEqual([
      "rate_limited",
      "wrong_password",
      "wrong_password",
      "wrong_password",
      "email_verified",
    ]);
  });

  it("are judged once, and never anew", async () => {
    const customer = await registerCustomer(shop);
    const { email, actor } = customer;
    const ctx = shop.ctx({ request: freshClient() });
    const attempt = await beginAttempt(ctx, email);
    const verdict = { reason: "wrong_password", userId: actor.userId } as const;
    await judgeAttempt(ctx, attempt, { result: "failed", ...verdict });
    await judgeAttempt(ctx, attempt, { ...verdict, result: "succeeded", reason: "signed_in" });
    expect(await reasons(customer)).toEqual(["wrong_password", "email_verified"]);
  });

  it("are told to nobody else", async () => {
    const [one, two] = [await registerCustomer(shop), await registerCustomer(shop)];
    for (let i = 0; i < 4; i++) await fail(one.email);
    expect(await reasons(two)).toEqual(["email_verified"]);
  });

  it("leave out what was tried at the address before the account was opened", async () => {
    const email = `sought.${freshClient().ip}@example.com`;
    for (let i = 0; i < 4; i++) await fail(email);
    shop.advance(20 * 60_000);
    const customer = await registerCustomer(shop, { email });
    expect(await reasons(customer)).toEqual(["email_verified"]);
  });

  it("leave out those of the address's owner before", async () => {
    const customer = await registerCustomer(shop);
    const before = await registerCustomer(shop);
    const { store, now } = shop.ctx();
    await shop.test.database.system.insert(loginAttempts).values({
      storeId: store.id,
      account: customer.email,
      userId: before.user.id,
      ip: "198.51.100.31",
      client: "198.51.100.31",
      userAgent: "",
      result: "failed",
      reason: "wrong_password",
      createdAt: now(),
    });
    expect(await reasons(customer)).toEqual(["email_verified"]);
  });

  it("come in pages that neither repeat nor lose one", async () => {
    const customer = await registerCustomer(shop);
    for (let i = 0; i < 4; i++) await login(customer.email, PASSWORD);
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(customer, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(ids).toEqual((await list(customer)).items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    await expect(list(customer, { cursor: "x" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
