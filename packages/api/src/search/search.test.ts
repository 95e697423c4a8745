/** Finding products by words, on both engines. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as catalogue from "../products/service/index.ts";
import * as staff from "../products/staff/service/index.ts";
import * as stores from "../stores/service.ts";
import { addProduct } from "../testing/catalog.ts";
import { testContext } from "../testing/context.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as search from "./service/index.ts";

describe.each(engines)("search on %s", (engine) => {
  let shop: Shop;
  const page = (q: string) => catalogue.list(shop.ctx(), { limit: 100, q });
  const suggest = (q: string, limit = 6) => catalogue.suggest(shop.ctx(), { q, limit });
  const find = async (q: string) => (await page(q)).items.map(({ slug }) => slug);

  const wordsLike = async (pattern: string) => {
    const rows = await shop.test.database.system.execute<{ word: string }>(sql`
      select word from search_words where store_id = ${shop.store.id} and word like ${pattern}
      order by word`);
    return rows.map(({ word }) => word);
  };

  beforeAll(async () => {
    shop = await openShop(engine);
    await addProduct(shop, {
      slug: "lantern",
      title: "Garden Lantern",
      descriptionHtml: "<p>Hang it in a tree. A candle goes inside, one candle, any candle.</p>",
      sku: "LAN-77",
    });
    await addProduct(shop, {
      slug: "candle",
      title: "Fig Candle",
      vendor: "Café Crème",
      descriptionHtml: "<p>Burns for <b>forty</b><i>hours</i>.</p>",
      tags: ["gift"],
    });
    await addProduct(shop, {
      slug: "tray",
      title: "Oak Tray",
      descriptionHtml: "<p>For candles &amp; cups.</p>",
      tags: ["candlelight"],
      options: [{ name: "Wood", values: ["Walnut"] }],
      variants: [{ values: ["Walnut"], price: 100 }],
    });
    for (const i of [1, 2, 3, 4, 5]) {
      await addProduct(shop, { slug: `mug-${i}`, title: `Mug ${i}`, descriptionHtml: "clay" });
    }
  });
  afterAll(() => shop.close());

  it("puts a product whose title has the word before those that only speak of it", async () => {
    const found = await find("candle");
    expect(found[0]).toBe("candle");
    expect(found.toSorted()).toEqual(["candle", "lantern", "tray"]);
  });

  it("asks for every word, and takes the last one as a beginning", async () => {
    expect(await find("garden lan")).toEqual(["lantern"]);
    expect(await find("wal")).toEqual(["tray"]);
  });

  it("shows what has some of the words, and says so, when nothing has them all", async () => {
    const { items, match, searched_for } = await page("fig lantern");
    expect({ match, searched_for }).toEqual({ match: "some", searched_for: null });
    expect(items.map(({ slug }) => slug).toSorted()).toEqual(["candle", "lantern"]);
    expect(await page("fig candle")).toMatchObject({ match: "all", searched_for: null });
    expect(await find("nothing whatever")).toEqual([]);
  });

  it("puts misspelt words right, says so, and counts facets by what it put right", async () => {
    const meant: readonly [typed: string, corrected: string, slug: string][] = [
      ["lanturn", "lantern", "lantern"],
      ["lnatern", "lantern", "lantern"],
      ["gaarden lantrn", "garden lantern", "lantern"],
      ["wallnut", "walnut", "tray"],
      ["cadle", "candle", "candle"],
    ];
    for (const [typed, corrected, slug] of meant) {
      const { items, searched_for } = await page(typed);
      expect(searched_for, typed).toBe(corrected);
      expect(items[0]?.slug, typed).toBe(slug);
      const { total } = await catalogue.facets(shop.ctx(), { q: typed });
      expect(total, typed).toBe(items.length);
    }
    const nothing = { limit: 5, q: "lanturn", max_price: 0 };
    expect(await catalogue.list(shop.ctx(), nothing)).toMatchObject({
      ...{ items: [], searched_for: null },
    });
  });

  it("guesses at nothing short, at no number, and at nothing too far off", async () => {
    for (const typed of ["mgu", "lan-78", "lxxtern", "xyzzy"]) {
      expect(await page(typed), typed).toMatchObject({ searched_for: null });
    }
    expect(await find("mgu lxxtern")).toEqual([]);
  });

  it("guesses by the likeness of words where more letters are wrong than are forgiven", async () => {
    for (const typed of ["lanterrrn", "lanternsss"]) {
      expect(await page(typed), typed).toMatchObject({
        ...{ searched_for: "lantern", items: [{ slug: "lantern" }] },
      });
    }
  });

  it("parts words that were run together, and joins those that were torn apart", async () => {
    expect(await page("figcandle")).toMatchObject({ searched_for: "fig candle" });
    expect(await find("figcandle")).toEqual(["candle"]);
    expect(await page("candle light")).toMatchObject({ searched_for: "candlelight" });
    expect(await find("candle light")).toEqual(["tray"]);
  });

  it("completes what is being typed, misspelt or not, in two statements", async () => {
    await catalogue.saveCategory(shop.ctx(), { slug: "lanterns", name: "Lanterns & Lamps" });
    const { result, statements } = await statementsOf(() => suggest("lant"));
    expect(result.products[0]).toMatchObject({ slug: "lantern", title: "Garden Lantern" });
    expect(result.categories).toEqual([{ slug: "lanterns", name: "Lanterns & Lamps" }]);
    expect(statements).toHaveLength(2);
    expect(await suggest("lantren")).toMatchObject({
      products: [{ slug: "lantern" }],
      categories: [{ slug: "lanterns" }],
      searched_for: "lantern",
    });
    expect((await suggest("mug", 3)).products).toHaveLength(3);
    expect(await suggest("--")).toEqual({ products: [], categories: [], searched_for: null });
  });

  it("never puts right by the words of another store", async () => {
    const { database } = shop.test;
    const { id: _id, ...terms } = shop.store;
    const store = await stores.open(database.system, { ...terms, slug: "besides" });
    const ctx = testContext(database, store);
    await catalogue.saveProduct(ctx, {
      slug: "zeppelin",
      title: "Zeppelin",
      variants: [{ price: 100 }],
    });
    const there = await catalogue.list(ctx, { limit: 5, q: "zepelin" });
    expect(there).toMatchObject({ searched_for: "zeppelin", items: [{ slug: "zeppelin" }] });
    expect(await page("zepelin")).toMatchObject({ items: [], searched_for: null });
  });

  it("does not mind accents, case, plurals and punctuation", async () => {
    expect(await find("CREME")).toEqual(["candle"]);
    expect(await find("créme café")).toEqual(["candle"]);
    expect(await find("lanterns")).toEqual(["lantern"]);
    expect((await find("mugs")).length).toBe(5);
    expect(await find("lan-77")).toEqual(["lantern"]);
    expect(await find("forty hours")).toEqual(["candle"]);
    expect(await page("the fig candle for a friend's gift")).toMatchObject({ match: "some" });
    expect(await find("the fig candle for a gift")).toEqual(["candle"]);
  });

  it("shows where the words stand, misspelt or not, in two statements whatever is found", async () => {
    const read = (segments: readonly { text: string; match: boolean }[] | null | undefined) =>
      segments?.map(({ text, match }) => (match ? `[${text}]` : text)).join("");
    const shown = async (q: string, slug: string) => {
      const { result, statements } = await statementsOf(() => page(q));
      const highlight = result.items.find((item) => item.slug === slug)?.highlight;
      const { title, vendor, excerpt } = highlight ?? {};
      return [read(title), read(vendor), read(excerpt), statements.length];
    };
    expect(await shown("candle", "candle")).toEqual(["Fig [Candle]", "Café Crème", undefined, 2]);
    expect(await shown("candles", "lantern")).toEqual([
      ...["Garden Lantern", ""],
      "Hang it in a tree. A [candle] goes inside, one [candle], any [candle].",
      2,
    ]);
    expect(await shown("creme", "candle")).toEqual(["Fig Candle", "Café [Crème]", undefined, 1]);
    expect((await shown("gaarden lantrn", "lantern"))[0]).toBe("[Garden] [Lantern]");
    const listed = (await catalogue.list(shop.ctx(), { limit: 3 })).items;
    expect(listed.map(({ highlight }) => highlight)).toEqual([null, null, null]);
  });

  it("lists everything, newest first, when nothing is left to search for", async () => {
    const everything = await find("");
    expect(everything).toHaveLength(8);
    expect(await find("-- !")).toEqual(everything);
  });

  it("forgets what a product was called before", async () => {
    await addProduct(shop, { slug: "renamed", title: "Oldname", status: "active" });
    expect(await find("oldname")).toEqual(["renamed"]);
    await addProduct(shop, { slug: "renamed", title: "Newname", status: "active" });
    expect(await find("oldname")).toEqual([]);
    expect(await find("newname")).toEqual(["renamed"]);
    await addProduct(shop, { slug: "renamed", title: "Newname", status: "archived" });
    expect(await find("newname")).toEqual([]);
  });

  it("finds what is published behind any number of better matches that are not", async () => {
    const word = "quetzal";
    for (let i = 0; i < 205; i += 1) {
      await addProduct(shop, { title: `${word} ${word} ${i}`, status: "draft" });
    }
    expect(await find(word)).toEqual([]);
    const descriptionHtml = `<p>As green as a ${word}.</p>`;
    const { slug } = await addProduct(shop, { title: "Feather", descriptionHtml });
    expect(await find(word)).toEqual([slug]);
    expect(await suggest(word)).toMatchObject({ products: [{ slug }] });
  });

  it("never guesses at words that no product has any more, and drops them in time", async () => {
    await addProduct(shop, { slug: "kettle", title: "Samowar" });
    expect(await page("samovar")).toMatchObject({ searched_for: "samowar" });
    await addProduct(shop, { slug: "kettle", title: "Samovar" });
    expect(await page("samowar")).toMatchObject({
      ...{ searched_for: "samovar", items: [{ slug: "kettle" }] },
    });
    expect(await wordsLike("samo%")).toEqual(["samovar", "samowar"]);
    expect(await search.sweepWords(shop.ctx())).toBeGreaterThan(0);
    expect(await wordsLike("samo%")).toEqual(["samovar"]);
    expect(await search.sweepWords(shop.ctx())).toBe(0);
    expect(await find("samowar")).toEqual(["kettle"]);
  });

  it("tells shoppers no word of what is not published, and guesses at none; staff may", async () => {
    await addProduct(shop, { slug: "brolly", title: "Umbrella" });
    await addProduct(shop, { slug: "brolly-draft", title: "Umbrela", status: "draft" });
    await addProduct(shop, { slug: "airship", title: "Zeppelin Model", status: "draft" });
    const later = new Date(shop.ctx().now().getTime() + 60_000);
    await addProduct(shop, { slug: "glider", title: "Segelflieger", publishedAt: later });
    expect(await page("umbrela")).toMatchObject({
      ...{ searched_for: "umbrella", items: [{ slug: "brolly" }] },
    });
    for (const typed of ["zepelin", "zeppelinmodel", "segelfleger"]) {
      expect(await page(typed), typed).toMatchObject({ items: [], searched_for: null });
      expect(await suggest(typed), typed).toMatchObject({ products: [], searched_for: null });
    }
    const wish = { limit: 5, deleted: false, sort: "updated" } as const;
    const known = await staff.list(shop.ctx(), { ...wish, q: "zepelin" });
    expect(known.items).toMatchObject([{ slug: "airship" }]);
    shop.advance(60_000);
    expect(await page("segelfleger")).toMatchObject({
      ...{ searched_for: "segelflieger", items: [{ slug: "glider" }] },
    });
  });

  it("guesses by likeness what is most alike of all words that shoppers may see", async () => {
    const others = Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => `anta${letter}`);
    await addProduct(shop, { slug: "others", title: others.join(" ") });
    expect(await page("lanterrrn")).toMatchObject({ searched_for: "lantern" });
    // Never one that shoppers may not see, though it is more alike.
    await addProduct(shop, { slug: "hidden", title: "Chandelier", status: "draft" });
    expect(await page("chandelierrrr")).toMatchObject({ items: [], searched_for: null });
    await addProduct(shop, { slug: "seen", title: "Chandelle" });
    expect(await page("chandelierrrr")).toMatchObject({ searched_for: "chandelle" });
  });

  it("never fails, whatever is typed", async () => {
    const syntax = fc.constantFrom(
      ..."\"'*:&|!()<>-^{}[]\\~%_;, \0\t\n".split(""),
      ...[
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "title:",
        "<->",
        ":*",
        "''",
        "a",
        "candle",
        "é",
        "ﬃ",
        "\ud800",
      ],
      ...["𞤀", "①", "٣", "ǅ", "\u200b", "\u0301", "ᾳ", "々", "\u{1f600}"],
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 100 }),
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.array(syntax, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        await catalogue.list(shop.ctx(), { limit: 5, q });
        await catalogue.facets(shop.ctx(), { q });
      }),
      { numRuns: 300 },
    );
  });
});
