/** What pages of reviews cost where there are many, by the databases' own plans. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as moderation from "../src/reviews/moderation/service/index.ts";
import * as reviews from "../src/reviews/service/index.ts";
import { registerCustomer } from "../src/testing/accounts.ts";
import { addProduct } from "../src/testing/catalog.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { planOf, rowsReadBy } from "../src/testing/plans.ts";

const PRODUCTS = 8;
const EACH = 1500;
const MOST_ROWS = 500;

describe.each(engines)("many reviews on %s", (engine) => {
  let shop: Shop;
  let id: string;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    for (let nth = 0; nth < PRODUCTS; nth += 1) {
      const { productId } = await addProduct(shop);
      const rows = Array.from({ length: EACH }, (_, i) => ({
        ...{ key: uuid7(), rating: 1 + (i % 5), body: "Fine.", authorName: "Nora" },
        ...{ writtenAt: new Date(Date.UTC(2026, 0, 1) + i * 60_000) },
        status: i % 50 === 0 ? ("pending" as const) : ("published" as const),
      }));
      await reviews.importReviews(shop.ctx(), productId, rows);
      id = productId;
    }
    const { system } = shop.test.database;
    await system.execute(sql`update reviews set picture_count = 1 where rating = 4`);
    await system.execute(sql`update reviews set open_reports = 1 where status = 'pending'`);
    await system.execute(sql`analyze`);
  }, 120_000);
  afterAll(() => shop.close());

  /** Steps that read reviews without an index, or put a page in order after reading more than it. */
  const badSteps = (plan: readonly string[]): readonly string[] =>
    plan.filter((step) =>
      /Seq Scan on reviews|^SCAN reviews(?!.* USING )|TEMP B-TREE FOR ORDER BY|Sort Key/.test(step),
    );

  async function expectCheap(work: () => Promise<{ items: readonly object[] }>, most: number) {
    const { statements, parameters } = await statementsOf(work);
    expect(statements.length).toBeLessThanOrEqual(most);
    const at = statements.findIndex((one) => /from "reviews"/.test(one));
    const text = statements[at] ?? "";
    const plan = await planOf(shop, text);
    expect(badSteps(plan), plan.join("\n")).toEqual([]);
    const rows = await rowsReadBy(shop, text, parameters[at] ?? []);
    if (rows !== null) expect(rows, plan.join("\n")).toBeLessThan(MOST_ROWS);
  }

  const sorts = ["newest", "helpful", "rating_high", "rating_low"] as const;

  it.each(sorts)("are listed by %s from an index, on every page", async (sort) => {
    const first = await reviews.list(shop.ctx(), { id, sort, limit: 24 });
    const cursor = first.next_cursor ?? undefined;
    for (const more of [{}, { cursor }, { verified: false, with_pictures: false }]) {
      await expectCheap(() => reviews.list(shop.ctx(), { id, sort, limit: 24, ...more }), 3);
    }
  });

  it("take one statement more for whoever is signed in, and one for pictures", async () => {
    const { actor } = await registerCustomer(shop);
    const ctx = shop.ctx({ actor });
    await expectCheap(() => reviews.list(ctx, { id, sort: "newest", limit: 100 }), 4);
  });

  it.each([{ rating: [2] }, { with_pictures: true }, { verified: true }])(
    "are filtered by %j from an index",
    async (wish) => {
      await expectCheap(
        () => reviews.list(shop.ctx(), { id, sort: "newest", limit: 24, ...wish }),
        3,
      );
    },
  );

  const queues = [
    {},
    { status: "pending" },
    { reported: true },
    { rating: 3 },
    { product_id: "" },
  ] as const;

  it.each(queues)(
    "are read by staff, filtered by %j, from either end of an index",
    async (wish) => {
      const product_id = "product_id" in wish ? { product_id: id } : {};
      for (const order of ["newest", "oldest"] as const) {
        const input = { ...wish, ...product_id, order, limit: 24 };
        await expectCheap(() => moderation.queue(shop.ctx(), input), 2);
      }
    },
  );
});
