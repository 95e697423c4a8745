/** Shopify's own sample files, judged by a second reader of CSV, on both engines. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stockLevels } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Product } from "../../products/contract.ts";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import * as imports from "../service/index.ts";

/** Outside of this repository; its tests are left out where it is absent. */
const samples = fileURLToPath(
  new URL("../../../../../../shared/data/shopify-csv/", import.meta.url),
);

describe.each(engines)("Shopify's own sample files on %s (left out where absent)", (engine) => {
  const files = ["apparel.csv", "home-and-garden.csv", "jewelery.csv"];
  const present = files.every((file) => existsSync(`${samples}${file}`));
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  it.runIf(present).each(files)(
    "holds %s without loss, and the same when it comes again",
    async (file) => {
      const text = readFileSync(`${samples}${file}`, "utf8");
      const rows = naiveRows(text);
      const handles = [...new Set(rows.map(({ Handle }) => Handle ?? ""))];
      const result = await imports.importFile(shop.ctx(), [text]);
      expect(result).toMatchObject({ created: handles.length, failed: [], warnings: [] });
      const { db, store } = shop.ctx();
      for (const handle of handles) {
        const own = rows.filter((row) => row["Handle"] === handle);
        const product = await catalogue.get(shop.ctx(), { id: handle });
        expect(product).toMatchObject(expectedProduct(own));
        const levels = await Promise.all(
          product.variants.map(async ({ id }) => {
            const [level] = await db
              .select()
              .from(stockLevels)
              .where(and(eq(stockLevels.storeId, store.id), eq(stockLevels.variantId, id)));
            return level?.onHand;
          }),
        );
        const quantities = own
          .filter((row) => row["Variant Price"] !== "")
          .map((row) => Number(row["Variant Inventory Qty"]));
        expect(levels).toEqual(quantities);
      }
      const again = await imports.importFile(shop.ctx(), [text]);
      expect(again).toMatchObject({ created: 0, updated: 0, unchanged: handles.length });
    },
  );
});

type Row = Readonly<Record<string, string>>;

/** A second reader of CSV, to judge the first by. */
function naiveRows(text: string): readonly Row[] {
  const cells: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    cells.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") cells.push([]);
  }
  const [header = [], ...rows] = cells.filter((row) => row.some((cell) => cell !== ""));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

function expectedProduct(rows: readonly Row[]): object {
  const [first = {}] = rows;
  const cents = (text = "") => ({ amount: Math.round(Number(text) * 100), currency: "EUR" });
  const options = ["1", "2", "3"]
    .map((n) => ({ name: first[`Option${n} Name`] ?? "", cell: `Option${n} Value` }))
    .filter(({ name }) => name !== "" && name !== "Title");
  const shown: Product["pictures"][number][] = rows
    .filter((row) => row["Image Src"] !== "")
    .map((row) => ({ url: row["Image Src"] ?? "", alt: row["Image Alt Text"] ?? "" }));
  return {
    title: first["Title"]?.trim(),
    vendor: first["Vendor"],
    product_type: first["Type"],
    tags: (first["Tags"] ?? "").split(", ").filter((tag) => tag !== ""),
    pictures: expect.arrayContaining(shown),
    options: options.map(({ name }) => expect.objectContaining({ name })),
    variants: rows
      .filter((row) => row["Variant Price"] !== "")
      .map((row) => ({
        sku: row["Variant SKU"] || null,
        options: Object.fromEntries(options.map(({ name, cell }) => [name, row[cell] ?? ""])),
        price: cents(row["Variant Price"]),
        compare_at_price: row["Variant Compare At Price"]
          ? cents(row["Variant Compare At Price"])
          : null,
        weight_grams: Number(row["Variant Grams"]),
        stock: {
          available: row["Variant Inventory Tracker"] ? Number(row["Variant Inventory Qty"]) : null,
        },
        picture: row["Variant Image"] ? { url: row["Variant Image"] } : null,
      })),
  };
}
