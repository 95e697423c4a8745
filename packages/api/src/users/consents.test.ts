/** What a person allowed: what holds now, and everything that was said, with time and place. */
import { auditEntries, consents } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";

describe.each(engines)("consents on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());
  const somebody = async (marketing_consent = false) => {
    const { actor } = await registerCustomer(shop, { marketing_consent });
    return { id: actor.userId, users: shop.as(actor, freshClient()).users };
  };
  const rowsOf = (userId: string) =>
    shop.test.database.system.select().from(consents).where(eq(consents.userId, userId));

  it("holds nothing of somebody who was never asked", async () => {
    const { users } = await somebody();
    expect(await users.consents()).toEqual({ marketing_email: false, history: [] });
  });

  it("tells what was said, newest first, when and where", async () => {
    const { users } = await somebody();
    await users.setConsents({ marketing_email: true });
    shop.advance(60_000);
    const state = await users.setConsents({ marketing_email: false });
    expect(state).toEqual({
      marketing_email: false,
      history: [
        { purpose: "marketing_email", granted: false, source: "account", at: expect.any(String) },
        { purpose: "marketing_email", granted: true, source: "account", at: expect.any(String) },
      ],
    });
    const [last, first] = state.history.map(({ at }) => Date.parse(at));
    expect(Number(last) - Number(first)).toBeGreaterThanOrEqual(60_000);
    expect(await users.consents()).toEqual(state);
  });

  it("adds no row where nothing changes, and never changes a row", async () => {
    const { id, users } = await somebody();
    await users.setConsents({ marketing_email: false });
    expect(await rowsOf(id)).toEqual([]);
    await users.setConsents({ marketing_email: true });
    const said = await rowsOf(id);
    await users.setConsents({ marketing_email: true });
    expect(await rowsOf(id)).toEqual(said);
    await users.setConsents({ marketing_email: false });
    expect(await rowsOf(id)).toHaveLength(2);
    expect(await rowsOf(id)).toEqual(expect.arrayContaining(said));
  });

  it("writes one row, however many say the same at once", async () => {
    const { id, users } = await somebody();
    await Promise.all(
      Array.from({ length: 6 }, () => users.setConsents({ marketing_email: true })),
    );
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it("records each change without saying who the person is", async () => {
    const { id, users } = await somebody();
    await users.setConsents({ marketing_email: true });
    const entries = await shop.test.database.system
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.action, "consent.changed")));
    expect(entries.map(({ details }) => details)).toEqual([
      { purpose: "marketing_email", granted: true, source: "account" },
    ]);
  });

  it("is each person's own", async () => {
    const [one, other] = [await somebody(), await somebody()];
    await one.users.setConsents({ marketing_email: true });
    expect((await other.users.consents()).marketing_email).toBe(false);
    const anybody = shop.as({ kind: "anonymous" }).users;
    await expect(anybody.consents()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
