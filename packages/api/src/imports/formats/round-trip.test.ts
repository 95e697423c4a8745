/** What is exported and taken in again elsewhere is the same catalogue, whatever is in it, on both engines. */
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProductDraft } from "../../products/drafts.ts";
import * as catalogue from "../../products/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import * as imports from "../service/index.ts";

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\ufffd]/gu, "").trim())
  .filter((text) => text !== "");
/** What a spreadsheet would take for a formula, among other things. */
const text = fc.oneof(
  word,
  fc.constantFrom(
    '=HYPERLINK("x")',
    "'=1",
    "+1",
    "-1",
    "@SUM(A1)",
    'He said "hi", twice',
    "a\u00a0b",
  ),
);

const amount = fc.integer({ min: 0, max: 9_999_999 });

interface Seed {
  readonly title: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly prices: readonly number[];
  readonly onHand: number;
  readonly reduced: boolean;
  readonly tracked: boolean;
  readonly pictures: number;
  readonly status: "active" | "draft" | "archived";
}

const values = fc.uniqueArray(text, { minLength: 1, maxLength: 3, selector: (one) => one.trim() });
const seed: fc.Arbitrary<Seed> = fc.record({
  title: text,
  vendor: fc.oneof(text, fc.constant("")),
  type: fc.oneof(text, fc.constant("")),
  tags: fc.uniqueArray(
    word
      .map((one) => one.replaceAll(",", "").trim())
      .filter((one) => one !== "" && !/^'/.test(one)),
    { maxLength: 3 },
  ),
  options: fc.uniqueArray(fc.record({ name: word, values }), {
    maxLength: 2,
    selector: ({ name }) => name,
  }),
  prices: fc.array(amount, { minLength: 9, maxLength: 9 }),
  onHand: fc.integer({ min: 0, max: 500 }),
  reduced: fc.boolean(),
  tracked: fc.boolean(),
  pictures: fc.integer({ min: 0, max: 12 }),
  status: fc.constantFrom("active", "draft", "archived"),
});

function draftOf(seed: Seed, slug: string): ProductDraft {
  const combinations = seed.options.reduce<readonly (readonly string[])[]>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  return {
    slug,
    title: seed.title,
    vendor: seed.vendor,
    productType: seed.type,
    descriptionHtml: `<p>${seed.title.replace(/[<>&]/g, "")}</p>`,
    status: seed.status,
    tags: [...seed.tags],
    options: seed.options.map(({ name, values }) => ({ name, values: [...values] })),
    pictures: Array.from({ length: seed.pictures }, (_, i) => ({ url: `/${i}.jpg`, alt: `${i}` })),
    variants: combinations.map((values, i) => ({
      values: [...values],
      price: seed.prices[i % 9] ?? 0,
      compareAt: seed.reduced ? (seed.prices[i % 9] ?? 0) + 100 : null,
      sku: i === 0 ? null : `${slug}-${i}`,
      weightGrams: i * 10,
      taxable: i % 2 === 0,
      requiresShipping: i % 3 === 0,
      tracksInventory: seed.tracked,
      onHand: seed.tracked ? seed.onHand + i : 0,
      picture: seed.pictures > 0 ? i % seed.pictures : null,
    })),
  };
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const chunk of chunks) whole += chunk;
  return whole;
}

describe.each(engines)("a catalogue that moves on %s", (engine) => {
  let shop: Shop;
  let stores = 0;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const elsewhere = () => openNeighbour(shop, `other-${++stores}`);

  it.each([
    ["JSON Lines", { kind: "jsonl" }],
    ["a Shopify file", { kind: "shopify_csv" }],
  ] as const)("is the same after %s", async (_name, format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(seed, { minLength: 1, maxLength: 4 }), async (seeds) => {
        const [here, there] = [await elsewhere(), await elsewhere()];
        for (const [i, one] of seeds.entries()) {
          await catalogue.saveProduct(here.ctx(), draftOf(one, `p-${i}`));
        }
        const file = await textOf(imports.exportProducts(here.ctx(), format.kind));
        const taken = await imports.importFile(there.ctx(), [file], { format });
        expect(taken).toMatchObject({ refused: 0, failed: [] });
        expect(await textOf(imports.exportProducts(there.ctx(), format.kind))).toBe(file);
        const again = await imports.importFile(there.ctx(), [file], { format });
        expect(again).toMatchObject({ created: 0, updated: 0 });
      }),
      { numRuns: 25 },
    );
  });

  it("keeps limits of back-orders, which a Shopify file knows only as sold on or not", async () => {
    const here = await elsewhere();
    const limits = [0, 5, 1_000_000];
    await catalogue.saveProduct(here.ctx(), {
      ...{ slug: "mug", title: "Mug", options: [{ name: "Size", values: ["0", "5", "1000000"] }] },
      variants: limits.map((limit) => ({
        ...{ values: [`${limit}`], price: 1, onHand: 2, backorderLimit: limit },
      })),
    });
    const limitsNow = async () => {
      const ids = await catalogue.productsAfter(here.ctx());
      const [draft] = await catalogue.draftsOf(here.ctx(), ids);
      return draft?.variants.map(({ backorderLimit }) => backorderLimit);
    };
    const file = await textOf(imports.exportProducts(here.ctx(), "shopify_csv"));
    const take = (text: string) =>
      imports.importFile(here.ctx(), [text], { format: { kind: "shopify_csv" } });
    expect(await take(file)).toMatchObject({ unchanged: 1, failed: [] });
    expect(await limitsNow()).toEqual(limits);
    await take(file.replaceAll("continue", "deny"));
    expect(await limitsNow()).toEqual([0, 0, 0]);
    await take(file);
    expect(await limitsNow()).toEqual([0, 1_000_000, 1_000_000]);
  });

  it("has no tag that a Shopify file would part in two", async () => {
    const draft = { slug: "x", title: "X", variants: [{ price: 1 }], tags: ["red", "red, blue"] };
    await expect(catalogue.saveProduct((await elsewhere()).ctx(), draft)).rejects.toMatchObject({
      fields: { "tags.1": ["A tag holds no comma."] },
    });
  });

  it("keeps its categories, and what is published when, in JSON Lines", async () => {
    const [here, there] = [await elsewhere(), await elsewhere()];
    await catalogue.saveCategory(here.ctx(), { slug: "home", name: "Home", position: 2 });
    await catalogue.saveCategory(here.ctx(), { slug: "cups", name: "Cups", parent: "home" });
    await catalogue.saveProduct(here.ctx(), {
      slug: "mug",
      title: "Mug",
      category: "cups",
      publishedAt: new Date("2031-01-01T10:00:00.000Z"),
      variants: [{ price: 1200 }],
    });
    const file = await textOf(imports.exportProducts(here.ctx(), "jsonl"));
    const format = { kind: "jsonl" } as const;
    const tried = await imports.importFile(there.ctx(), [file], { format, dryRun: true });
    // The location is the fourth.
    expect(tried).toMatchObject({ created: 4, failed: [] });
    expect((await catalogue.categories(there.ctx())).items).toEqual([]);
    await imports.importFile(there.ctx(), [file], { format });
    expect(await textOf(imports.exportProducts(there.ctx(), "jsonl"))).toBe(file);
  });
});
