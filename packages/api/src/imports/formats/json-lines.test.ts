/** JSON Lines that are not as they should be: each bad line is told by row and field, the others go in. */
import { statementsOf } from "@souk/db";
import { productTags } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../kernel/context.ts";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import * as imports from "../service/index.ts";
import { type ReadRecord, takeIn } from "../service/intake.ts";

describe.each(engines)("JSON Lines on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const load = (source: Iterable<string | Uint8Array>, dryRun = false) =>
    imports.importFile(shop.ctx(), source, { format: { kind: "jsonl" }, dryRun });

  it("names row and field of what is wrong, and takes in the rest", async () => {
    const lines = [
      '{"kind":"store","currency":"EUR"}',
      "not json",
      "[1]",
      '{"kind":"person"}',
      '{"kind":"category","slug":"cups"}',
      '{"kind":"category","slug":"mugs","name":"Mugs","parent":"nowhere"}',
      "",
      '{"kind":"product","slug":"mug","title":"Mug","variants":[{"price":-1}]}',
      '{"kind":"product","slug":"mug","title":"Mug","colour":"red","variants":[{"price":1}]}',
      '{"kind":"product","slug":"mug","title":"Mug","published_at":"soon","variants":[{"price":1}]}',
      '{"kind":"product","slug":"mug","title":"Mug","category":"no","variants":[{"price":1}]}',
      '{"kind":"product","slug":"mug","title":"Mug","variants":[{"price":1200,"weight_grams":"x"}]}',
      '{"kind":"product","slug":"mug","title":"Mug","variants":[{"price":1200,"weight_grams":80}]}',
    ];
    const { created, refused, failed } = await load([lines.join("\n")]);
    expect({ created, refused }).toEqual({ created: 1, refused: 10 });
    expect(failed.map(({ row, column }) => [row, column])).toEqual([
      [2, ""],
      [3, ""],
      [4, "kind"],
      [5, "name"],
      [6, "parent"],
      [8, "variants.0.price"],
      [9, "colour"],
      [10, "published_at"],
      [11, "category"],
      [12, "variants.0.weight_grams"],
    ]);
    const mug = await catalogue.get(shop.ctx(), { id: "mug" });
    expect(mug.variants[0]).toMatchObject({ weight_grams: 80, price: { amount: 1200 } });
  });

  it("judges many categories in a dry run at the cost of each, not of all before it", async () => {
    const file = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const parent = i < 3 ? null : `dry-${i % 3}`;
        return JSON.stringify({ kind: "category", slug: `dry-${i}`, name: `Dry ${i}`, parent });
      }).join("\n");
    const cost = async (count: number) => {
      const { statements } = await statementsOf(async () => {
        expect(await load([file(count)], true)).toMatchObject({ created: count, failed: [] });
      });
      return statements.length;
    };
    expect(await cost(200)).toBeLessThan(2.3 * (await cost(100)));
  });

  it("refuses what no database stores by row and field, and takes in the rest", async () => {
    const product = (members: object, slug = "odd") =>
      JSON.stringify({ kind: "product", slug, title: "Odd", variants: [{ price: 1 }], ...members });
    const lines = [
      product({ category: "a\0b" }),
      product({ stock_reference: "a\0b" }),
      product({ relations: [{ kind: "related", product: "a\0b" }] }),
      product({ title: "\ud800" }),
      product({ tags: ["fine", "\udc00"] }),
      '{"kind":"product","slug":"odd","\\ud800":1}',
      JSON.stringify({ kind: "category", slug: "odd", name: "Odd", parent: "a\0b" }),
      product({}, "even"),
    ];
    const { created, failed } = await load([lines.join("\n")]);
    expect(created).toBe(1);
    expect(failed.map(({ row, column }) => [row, column])).toEqual([
      [1, "category"],
      [2, "stock_reference"],
      [3, "relations.0.product"],
      [4, "title"],
      [5, "tags.1"],
      [6, ""],
      [7, "parent"],
    ]);
  });

  it("tells what a database refuses of a record as a problem of its row", async () => {
    const record = (row: number, save: (ctx: Context) => Promise<unknown>): ReadRecord => ({
      ...{ row, problems: [], warnings: [] },
      problemAt: (column, message) => ({ row, column, message }),
      save: async (ctx) => {
        await save(ctx);
        return "created";
      },
    });
    const records = (async function* () {
      yield record(1, (ctx) =>
        ctx.db.insert(productTags).values({
          ...{ storeId: ctx.store.id, tag: "of no product", position: 0 },
          productId: "00000000-0000-4000-8000-000000000000",
        }),
      );
      yield record(2, (ctx) => catalogue.saveCategory(ctx, { slug: "after", name: "After" }));
    })();
    for await (const { failed, created } of takeIn(shop.ctx(), records)) {
      expect(failed).toMatchObject([{ row: 1, column: "" }]);
      expect(created).toBe(1);
    }
    expect(await catalogue.categoryExists(shop.ctx(), "after")).toBe(true);
  });

  it("takes no amounts of another currency for its own", async () => {
    const { failed } = await load(['{"kind":"store","currency":"USD"}']);
    expect(failed).toEqual([
      { row: 1, column: "currency", message: "The file is in USD, and this store sells in EUR." },
    ]);
  });

  it("reads bytes in pieces that part a letter", async () => {
    const line =
      '{"kind":"product","slug":"thé","title":"Thé","variants":[{"price":1}],"vendor":"É"}\r\n';
    const bytes = Buffer.from(line);
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await load(pieces)).toMatchObject({ created: 1, failed: [] });
    expect(await catalogue.get(shop.ctx(), { id: "thé" })).toMatchObject({ vendor: "É" });
  });

  it("says so when there is nothing, or no text", async () => {
    expect((await load([])).failed).toMatchObject([{ row: 1, message: "The file is empty." }]);
    expect((await load([Uint8Array.of(0x7b, 0xff, 0x7d)])).failed).toHaveLength(1);
  });
});
