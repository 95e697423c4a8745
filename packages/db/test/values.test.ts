/** What goes in comes out: the same values from either engine, whatever they are. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuid7 } from "../src/index.ts";
import { events, stores } from "../src/schema/index.ts";
import { engines, openTestDatabase, type TestDatabase } from "../src/testing/index.ts";

describe.each(engines)("values on %s", (engine) => {
  let test: TestDatabase;
  const storeId = uuid7();

  beforeAll(async () => {
    test = await openTestDatabase(engine);
    await test.database.system.insert(stores).values({
      id: storeId,
      slug: "values",
      name: "Values",
      currency: "EUR",
      pricesIncludeTax: false,
      taxRateBasisPoints: 0,
      shippingCountries: [],
      orderNumberPrefix: "",
    });
  });
  afterAll(() => test.close());

  // PostgreSQL cannot store the NUL character; the API refuses it at its edge.
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  const row = fc.record({
    position: fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
    type: text,
    payload: fc.dictionary(
      fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((key) => key !== "__proto__"),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text)),
      { noNullPrototype: true },
    ),
    occurredAt: fc.date({
      min: new Date("1970-01-01T00:00:00.000Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    }),
  });

  it("come back as they went in", async () => {
    await fc.assert(
      fc.asyncProperty(row, async (values) => {
        const id = uuid7();
        const db = test.database.system;
        await db.delete(events).where(eq(events.storeId, storeId));
        await db.insert(events).values({ id, storeId, subjectId: "s", ...values });
        const [stored] = await db.select().from(events).where(eq(events.id, id));
        expect(stored).toEqual({ id, storeId, subjectId: "s", ...values });
      }),
      { numRuns: 150 },
    );
  });
});

describe("uuid7", () => {
  it("makes ids of version 7 that rise, also within one millisecond", () => {
    const ids = Array.from({ length: 20_000 }, uuid7);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 100)) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
