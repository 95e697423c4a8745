/** Lists of reviews and what they count: every order, every cursor, what comes from elsewhere. */
import { uuid7 } from "@souk/db";
import { products as productsTable, reviews as reviewsTable } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../kernel/cursor.ts";
import * as products from "../products/service/index.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as reviews from "./service/index.ts";

describe.each(engines)("lists of reviews on %s", (engine) => {
  let shop: Shop;
  let slug: string;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    ({ slug } = await addProduct(shop));
  });
  afterAll(() => shop.close());

  const database = () => shop.test.database.system;
  const anybody = () => shop.as({ kind: "anonymous" }).reviews;
  const imported = (more: Partial<reviews.ImportedReview> = {}): reviews.ImportedReview => ({
    ...{ key: uuid7(), rating: 4, body: "Fine.", authorName: "Nora", writtenAt: new Date() },
    ...more,
  });

  interface Listed {
    readonly id: string;
    readonly rating: number;
    readonly written_at: string;
    readonly helpful_count: number;
  }

  /** Of a review in each order, as text that sorts alike; the id tells equals apart. */
  const keyOf = {
    newest: ({ written_at, id }: Listed) => `${written_at} ${id}`,
    helpful: ({ helpful_count, id }: Listed) => `${helpful_count} ${id}`,
    rating_high: ({ rating, written_at, id }: Listed) => `${rating} ${written_at} ${id}`,
    rating_low: ({ rating, written_at, id }: Listed) => `${rating} ${written_at} ${id}`,
  };
  const sorts = ["newest", "helpful", "rating_high", "rating_low"] as const;

  it.each(sorts)("come by %s without a gap or a repeat, whatever the page", async (sort) => {
    const one = await addProduct(shop);
    // More of a kind than a page, so that equals are parted by one.
    const rows = [3, 1, 5, 3, 2, 5, 4, 3, 3, 5].map((rating, i) =>
      imported({ rating, writtenAt: new Date(Date.UTC(2026, 0, 1 + (i % 2))) }),
    );
    await reviews.importReviews(shop.ctx(), one.productId, rows);
    const [, helpful] = (await anybody().list({ id: one.slug, limit: 10 })).items;
    for (const rating of [1, 2, 5]) {
      await database()
        .update(reviewsTable)
        .set({ helpfulCount: rating === 5 ? 4 : 2 })
        .where(and(eq(reviewsTable.productId, one.productId), eq(reviewsTable.rating, rating)));
    }
    await database()
      .update(reviewsTable)
      .set({ helpfulCount: 9 })
      .where(eq(reviewsTable.id, helpful?.id ?? ""));
    const { items: all } = await anybody().list({ id: one.slug, limit: 10 });
    const rising = all.map(keyOf[sort]).sort();
    const wanted = sort === "rating_low" ? rising : rising.toReversed();
    for (const limit of [1, 2, 3, 10]) {
      const seen: Listed[] = [];
      let cursor: string | undefined;
      do {
        const page = await anybody().list({ id: one.productId, sort, limit, cursor });
        seen.push(...page.items);
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.map(keyOf[sort]), `pages of ${limit}`).toEqual(wanted);
    }
  });

  it("come with some numbers of stars alone, or those of a purchase", async () => {
    const one = await addProduct(shop);
    const rows = [3, 1, 5, 5].map((rating) => imported({ rating }));
    await reviews.importReviews(shop.ctx(), one.productId, rows);
    const some = await anybody().list({ id: one.slug, rating: [1, 5] });
    expect(some.items.map(({ rating }) => rating).toSorted()).toEqual([1, 5, 5]);
    expect((await anybody().list({ id: one.slug, verified: true })).items).toEqual([]);
  });

  it("answer a cursor that was made up with a page or a refusal, never a fault", async () => {
    const hash = "a".repeat(64);
    for (const id of [uuid7(), hash]) {
      for (const key of [-5, 0, 7e14, Number.MAX_SAFE_INTEGER, "x"]) {
        for (const sort of sorts) {
          const asking = anybody().list({
            id: slug,
            sort,
            cursor: encodeCursor(sort, { key, id }),
          });
          const verdict = await asking.then(
            () => "OK",
            (error: { code: string }) => error.code,
          );
          expect(verdict).toBe(id === hash || key === "x" ? "BAD_REQUEST" : "OK");
        }
      }
    }
  });

  it("take what was written elsewhere once, also when two bring them at the same time", async () => {
    const one = await addProduct(shop);
    const rows = Array.from({ length: 12 }, (_, i) => imported({ rating: 1 + (i % 5) }));
    const bring = () => reviews.importReviews(shop.ctx(), one.productId, [...rows, ...rows]);
    const [first, second] = await Promise.all([bring(), bring()]);
    expect(first + second).toBe(12);
    expect(await bring()).toBe(0);
    expect(await anybody().summary({ id: one.slug })).toMatchObject({ count: 12 });
    expect(await products.ratingDifferences(shop.ctx())).toEqual([]);
  });

  it("take it clean, or not at all", async () => {
    const one = await addProduct(shop);
    const bring = (more: Partial<reviews.ImportedReview>) =>
      reviews.importReviews(shop.ctx(), one.productId, [imported(), imported(more)]);
    for (const [wrong, field] of [
      [{ rating: 6 }, "reviews.1.rating"],
      [{ writtenAt: new Date("never") }, "reviews.1.writtenAt"],
      [{ body: "x".repeat(5001) }, "reviews.1.body"],
    ] as const) {
      await expect(bring(wrong)).rejects.toMatchObject({
        fields: { [field]: [expect.any(String)] },
      });
    }
    expect(await anybody().summary({ id: one.slug })).toMatchObject({ count: 0 });
    await bring({ body: "a\u0000b", status: "pending" });
    const rows = await database()
      .select({ body: reviewsTable.body, status: reviewsTable.status })
      .from(reviewsTable)
      .where(eq(reviewsTable.productId, one.productId));
    expect(rows).toContainEqual({ body: "ab", status: "pending" });
    expect(await anybody().summary({ id: one.slug })).toMatchObject({ count: 1 });
  });

  it("are counted anew where somebody else wrote into the database", async () => {
    const one = await addProduct(shop);
    await reviews.importReviews(shop.ctx(), one.productId, [imported({ rating: 2 })]);
    await database()
      .update(productsTable)
      .set({ ratingCount: 2, ratingSum: 9, rating2Count: 0, rating4Count: 1, rating5Count: 1 })
      .where(eq(productsTable.id, one.productId));
    const [difference] = await products.ratingDifferences(shop.ctx());
    expect(difference).toMatchObject({
      ...{ slug: one.slug, kept: { 2: 0, 4: 1, 5: 1 }, counted: { 2: 1, 4: 0, 5: 0 } },
    });
    expect(await products.recountRatings(shop.ctx())).toEqual([difference]);
    expect(await products.ratingDifferences(shop.ctx())).toEqual([]);
    expect(await anybody().summary({ id: one.slug })).toMatchObject({ count: 1, average: 200 });
  });
});
