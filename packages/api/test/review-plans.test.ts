/** What pages of reviews cost where there are many, by the databases' own plans. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as moderation from "../src/reviews/moderation/service/index.ts";
import * as reviews from "../src/reviews/service/index.ts";
import { saveMethod } from "../src/shipping/service.ts";
import { registerCustomer } from "../src/testing/accounts.ts";
import { registerBuyer } from "../src/testing/buyer.ts";
import { addProduct } from "../src/testing/catalog.ts";
import { standardShipping } from "../src/testing/checkout.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { planOf, rowsReadBy } from "../src/testing/plans.ts";

/** Of the last product; the others have a tenth of it each. */
const MANY = 12_000;
const OTHERS = 3;
/** A SQLite unit of work may not hold the writer for long. */
const IMPORTED_AT_ONCE = 1000;
/** The products get their reviews by so many parts of them. */
const TURNS = 10;
/** Of twelve thousand: what lies between those that a filter leaves may be read, never all of them. */
const MOST_ROWS = 800;

describe.each(engines)("many reviews on %s", (engine) => {
  let shop: Shop;
  let id: string;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    await saveMethod(shop.ctx(), standardShipping);
    const others: string[] = [];
    while (others.length < OTHERS) others.push((await addProduct(shop)).productId);
    const { productId, variantId } = await addProduct(shop);
    id = productId;
    // In turns, so that no index of all reviews meets those of one product alone for long.
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const other of others) await bring(other, turn, MANY / 10 / TURNS);
      await bring(id, turn, MANY / TURNS);
    }
    await registerBuyer(shop, [variantId]);
    const { system } = shop.test.database;
    // By chance, so that none of them goes with the stars.
    await system.execute(
      sql`update reviews set picture_count = 1 where import_key like '%a' or import_key like '%b'`,
    );
    await system.execute(
      sql`update reviews set helpful_count = 36 - length(replace(import_key, '0', ''))`,
    );
    await verifySome(system);
    await system.execute(sql`update reviews set open_reports = 1 where status = 'pending'`);
    await system.execute(sql`analyze`);
  }, 120_000);
  afterAll(() => shop.close());

  async function bring(productId: string, turn: number, length: number): Promise<void> {
    const rows = Array.from({ length }, (_, i) => ({
      ...{ key: uuid7(), rating: 1 + (i % 5), body: "Fine.", authorName: "Nora" },
      ...{ writtenAt: new Date(Date.UTC(2026, 0, 1) + (turn * length + i) * 60_000) },
      status: i % 50 === 0 ? ("pending" as const) : ("published" as const),
    }));
    for (let from = 0; from < length; from += IMPORTED_AT_ONCE) {
      const some = rows.slice(from, from + IMPORTED_AT_ONCE);
      await reviews.importReviews(shop.ctx(), productId, some);
    }
  }

  /** One of eleven, of each number of stars: each has a line of the one order there is. */
  async function verifySome(system: Shop["test"]["database"]["system"]): Promise<void> {
    const copied = sql.raw(
      "store_id, order_id, product_id, variant_id, product_slug, title, variant_title, options, quantity, unit_price, tax, total",
    );
    await system.execute(sql`
      insert into order_lines (id, position, ${copied})
      select r.id, r.nth + 1, o.* from
        (select id, row_number() over (order by written_at, id) as nth from reviews) as r
        cross join (select ${copied} from order_lines) as o
      where r.nth % 11 = 0`);
    await system.execute(sql`
      update reviews set order_line_id = id
      where id in (select id from order_lines where position > 1)`);
  }

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

  const wishes = [{ rating: [2] }, { rating: [1, 5] }, { with_pictures: true }, { verified: true }];
  const filtered = sorts.flatMap((sort) => wishes.map((wish) => ({ sort, ...wish })));

  it.each(filtered)("are filtered by %j from an index, on every page", async (wish) => {
    const list = (cursor?: string) => reviews.list(shop.ctx(), { id, limit: 24, cursor, ...wish });
    await expectCheap(() => list(), 3);
    const { items, next_cursor } = await list();
    expect(items).toHaveLength(24);
    await expectCheap(() => list(next_cursor ?? ""), 3);
  });

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
