/** Versions of what caches hold: raised by every unit of work that changes it, whoever wrote the statement. */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Db, uuid7, versionsOf } from "../src/index.ts";
import { brands, stockLocations, stores } from "../src/schema/index.ts";
import { engines, openTestDatabase, type TestDatabase } from "../src/testing/index.ts";

const terms = {
  currency: "EUR",
  pricesIncludeTax: false,
  taxRateBasisPoints: 0,
  shippingCountries: [],
  orderNumberPrefix: "",
};

const brand = (storeId: string) => {
  const name = uuid7();
  const empty = { description: "", seoTitle: "", seoDescription: "" };
  return { storeId, slug: name, name, ...empty };
};

describe.each(engines)("the versions of what caches hold on %s", (engine) => {
  let test: TestDatabase;
  let db: Db;
  const [storeId, otherId] = [uuid7(), uuid7()];
  const versions = () => versionsOf(db, storeId);

  beforeAll(async () => {
    test = await openTestDatabase(engine, { sqlite: "file" });
    const both = [storeId, otherId].map((id) => ({ ...terms, id, slug: id, name: id }));
    await test.database.system.insert(stores).values(both);
    db = test.database.forStore(storeId);
  });
  afterAll(() => test.close());

  it("rise once with each unit of work, and with a statement that commits by itself", async () => {
    const before = await versions();
    await db.insert(brands).values(brand(storeId));
    expect(await versions()).toEqual({ ...before, catalog: before.catalog + 1 });
    await db.transaction(async (tx) => {
      await tx.insert(brands).values(brand(storeId));
      await tx.transaction((nested) => nested.insert(brands).values(brand(storeId)));
      await tx.insert(stockLocations).values({ storeId, code: uuid7(), name: "", position: 0 });
    });
    expect(await versions()).toEqual({
      ...before,
      catalog: before.catalog + 2,
      stock: before.stock + 1,
    });
  });

  it("know raw statements, updates and deletions too", async () => {
    const row = brand(storeId);
    await db.insert(brands).values(row);
    const before = await versions();
    await db.execute(sql`update brands set description = 'x' where store_id = ${storeId}`);
    await db.execute(sql`delete from brands where store_id = ${storeId} and slug = ${row.slug}`);
    expect(await versions()).toEqual({ ...before, catalog: before.catalog + 2 });
  });

  it("stay with reads, with what fails, and with what another store does", async () => {
    const before = await versions();
    await db.select().from(brands).where(eq(brands.storeId, storeId)).for("update");
    const failing = db.transaction(async (tx) => {
      await tx.insert(brands).values(brand(storeId));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await test.database.forStore(otherId).insert(brands).values(brand(otherId));
    expect(await versions()).toEqual(before);
  });

  it("count every one of many writers at once", async () => {
    const before = await versions();
    await Promise.all(
      Array.from({ length: 60 }, () =>
        db.transaction((tx) => tx.insert(brands).values(brand(storeId))),
      ),
    );
    expect(await versions()).toEqual({ ...before, catalog: before.catalog + 60 });
  });
});
