/** What a registration says about marketing, and for whom it counts. */
import { consents, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, registerUnverified, registration } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import type { RegisterInput } from "./contract.ts";
import * as authentication from "./service/index.ts";

describe.each(engines)("registrations on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const system = () => shop.test.database.system;
  const register = (input: RegisterInput) =>
    authentication.register(shop.ctx({ request: freshClient() }), input);

  it("take a word about marketing from who opens the account only, and only a yes", async () => {
    const yes = await registerUnverified(shop, { marketing_consent: true });
    const no = await registerUnverified(shop);
    await register(registration({ email: no.email, marketing_consent: true }));
    const said = async (email: string) =>
      system()
        .select({ purpose: consents.purpose, granted: consents.granted, source: consents.source })
        .from(consents)
        .innerJoin(users, eq(users.id, consents.userId))
        .where(eq(users.email, email))
        .orderBy(asc(consents.id));
    expect(await said(yes.email)).toMatchObject([
      { purpose: "marketing_email", granted: true, source: "registration" },
    ]);
    expect(await said(no.email)).toEqual([]);
    await register(registration({ email: yes.email }));
    expect(await said(yes.email)).toMatchObject([{ granted: true }, { granted: false }]);
  });
});
