/** The catalogue in other languages, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { brands, products } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyActor } from "../../kernel/context.ts";
import { type AddedProduct, addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey } from "../../testing/staff.ts";
import * as catalogue from "../service/index.ts";
import type { TranslatableKind } from "./contract.ts";

describe.each(engines)("translations on %s", (engine) => {
  let shop: Shop;
  let staff: ApiKeyActor;
  let teapot: AddedProduct;
  const desk = () => shop.as(staff).products;
  const save = (
    kind: TranslatableKind,
    subject_id: string,
    texts: Record<string, string>,
    locale = "fr",
  ) => desk().translations.save({ kind, subject_id, locale, texts });
  const subject = new Map<string, string>();

  beforeAll(async () => {
    shop = await openShop(engine, { store: { locales: ["fr", "fr-CA"] } });
    staff = (await makeKey(shop, "products:read", "products:write")).actor;
    const { id: kitchen } = await desk().tree.create({ name: "Kitchen" });
    const seo = { title: "Teapots", description: "" };
    const { id: category } = await desk().tree.create({
      ...{ name: "Teapots", parent_id: kitchen, seo },
    });
    const { id: attribute } = await desk().types.createAttribute({
      ...{ code: "glaze", name: "Glaze", type: "choice", choices: ["Ash", "Salt"] },
      is_filterable: true,
    });
    teapot = await addProduct(shop, {
      ...{ slug: "kestrel", title: "Kestrel Teapot", subtitle: "Pours well", category: "teapots" },
      descriptionHtml: "<p>Keeps warm</p>",
      attributes: { glaze: "Ash" },
      options: [{ name: "Colour", values: ["White", "Black"] }],
      variants: [
        { values: ["White"], price: 2000 },
        { values: ["Black"], price: 2100 },
      ],
    });
    const { id: collection } = await desk().collections.create({ kind: "manual", name: "Gifts" });
    const { db, store } = shop.ctx();
    const text = { description: "", seoTitle: "", seoDescription: "" };
    const [brand] = await db
      .insert(brands)
      .values({ storeId: store.id, slug: "potter", name: "The Potter", ...text })
      .returning();
    await db
      .update(products)
      .set({ brandId: brand?.id ?? null })
      .where(and(eq(products.storeId, store.id), eq(products.id, teapot.productId)));
    for (const [name, id] of Object.entries({ category, attribute, collection })) {
      subject.set(name, id);
    }
    subject.set("brand", brand?.id ?? "");
    subject.set("product", teapot.productId);
  });
  afterAll(() => shop.close());

  const idOf = (kind: TranslatableKind) => subject.get(kind) ?? "";
  const get = (locale?: string) =>
    catalogue.get(shop.ctx(), { id: "kestrel", ...(locale === undefined ? {} : { locale }) });

  it("are read field by field: the closest language, then a broader one, then the store's own", async () => {
    await save("product", idOf("product"), {
      ...{ title: "Théière Crécerelle", description_html: "<p>Reste chaud</p>", subtitle: " " },
      ...{ "option.Colour": "Couleur", "option.Colour.White": "Blanc", seo_title: "Théière" },
    });
    await save(
      "product",
      idOf("product"),
      { title: "Tépot", "option.Colour.Black": "Noir" },
      "fr-ca",
    );
    await save("attribute", idOf("attribute"), { name: "Émail", "choice.Ash": "Cendre" });
    await save("category", idOf("category"), { name: "Théières", seo_title: "Nos théières" });
    await save("collection", idOf("collection"), { name: "Cadeaux" });
    await save("brand", idOf("brand"), { name: "Le Potier" });
    expect(await get("fr")).toMatchObject({
      ...{ title: "Théière Crécerelle", subtitle: "Pours well" },
      description_html: "<p>Reste chaud</p>",
      options: [{ name: "Couleur", values: ["Blanc", "Black"] }],
      attributes: [{ code: "glaze", name: "Émail", value: "Cendre" }],
      breadcrumbs: [{ name: "Kitchen" }, { slug: "teapots", name: "Théières" }],
      seo: { title: "Théière", description: "" },
      variants: [
        { title: "Blanc", options: { Couleur: "Blanc" } },
        { title: "Black", options: { Couleur: "Black" } },
      ],
    });
    expect(await get("fr-CA")).toMatchObject({
      title: "Tépot",
      description_html: "<p>Reste chaud</p>",
      options: [{ name: "Couleur", values: ["Blanc", "Noir"] }],
    });
    for (const locale of [undefined, "en-GB", "de"]) {
      expect(await get(locale)).toMatchObject({
        ...{ title: "Kestrel Teapot", attributes: [{ name: "Glaze", value: "Ash" }] },
      });
    }
  });

  it("are read in the language of the request, unless the input names one", async () => {
    const ctx = shop.ctx({ request: { locale: "fr" } });
    const { items } = await catalogue.list(ctx, { limit: 5 });
    expect(items[0]?.title).toBe("Théière Crécerelle");
    const own = await catalogue.list(ctx, { limit: 5, locale: "en" });
    expect(own.items[0]?.title).toBe("Kestrel Teapot");
    const facets = await catalogue.facets(ctx, {});
    expect(facets).toMatchObject({
      categories: [
        { value: "kitchen", label: "Kitchen" },
        { value: "teapots", label: "Théières" },
      ],
      brands: [{ value: "potter", label: "Le Potier" }],
      attributes: [{ code: "glaze", name: "Émail", values: [{ value: "Ash", label: "Cendre" }] }],
    });
    const { items: categories } = await catalogue.categories(ctx);
    expect(categories.map(({ name }) => name)).toEqual(["Kitchen", "Théières"]);
    const category = await catalogue.category(ctx, { slug: "teapots" });
    expect(category).toMatchObject({ name: "Théières", seo: { title: "Nos théières" } });
    const visitor = shop.as({ kind: "anonymous" }, { locale: "fr" }).products.collections;
    expect((await visitor.list()).items.map(({ name }) => name)).toEqual(["Cadeaux"]);
    expect((await visitor.get({ slug: "gifts" })).name).toBe("Cadeaux");
  });

  it("are found by their words, and completed", async () => {
    const found = async (q: string) => (await catalogue.list(shop.ctx(), { q, limit: 5 })).items;
    for (const q of [
      ...["théière", "crecerelle", "reste chaud", "blanc", "kestrel"],
      // Of its brand, and of a choice.
      ...["potier", "cendre"],
    ]) {
      expect([q, (await found(q)).length]).toEqual([q, 1]);
    }
    const suggested = await catalogue.suggest(shop.ctx(), { q: "thé", limit: 5, locale: "fr" });
    expect(suggested).toMatchObject({
      products: [{ title: "Théière Crécerelle" }],
      categories: [{ slug: "teapots", name: "Théières" }],
    });
    // Saving the product does not forget them.
    await addProduct(shop, { slug: "kestrel", title: "Kestrel Pot", category: "teapots" });
    expect(await found("crecerelle")).toHaveLength(1);
    await addProduct(shop, {
      ...{ slug: "kestrel", title: "Kestrel Teapot", category: "teapots" },
      options: [{ name: "Colour", values: ["White", "Black"] }],
      variants: [
        { values: ["White"], price: 2000 },
        { values: ["Black"], price: 2100 },
      ],
    });
  });

  it("cost one statement more, however many products there are", async () => {
    for (let i = 0; i < 5; i++) await addProduct(shop, { attributes: {} });
    for (const limit of [1, 50]) {
      const list = (locale: string) =>
        statementsOf(() => catalogue.list(shop.ctx(), { limit, locale }));
      expect((await list("en")).statements).toHaveLength(1);
      expect((await list("fr-CA")).statements).toHaveLength(2);
    }
    const costOf = async (work: () => Promise<unknown>) =>
      (await statementsOf(work)).statements.length;
    expect(await costOf(() => catalogue.facets(shop.ctx(), { locale: "fr" }))).toBe(4);
    expect((await costOf(() => get("fr"))) - (await costOf(() => get("en")))).toBe(1);
  });

  it("hold harmless HTML only, and nothing that is no text of the thing", async () => {
    const html = '<p onclick="x()">Bon<script>alert(1)</script></p>';
    await save("product", idOf("product"), { description_html: html });
    expect((await get("fr")).description_html).toBe("<p>Bon</p>");
    const refused = (fields: object) => ({ code: "BAD_REQUEST", cause: { fields } });
    await expect(
      save("product", idOf("product"), { name: "x", "option.Size": "x", "option.Colour.Red": "x" }),
    ).rejects.toMatchObject(
      refused({
        "texts.name": ["There is no such text."],
        "texts.option.Size": ["There is no such text."],
        "texts.option.Colour.Red": ["There is no such text."],
      }),
    );
    const same = { "option.Colour.White": "Gris", "option.Colour.Black": "Gris" };
    await expect(save("product", idOf("product"), same)).rejects.toMatchObject(
      refused({ "texts.option.Colour.White": [expect.any(String)] }),
    );
    await expect(
      save("category", idOf("category"), { name: "x".repeat(256) }),
    ).rejects.toMatchObject(refused({ "texts.name": ["Use at most 255 characters."] }));
    await expect(save("product", idOf("product"), {}, "de")).rejects.toMatchObject({
      cause: { reason: "locale_unknown", fields: { locale: [expect.any(String)] } },
    });
    await expect(save("category", uuid7(), {})).rejects.toMatchObject({
      code: "NOT_FOUND",
      cause: { reason: "category_not_found" },
    });
    // Another kind's id is nobody's.
    await expect(save("category", idOf("product"), {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("never make two options one, whatever reads alike", async () => {
    const { productId } = await addProduct(shop, {
      ...{ slug: "jacket", title: "Jacket" },
      options: [
        { name: "Size", values: ["S"] },
        { name: "Fit", values: ["Slim"] },
      ],
      variants: [{ values: ["S", "Slim"], price: 900 }],
    });
    const alike = { "option.Size": "Taille", "option.Fit": "Taille" };
    const told = "Another option reads the same.";
    for (const texts of [alike, { "option.Size": "Fit" }]) {
      await expect(save("product", productId, texts)).rejects.toMatchObject({
        cause: {
          fields: Object.fromEntries(Object.keys(texts).map((name) => [`texts.${name}`, [told]])),
        },
      });
    }
    await save("product", productId, { "option.Size": "Taille" });
    await save(
      "product",
      productId,
      { "option.Fit": "Taille", "option.Fit.Slim": "Cintré" },
      "fr-CA",
    );
    const { options, variants } = await catalogue.get(shop.ctx(), {
      id: "jacket",
      locale: "fr-CA",
    });
    expect(options.map(({ name }) => name)).toEqual(["Size", "Fit"]);
    expect(variants[0]?.options).toEqual({ Size: "S", Fit: "Cintré" });
    const read = await catalogue.get(shop.ctx(), { id: "jacket", locale: "fr" });
    expect(read.variants[0]?.options).toEqual({ Taille: "S", Fit: "Slim" });
  });

  it("are listed beside their originals, and deleted", async () => {
    const ref = { kind: "category" as const, subject_id: idOf("category") };
    expect(await desk().translations.list(ref)).toMatchObject({
      originals: { name: "Teapots", description: "", seo_title: "Teapots", seo_description: "" },
      items: [{ locale: "fr", texts: { name: "Théières", seo_title: "Nos théières" } }],
    });
    await desk().translations.delete({ ...ref, locale: "FR" });
    expect((await desk().translations.list(ref)).items).toEqual([]);
    await expect(desk().translations.delete({ ...ref, locale: "fr" })).rejects.toMatchObject({
      ...{ code: "NOT_FOUND", cause: { reason: "translation_not_found" } },
    });
    await desk().translations.delete({
      ...{ kind: "product", subject_id: idOf("product"), locale: "fr-CA" },
    });
    const { items } = await catalogue.list(shop.ctx(), { q: "tepot", limit: 5 });
    expect(items.map(({ slug }) => slug)).not.toContain("tépot");
  });
});
