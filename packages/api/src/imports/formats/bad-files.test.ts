/** What the importer says of files with mistakes, on both engines. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../testing/index.ts";
import * as imports from "../service/index.ts";
import { type Cells, mug, sheet } from "./sheet.fixture.ts";

const bad: readonly [string, readonly Cells[], string, string | RegExp][] = [
  ["no handle", [{ ...mug, Handle: "" }], "Handle", "The handle is missing."],
  ["no title", [{ ...mug, Title: "" }], "Title", /blank/],
  ["no price", [{ ...mug, "Variant Price": "" }], "Variant Price", /needs a price/],
  ["a negative price", [{ ...mug, "Variant Price": "-1.00" }], "Variant Price", /negative/],
  ["a price in words", [{ ...mug, "Variant Price": "free" }], "Variant Price", /not an amount/],
  ["a price too fine", [{ ...mug, "Variant Price": "1.005" }], "Variant Price", /not an amount/],
  ["a huge price", [{ ...mug, "Variant Price": "999999999999" }], "Variant Price", /too large/],
  ["half a unit", [{ ...mug, "Variant Inventory Qty": "1.5" }], "Variant Inventory Qty", /whole/],
  ["a bad weight", [{ ...mug, "Variant Grams": "1kg" }], "Variant Grams", /weight/],
  ["a bad flag", [{ ...mug, "Variant Taxable": "maybe" }], "Variant Taxable", /neither true/],
  ["a bad policy", [{ ...mug, "Variant Inventory Policy": "x" }], "Variant Inventory Policy", /x/],
  ["a bad address", [{ ...mug, "Image Src": "ftp://x/a.jpg" }], "Image Src", /http/],
  [
    "a bad place",
    [{ ...mug, "Image Position": "a", "Image Src": "https://x.example/a" }],
    "Image Position",
    /whole/,
  ],
  ["a bad handle", [{ ...mug, Handle: "a b" }], "Handle", /letters/],
  [
    "the same variant twice",
    [
      { ...mug, "Option1 Name": "Size", "Option1 Value": "S" },
      { ...mug, "Option1 Value": "S" },
    ],
    "Option1 Value",
    /same options/,
  ],
  [
    "a variant without its option",
    [
      { ...mug, "Option1 Name": "Size", "Option1 Value": "S" },
      { ...mug, "Option1 Value": "" },
    ],
    "Option1 Value",
    "Which Size is this variant?",
  ],
  [
    "an option without a name",
    [{ ...mug, "Option1 Name": "", "Option1 Value": "S" }],
    "Option1 Value",
    /does not name/,
  ],
  [
    "the same SKU twice",
    [
      { ...mug, "Option1 Name": "Size", "Option1 Value": "S", "Variant SKU": "A" },
      { ...mug, "Option1 Value": "M", "Variant SKU": "A" },
    ],
    "Variant SKU",
    /SKU A/,
  ],
  ["no UTF-8", [{ ...mug, Title: "Caf\ufffd" }], "Title", /UTF-8/],
];
describe.each(engines)("a bad Shopify file on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  it.each(bad)("is told of %s by row and column, and the good products go in", async (...given) => {
    const [, rows, column, message] = given;
    const good = { ...mug, Handle: "good", Title: "Good" };
    const text = sheet(good, ...rows, { ...good, Handle: "last", Title: "Last" });
    const result = await imports.importFile(shop.ctx(), [text], { dryRun: true });
    expect(result).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(result.failed).toEqual([
      { row: 2 + rows.length, column, message: expect.stringMatching(message) },
    ]);
  });
});
