/** JSON Lines that are not as they should be: each bad line is told by row and field, the others go in. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import * as imports from "../service/index.ts";

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
