/** The unit of work, by the same sentences on both engines. */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Db, defineQuery, isUniqueViolation, statementsOf, uuid7 } from "../src/index.ts";
import { categories, stores } from "../src/schema/index.ts";
import { engines, openTestDatabase, type TestDatabase } from "../src/testing/index.ts";

describe.each(engines)("a unit of work on %s", (engine) => {
  let test: TestDatabase;
  let db: Db;
  const storeId = uuid7();

  beforeAll(async () => {
    test = await openTestDatabase(engine, { sqlite: "file" });
    await test.database.system.insert(stores).values({
      id: storeId,
      slug: "test",
      name: "Test",
      currency: "EUR",
      pricesIncludeTax: true,
      taxRateBasisPoints: 2000,
      shippingCountries: ["FR"],
      orderNumberPrefix: "T-",
    });
    db = test.database.forStore(storeId);
  });
  afterAll(() => test.close());

  const add = (on: Db, slug: string) =>
    on.insert(categories).values({ storeId, slug, name: slug }).returning();
  const slugs = async () => {
    const rows = await db
      .select({ slug: categories.slug })
      .from(categories)
      .where(eq(categories.storeId, storeId));
    return rows.map(({ slug }) => slug);
  };

  it("keeps all of its rows or none", async () => {
    const failing = db.transaction(async (tx) => {
      await add(tx, "lost");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await db.transaction((tx) => add(tx, "kept"));
    const found = await slugs();
    expect(found).toContain("kept");
    expect(found).not.toContain("lost");
  });

  it("undoes a nested unit alone, with what it wanted to do after the commit", async () => {
    const effects: string[] = [];
    await db.transaction(async (tx) => {
      await add(tx, "outer");
      tx.afterCommit(() => effects.push("outer"));
      const inner = tx.transaction(async (nested) => {
        await add(nested, "inner");
        nested.afterCommit(() => effects.push("inner"));
        throw new Error("inner only");
      });
      await expect(inner).rejects.toThrow("inner only");
      expect(effects).toEqual([]);
    });
    expect(effects).toEqual(["outer"]);
    const found = await slugs();
    expect(found).toContain("outer");
    expect(found).not.toContain("inner");
  });

  it("goes on after a refused row when that was tried in a nested unit", async () => {
    await db.transaction(async (tx) => {
      await add(tx, "twice");
      const again = tx.transaction((nested) => add(nested, "twice"));
      await expect(again.catch((error: unknown) => isUniqueViolation(error))).resolves.toBe(true);
      await add(tx, "after");
    });
    expect(await slugs()).toContain("after");
  });

  it("decodes every kind of column alike", async () => {
    const [row] = await test.database.system.select().from(stores).where(eq(stores.id, storeId));
    expect(row).toMatchObject({ pricesIncludeTax: true, shippingCountries: ["FR"] });
    expect(row?.createdAt).toBeInstanceOf(Date);
    expect(Date.now() - (row?.createdAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("runs a defined query on any handle", async () => {
    const bySlug = defineQuery<{ storeId: string; slug: string }, { id: string }[]>((query, p) =>
      query
        .select({ id: categories.id })
        .from(categories)
        .where(sql`${categories.storeId} = ${p.storeId} and ${categories.slug} = ${p.slug}`),
    );
    expect(await bySlug(db, { storeId, slug: "kept" })).toHaveLength(1);
    await db.transaction(async (tx) => {
      await add(tx, "unseen");
      expect(await bySlug(tx, { storeId, slug: "unseen" })).toHaveLength(1);
    });
  });

  it("sees the statements of its own caller only, also when the work shares a commit", async () => {
    const [one, two] = await Promise.all([
      statementsOf(() => db.transaction((tx) => add(tx, "counted-1"))),
      statementsOf(() =>
        db.transaction(async (tx) => {
          await add(tx, "counted-2");
          await add(tx, "counted-3");
        }),
      ),
    ]);
    const inserts = (statements: readonly string[]) =>
      statements.filter((text) => text.startsWith("insert")).length;
    expect([inserts(one.statements), inserts(two.statements)]).toEqual([1, 2]);
  });

  it("refuses a statement that names no store", async () => {
    await expect(async () => db.select().from(categories)).rejects.toThrow(
      "no condition on store_id",
    );
    await expect(async () =>
      db.update(categories).set({ name: "x" }).where(eq(categories.slug, "kept")),
    ).rejects.toThrow("no condition on store_id");
  });
});

describe("SQLite's single writer", () => {
  it("tells at once who uses the outer handle inside a unit of work", async () => {
    const test = await openTestDatabase("sqlite");
    const { system } = test.database;
    await expect(system.transaction(() => system.execute(sql`select 1`))).rejects.toThrow(
      "use its own handle",
    );
    await test.close();
  });

  it("refuses a statement that comes after its unit of work is over", async () => {
    const test = await openTestDatabase("sqlite");
    let late: Db | undefined;
    await test.database.system.transaction(async (tx) => {
      late = tx;
    });
    await expect(late?.execute(sql`select 1`)).rejects.toThrow("is over");
    await test.close();
  });
});
