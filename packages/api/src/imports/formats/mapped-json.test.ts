/** Somebody else's JSON by a mapping, on both engines. */
import { existsSync, readFileSync } from "node:fs";
import { reviews } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { Mapping } from "../contract.ts";
import * as imports from "../service/index.ts";

const root = new URL("../../../../../", import.meta.url);
const documented = Mapping.parse(
  JSON.parse(readFileSync(new URL("docs/mappings/dummyjson.json", root), "utf8")),
);
/** Outside of this repository; its test is left out where it is absent. */
const sample = new URL("../shared/data/dummyjson-products.json", root);

const mapping = Mapping.parse({
  product: {
    title: "name",
    slug: { from: "name", as: "slug" },
    price: "cost.now",
    compare_at: { from: "cost.now", before_discount: "cost.off" },
    vendor: { value: "Loom" },
    tags: "labels",
    description_html: { from: "text", as: "paragraph" },
    weight_grams: { from: "kg", times: 1000 },
    on_hand: "left",
  },
});

describe.each(engines)("mapped JSON on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const load = (text: string, by: Mapping = mapping) =>
    imports.importFile(shop.ctx(), [text], { format: { kind: "mapped_json", mapping: by } });

  const scarf = {
    name: "Écharpe <bleue>",
    cost: { now: 18, off: 10 },
    labels: ["wool", "wool", " "],
    text: "Soft & <warm>",
    kg: 0.2504,
    left: 4,
  };

  it.each([
    ["one array", JSON.stringify([scarf])],
    ["an object a line", `${JSON.stringify(scarf)}\n`],
  ])("makes products of %s", async (_form, text) => {
    expect(await load(text)).toMatchObject({ refused: 0, failed: [] });
    expect(await catalogue.get(shop.ctx(), { id: "echarpe-bleue" })).toMatchObject({
      title: "Écharpe <bleue>",
      vendor: "Loom",
      tags: ["wool"],
      description_html: "<p>Soft &amp; &lt;warm&gt;</p>",
      variants: [
        {
          price: { amount: 1800 },
          compare_at_price: { amount: 2000 },
          weight_grams: 250,
          stock: { available: 4 },
        },
      ],
    });
  });

  it("tells of what is wrong by record and by the path that it came from", async () => {
    const text = JSON.stringify([
      { ...scarf, name: "One", cost: { now: "much" } },
      { ...scarf, name: "Two", kg: "heavy" },
      { ...scarf, name: { x: 1 } },
      { ...scarf, name: "Four", left: -1 },
      { ...scarf, name: "Five" },
      { ...scarf, name: "five!" },
      7,
    ]);
    const { created, refused, failed } = await load(text);
    expect({ created, refused }).toEqual({ created: 1, refused: 6 });
    expect(failed.filter(({ row }) => row !== 7).map(({ row, column }) => [row, column])).toEqual([
      [1, "cost.now"],
      [2, "kg"],
      [3, "name"],
      [4, "left"],
      [6, "name"],
    ]);
  });

  it.each([["[{"], ['[{"name":"A"}, oops'], ['{"name":'], ["[1,2"], [""]])(
    "says where %j stops being JSON",
    async (text) => {
      const { failed } = await load(text);
      expect(failed.at(-1)?.message).toMatch(/not valid JSON|no record/);
    },
  );

  it("reads only what a record has of its own", async () => {
    const by = Mapping.parse({
      product: { title: "constructor.name", slug: { value: "x" }, price: { value: 1 } },
    });
    const { failed } = await load("[{}]", by);
    expect(failed).toMatchObject([{ column: "constructor.name", message: /blank/ }]);
  });

  it.runIf(existsSync(sample))("takes in the documented sample whole", async () => {
    const text = readFileSync(sample, "utf8");
    const result = await load(text, documented);
    expect(result).toMatchObject({ created: 194, refused: 0, failed: [] });
    const records = JSON.parse(text) as {
      title: string;
      price: number;
      stock: number;
      brand?: string;
      category: string;
      reviews: object[];
    }[];
    const told = records.flatMap(({ reviews }) => reviews);
    const rated = await catalogue.list(shop.ctx(), { limit: 100 });
    expect(rated.items.every(({ rating }) => rating.count > 0 && rating.average >= 100)).toBe(true);
    expect(await catalogue.ratingDifferences(shop.ctx())).toEqual([]);
    const rows = await shop.test.database.system
      .select({ id: reviews.id })
      .from(reviews)
      .where(eq(reviews.storeId, shop.store.id));
    expect(rows).toHaveLength(told.length);
    for (const record of records.filter((_record, i) => i % 17 === 0)) {
      const { items } = await catalogue.list(shop.ctx(), { limit: 5, q: record.title });
      expect(items).toContainEqual(
        expect.objectContaining({
          title: record.title,
          vendor: record.brand ?? "",
          price: { amount: Math.round(record.price * 100), currency: "EUR" },
          in_stock: record.stock > 0,
        }),
      );
    }
    expect(await load(text, documented)).toMatchObject({ created: 0, updated: 0, unchanged: 194 });
  });
});
