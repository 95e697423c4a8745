/** Importing Shopify product files, on both engines. */
import { stockLevels } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import * as imports from "../service/index.ts";
import { mug, sheet } from "./sheet.fixture.ts";

describe.each(engines)("importing a Shopify file on %s", (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
  });
  afterEach(() => shop.close());

  const load = (text: string, options: imports.ImportOptions = {}) =>
    imports.importFile(shop.ctx(), [text], options);
  const get = (id: string) => catalogue.get(shop.ctx(), { id });
  const slugs = async () => {
    const { items } = await catalogue.list(shop.ctx(), { limit: 100, sort: "title" });
    return items.map(({ slug }) => slug);
  };

  it("takes in every field that the store has a place for", async () => {
    const text = sheet(
      {
        ...mug,
        Handle: "shirt",
        Title: 'The "Shirt"',
        "Body (HTML)": "<p>Soft,\nwarm</p><script>x</script>",
        Vendor: "Loom",
        Type: "Clothing",
        Tags: "wool, new , wool",
        Published: "TRUE",
        "Option1 Name": "Size",
        "Option1 Value": "S",
        "Option2 Name": "Colour",
        "Option2 Value": "Red",
        "Variant SKU": "SH-S",
        "Variant Grams": "180.4",
        "Variant Inventory Policy": "deny",
        "Variant Compare At Price": "20",
        "Variant Requires Shipping": "true",
        "Variant Taxable": "true",
        "Variant Barcode": "'0012",
        "Image Src": "https://img.example/2.jpg",
        "Image Position": "2",
        "Image Alt Text": "Back",
        "SEO Title": "Shirt",
        "SEO Description": "A shirt.",
        "Variant Image": "https://img.example/red.jpg",
      },
      { Handle: "shirt", "Image Src": "https://img.example/1.jpg", "Image Position": "1" },
      {
        Handle: "shirt",
        "Option1 Value": "M",
        "Option2 Value": "Blue",
        "Variant Price": "15",
        "Variant Inventory Qty": "7",
        "Variant Inventory Policy": "continue",
        "Variant Taxable": "false",
      },
    );
    expect(await load(text)).toEqual({
      ...{ created: 1, updated: 0, unchanged: 0, refused: 0, failed: [], warnings: [] },
    });
    const product = await get("shirt");
    expect(product).toMatchObject({
      title: 'The "Shirt"',
      description_html: "<p>Soft,\nwarm</p>",
      vendor: "Loom",
      product_type: "Clothing",
      tags: ["wool", "new"],
      options: [
        { name: "Size", values: ["S", "M"] },
        { name: "Colour", values: ["Red", "Blue"] },
      ],
      pictures: [
        { url: "https://img.example/1.jpg", alt: "" },
        { url: "https://img.example/2.jpg", alt: "Back" },
        { url: "https://img.example/red.jpg", alt: "" },
      ],
      seo: { title: "Shirt", description: "A shirt." },
      variants: [
        {
          sku: "SH-S",
          barcode: "0012",
          options: { Size: "S", Colour: "Red" },
          price: { amount: 1250, currency: "EUR" },
          compare_at_price: { amount: 2000, currency: "EUR" },
          weight_grams: 180,
          stock: { status: "low_stock", available: 4 },
          picture: { url: "https://img.example/red.jpg" },
        },
        {
          sku: null,
          options: { Size: "M", Colour: "Blue" },
          price: { amount: 1500, currency: "EUR" },
          stock: { status: "in_stock", available: null },
        },
      ],
    });
    const second = product.variants[1]?.id ?? "";
    const sellable = await catalogue.sellable(shop.ctx(), [second]);
    expect(sellable.get(second)).toMatchObject({ taxable: false, requiresShipping: false });
    const { db, store } = shop.ctx();
    const [level] = await db
      .select()
      .from(stockLevels)
      .where(and(eq(stockLevels.storeId, store.id), eq(stockLevels.variantId, second)));
    expect(level).toMatchObject({ onHand: 7, backorderLimit: 1_000_000 });
  });

  it("changes nothing by the same file, and only what differs by the next", async () => {
    const bowl = { ...mug, Handle: "bowl", Title: "Bowl", "Variant Price": "9" };
    expect(await load(sheet(mug, bowl))).toMatchObject({ created: 2 });
    expect(await load(sheet(mug, bowl))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const next = { ...bowl, "Variant Price": "10" };
    expect(await load(sheet(mug, next))).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await get("bowl")).variants[0]?.price.amount).toBe(1000);
  });

  it("leaves the stock as it is where the file has no quantity", async () => {
    const stock = async () => (await get("mug")).variants[0]?.stock;
    const uncounted = { ...mug, "Variant Inventory Qty": "" };
    const sold = { ...uncounted, "Variant Inventory Policy": "continue" };
    expect(await load(sheet(sold))).toMatchObject({ created: 1 });
    expect(await stock()).toEqual({
      status: "backorder",
      available: 1_000_000,
      on_shelf: 0,
      ships_at: null,
    });
    expect(await load(sheet(mug))).toMatchObject({ updated: 1 });
    expect(await stock()).toEqual({
      status: "low_stock",
      available: 4,
      on_shelf: 4,
      ships_at: null,
    });
    expect(await load(sheet(uncounted))).toMatchObject({ unchanged: 1 });
    expect(await stock()).toEqual({
      status: "low_stock",
      available: 4,
      on_shelf: 4,
      ships_at: null,
    });
  });

  it("leaves the category and the subtitle, which the file does not know, as they are", async () => {
    await catalogue.saveCategory(shop.ctx(), { slug: "cups", name: "Cups" });
    const variants = [{ price: 1250, onHand: 4, requiresShipping: false, taxable: false }];
    const draft = { slug: "mug", title: "Mug", subtitle: "Blue", category: "cups", variants };
    await catalogue.saveProduct(shop.ctx(), draft);
    expect(await load(sheet(mug))).toMatchObject({ unchanged: 1 });
    expect(await get("mug")).toMatchObject({ subtitle: "Blue", breadcrumbs: [{ slug: "cups" }] });
  });

  it("keeps what is not published from the shop", async () => {
    const rows = [
      { ...mug, Published: "false" },
      { ...mug, Handle: "bowl", Published: "true" },
    ];
    expect(await load(sheet(...rows))).toMatchObject({ created: 2, failed: [] });
    expect(await slugs()).toEqual(["bowl"]);
  });

  it("reads the newer template too", async () => {
    const text = [
      "\ufeffTitle,URL handle,Vendor,Published on online store,Status,SKU,Price,Inventory tracker,Inventory quantity,Product image URL",
      "Vase,vase,Kiln,TRUE,Active,V-1,30.00,shopify,8,https://img.example/v.jpg",
      "Old vase,old-vase,Kiln,TRUE,Archived,V-2,30.00,shopify,8,",
    ].join("\n");
    expect(await load(text)).toMatchObject({ created: 2, failed: [] });
    expect(await slugs()).toEqual(["vase"]);
    expect(await get("vase")).toMatchObject({ variants: [{ sku: "V-1", title: "" }] });
  });

  it("takes the good products in beside bad ones, and names a SKU that another has", async () => {
    const first = { ...mug, "Variant SKU": "A" };
    const bad = { ...mug, Handle: "bad", "Variant Price": "x" };
    const result = await load(
      sheet(first, { ...first, Handle: "bowl" }, bad, { ...mug, Handle: "cup" }),
    );
    expect(result).toMatchObject({
      created: 2,
      failed: [
        { row: 3, column: "Variant SKU", message: "Mug (mug) has the SKU A." },
        { row: 4, column: "Variant Price" },
      ],
    });
    expect((await slugs()).toSorted()).toEqual(["cup", "mug"]);
  });

  it("refuses rows of a product that stand apart, and leaves the product as its first rows say", async () => {
    const result = await load(sheet(mug, { ...mug, Handle: "bowl" }, { ...mug, Title: "Again" }));
    expect(result).toMatchObject({ created: 2, failed: [{ row: 4, column: "Handle" }] });
    expect((await get("mug")).title).toBe("Mug");
  });

  it("counts units that are owed as none, and says so", async () => {
    const result = await load(sheet({ ...mug, "Variant Inventory Qty": "-3" }));
    expect(result).toMatchObject({ created: 1, failed: [], warnings: [{ row: 2 }] });
    expect((await get("mug")).variants[0]?.stock).toEqual({
      status: "out_of_stock",
      available: 0,
      on_shelf: 0,
      ships_at: null,
    });
  });

  it("takes in what stands whole before the file breaks off", async () => {
    const whole = sheet(mug, { ...mug, Handle: "bowl" }, { ...mug, Handle: "cup" });
    const cut = `${whole}\r\ncup,"Never closed,and so on\r\nmore,of,it`;
    expect(await load(cut)).toMatchObject({
      created: 2,
      failed: [{ row: 5, message: expect.stringMatching(/never closed.*cup may be cut off/) }],
    });
    expect((await slugs()).toSorted()).toEqual(["bowl", "mug"]);
    expect(await load(`${whole}\r\nbowl,a "quote" inside`)).toMatchObject({
      unchanged: 2,
      failed: [{ row: 5 }],
    });
  });

  it("says what is wrong with a file that is none", async () => {
    const messages = async (text: string) =>
      (await load(text)).failed.map(({ message }) => message);
    expect(await messages("")).toEqual(["The file is empty."]);
    expect(await messages("a,b\n1,2")).toEqual([expect.stringMatching(/no column Handle/)]);
    expect(await messages("Handle;Title\na;b")).toEqual([expect.stringMatching(/semicolons/)]);
    expect(await messages("\0\u0001\u0002")).toEqual([expect.stringMatching(/no column Handle/)]);
  });

  it("keeps nothing of a dry run, and tells the same", async () => {
    const text = sheet(mug, { ...mug, Handle: "bad", "Variant Price": "x" });
    const dry = await load(text, { dryRun: true });
    expect(dry).toMatchObject({ created: 1, failed: [{ row: 3 }] });
    expect(await slugs()).toEqual([]);
    expect(await load(text)).toEqual(dry);
  });

  it("reads a stream in pieces of any size, empty lines and short rows included", async () => {
    const text = `${sheet(mug)}\r\n\r\nbowl,Schüssel,,,,,,,,,,,,,,,5\r\n`;
    const bytes = Buffer.from(text);
    const pieces = async function* () {
      for (let i = 0; i < bytes.length; i += 3) yield bytes.subarray(i, i + 3);
    };
    const seen: number[] = [];
    const result = await imports.importFile(shop.ctx(), pieces(), {
      onProgress: ({ records }) => seen.push(records),
    });
    expect(result).toMatchObject({ created: 2, failed: [] });
    expect(seen.at(-1)).toBe(2);
    expect((await get("bowl")).title).toBe("Schüssel");
  });

  it("gives up when the source fails, and says why", async () => {
    const source = async function* () {
      yield sheet(mug);
      throw new Error("the disk is gone");
    };
    await expect(imports.importFile(shop.ctx(), source())).rejects.toThrow("disk is gone");
  });
});
