/** What shoppers ask most is compiled by the database once a connection, and run again as it is. */
import { createRequire } from "node:module";
import { statementsOf } from "@souk/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as cart from "../src/cart/service/index.ts";
import type { Context } from "../src/kernel/context.ts";
import * as catalogue from "../src/products/service/index.ts";
import * as shipping from "../src/shipping/service.ts";
import { type AddedProduct, addProduct } from "../src/testing/catalog.ts";
import { readyCart, standardShipping } from "../src/testing/checkout.ts";
import { openShop, type Shop } from "../src/testing/index.ts";

/** The driver itself, as the database package loads it. */
const { prototype: driver } = createRequire(new URL("../../db/package.json", import.meta.url))(
  "better-sqlite3",
) as { readonly prototype: { prepare(text: string): unknown } };

const paths = ["a product's page", "a cart", "a search", "a list"] as const;
type Path = (typeof paths)[number];

/** Two of a kind, so that what differs between them must be a parameter. */
async function twoOfEach(shop: Shop) {
  await shipping.saveMethod(shop.ctx(), standardShipping);
  const kinds: Readonly<{ word: string; product: AddedProduct; token: string }>[] = [];
  for (const word of ["kettle", "lantern"]) {
    const product = await addProduct(shop, { title: `A ${word}` });
    const lines = [{ variant_id: product.variantId }];
    const { token } = await readyCart((more) => shop.ctx(more), lines);
    kinds.push({ word, product, token });
  }
  const ask = (
    ctx: Context,
    path: Path,
    { word, product, token }: (typeof kinds)[number],
  ): Promise<unknown> => {
    if (path === "a product's page") return catalogue.get(ctx, { id: product.slug });
    if (path === "a search") return catalogue.list(ctx, { q: word, limit: 5 });
    if (path === "a list") return catalogue.list(ctx, { limit: word.length });
    return cart.get({ ...ctx, request: { ...ctx.request, cartToken: token } });
  };
  return { kinds, ask };
}

describe("statements of hot paths on sqlite", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop("sqlite", { sqlite: "file" });
  });
  afterAll(() => shop.close());

  it("are compiled for the first who asks, and not for the next", async () => {
    const { kinds, ask } = await twoOfEach(shop);
    const [first, second] = kinds;
    if (first === undefined || second === undefined) throw new Error("not made");
    for (const path of paths) await ask(shop.ctx(), path, first);
    using prepared = vi.spyOn(driver, "prepare");
    for (const path of paths) {
      const { statements } = await statementsOf(() => ask(shop.ctx(), path, second));
      expect(statements.length, path).toBeGreaterThan(0);
      expect(prepared.mock.calls, path).toEqual([]);
    }
    // The counter counts: nobody has asked this before.
    await shop.test.database.system.execute(sql`select 'nobody asked this'`);
    expect(prepared).toHaveBeenCalledOnce();
  });
});

describe("statements of hot paths on postgres", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop("postgres");
  });
  afterAll(() => shop.close());

  it.each(paths)("are kept by the server: %s", async (path) => {
    const { kinds, ask } = await twoOfEach(shop);
    const ctx = shop.ctx();
    // A unit of work has one connection, whose statements the server lists.
    await ctx.db.transaction(async (db) => {
      const asked: string[] = [];
      for (const kind of kinds) {
        const { statements } = await statementsOf(() => ask({ ...ctx, db }, path, kind));
        expect(statements.length).toBeGreaterThan(0);
        asked.push(...statements);
      }
      const kept = await db.execute<{ text: string; runs: number }>(sql`
        select statement as text, cast(generic_plans + custom_plans as integer) as runs
        from pg_prepared_statements`);
      for (const text of new Set(asked)) {
        const times = asked.filter((one) => one === text).length;
        expect(times, text).toBeGreaterThan(1);
        const runs = kept.filter((one) => one.text === text).map((one) => one.runs);
        expect(runs, text).toHaveLength(1);
        expect(runs[0], text).toBeGreaterThanOrEqual(times);
      }
    });
  });
});
