/** The second wall between stores, on PostgreSQL: row-level security, whatever a query says. */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuid7 } from "../src/index.ts";
import { categories, stores } from "../src/schema/index.ts";
import { tables } from "../src/table.ts";
import { openTestDatabase, type TestDatabase } from "../src/testing/index.ts";

describe("a connection of one store on PostgreSQL", () => {
  let test: TestDatabase;
  const [mine, theirs] = [uuid7(), uuid7()];

  beforeAll(async () => {
    test = await openTestDatabase("postgres");
    const { system } = test.database;
    for (const [id, slug] of [
      [mine, "mine"],
      [theirs, "theirs"],
    ] as const) {
      await system.insert(stores).values({
        id,
        slug,
        name: slug,
        currency: "EUR",
        pricesIncludeTax: true,
        taxRateBasisPoints: 0,
        shippingCountries: [],
        orderNumberPrefix: "",
      });
      await system.insert(categories).values({ storeId: id, slug, name: slug });
    }
  });
  afterAll(() => test.close());

  it("reads no row of another store, even when the query asks for it", async () => {
    const db = test.database.forStore(mine);
    const rows = await db.select().from(categories).where(eq(categories.storeId, theirs));
    expect(rows).toEqual([]);
  });

  it("writes no row of another store", async () => {
    const db = test.database.forStore(mine);
    const insert = db.insert(categories).values({ storeId: theirs, slug: "planted", name: "x" });
    await expect(insert).rejects.toMatchObject({ code: "42501" });
    const changed = await db
      .update(categories)
      .set({ name: "changed" })
      .where(eq(categories.storeId, theirs))
      .returning();
    expect(changed).toEqual([]);
  });

  it("holds for every table that belongs to a store", async () => {
    const forced = await test.database.system.execute<{ relname: string }>(
      sql`select relname from pg_class where relrowsecurity and relforcerowsecurity`,
    );
    const names = forced.map(({ relname }) => relname);
    const tenant = tables.filter((table) => table.tenant).map(({ name }) => name);
    expect(names.toSorted()).toEqual(tenant.toSorted());
  });
});
