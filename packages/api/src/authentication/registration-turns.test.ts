/** Two registrations at the same moment: the second finds what the first has done. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, registration } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { meet } from "../testing/turns.ts";
import type { RegisterInput } from "./contract.ts";
import * as authentication from "./service/index.ts";

const taken = {
  status: "rejected",
  reason: { fields: { username: ["A user with that username already exists."] } },
};

describe.each(engines)("registrations take turns on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });

  it.each<[string, Partial<RegisterInput>, object]>([
    ["address", { email: "twins@example.com" }, { status: "fulfilled" }],
    ["user name", { username: "twins" }, taken],
  ])("by %s", async (_what, same, end) => {
    const ended = await meet(
      ctx(),
      (ctx) => authentication.register(ctx, registration(same)),
      () => authentication.register(ctx(), registration(same)),
    );
    expect(ended).toMatchObject(end);
  });
});
