/** JSON Lines carry the catalogue: shoppers and staff see the same in both stores, on both engines. */
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../../inventory/service/index.ts";
import type { ProductDraft } from "../../products/drafts.ts";
import * as catalogue from "../../products/service/index.ts";
import { StaffProduct, StaffVariant } from "../../products/staff/contract.ts";
import * as staff from "../../products/staff/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import * as imports from "../service/index.ts";

/** Each store has its own of these; anything else that staff sees must be the same. */
const OWN: ReadonlySet<string> = new Set([
  ...["id", "product_id", "variant_id", "asset_id", "version", "created_at", "updated_at"],
  "deleted_at",
]);

/** Without what is a store's own, however deep. */
function shared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shared);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !OWN.has(key));
  return Object.fromEntries(entries.map(([key, member]) => [key, shared(member)]));
}

/** One after the other: the stores of a test share what connections a database has. */
async function each<In, Out>(
  items: readonly In[],
  see: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const seen: Out[] = [];
  for (const item of items) seen.push(await see(item));
  return seen;
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,"=]{0,10}[a-z]$/);
const amount = fc.integer({ min: 1, max: 9_999_999 });
const length = fc.integer({ min: 1, max: 1000 });

/** Sets every member that a product has. */
const drafts = fc.array(
  fc
    .record({
      title: word,
      tag: word.map((text) => text.replaceAll(",", "")),
      price: amount,
      dollars: amount,
      length,
      tracked: fc.boolean(),
    })
    .map(
      ({ title, tag, price, dollars, length, tracked }): Omit<ProductDraft, "slug"> => ({
        title,
        subtitle: `${title} too`,
        vendor: "Loom",
        productType: "Lamp",
        attributes: { watts: length / 8, light: ["warm", "cold"], dimmable: tracked, made: title },
        descriptionHtml: "<p>Warm.</p>",
        category: "lamps",
        publishedAt: new Date("2026-01-01T10:00:00.000Z"),
        unpublishAt: new Date("2099-01-01T10:00:00.000Z"),
        customFields: { care_instructions: title, country_of_origin: "FR" },
        tags: [tag],
        options: [{ name: "Size", values: ["S", "L"] }],
        pictures: [
          { url: "/1.jpg", alt: title },
          { url: "/2.jpg", alt: "" },
        ],
        seo: { title, description: tag },
        variants: ["S", "L"].map((size, i) => ({
          values: [size],
          barcode: `${price}`,
          price: price + i,
          compareAt: price + 100,
          prices: [{ currency: "USD", amount: dollars, compareAt: dollars + 1 }],
          weightGrams: length,
          ...{ lengthMm: length, widthMm: length + 1, heightMm: length + 2 },
          customFields: { hs_code: "123456" },
          requiresShipping: i === 0,
          taxable: i === 1,
          tracksInventory: tracked || i === 0,
          onHand: length,
          backorderLimit: i * 5,
          picture: i,
        })),
      }),
    ),
  { minLength: 2, maxLength: 3 },
);

describe.each(engines)("the whole catalogue in JSON Lines on %s", (engine) => {
  let shop: Shop;
  let stores = 0;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"], locales: ["fr"] } });
  });
  afterAll(() => shop.close());

  const elsewhere = () => openNeighbour(shop, `whole-${++stores}`);
  const take = (there: Shop, file: string, dryRun = false) =>
    imports.importFile(there.ctx(), [file], { format: { kind: "jsonl" }, dryRun });

  async function fileOf(here: Shop): Promise<string> {
    let whole = "";
    for await (const chunk of imports.exportProducts(here.ctx(), "jsonl")) whole += chunk;
    return whole;
  }

  async function fill(here: Shop, given: readonly Omit<ProductDraft, "slug">[]): Promise<void> {
    const ctx = here.ctx();
    // The first is drawn on first; the last is closed, and something lies there still.
    for (const code of ["paris", "berlin", "rome"]) {
      const is_active = code !== "rome";
      await catalogue.saveLocation(ctx, {
        code,
        name: `In ${code}`,
        country_code: "FR",
        is_active,
      });
    }
    const seo = { title: "Lamps of ours", description: "All of them" };
    await catalogue.saveCategory(ctx, { slug: "lamps", name: "Lamps", seo });
    const lamp = { product_type: "Lamp" };
    await catalogue.saveAttribute(ctx, {
      ...{ ...lamp, code: "watts", name: "Watts", type: "number", unit: "W" },
      ...{ is_filterable: true, is_required: true, position: 2 },
    });
    const choices = ["warm", "cold"];
    await catalogue.saveAttribute(ctx, {
      ...{ ...lamp, code: "light", name: "Light", type: "choices", choices },
    });
    await catalogue.saveAttribute(ctx, { code: "dimmable", name: "Dimmable", type: "boolean" });
    await catalogue.saveAttribute(ctx, { code: "made", name: "Made", type: "text" });
    await catalogue.saveBrand(ctx, {
      ...{ name: "Loom", slug: "the-loom", description: "Weavers", logo_url: "/loom.svg", seo },
    });
    await catalogue.saveProductType(ctx, { name: "Chair" });
    for (const [i, draft] of given.entries()) {
      const variants = draft.variants.map((one, j) => ({ ...one, sku: `${i}-${j}` }));
      const formerSlugs = [`former-${i}`, `older-${i}`];
      await catalogue.saveProduct(ctx, { ...draft, variants, slug: `p-${i}`, formerSlugs });
    }
    await stockElsewhere(here);
    // The first is related to one that comes later in the file, and that one to the first.
    for (const [product, other, kind] of [
      ["p-0", "p-1", "accessory"],
      ["p-1", "p-0", "upgrade"],
    ] as const) {
      await catalogue.relate(ctx, { product, relations: [{ kind, product: other }] });
    }
    await catalogue.saveProduct(ctx, { slug: "set", title: "Set", variants: [{ price: 900 }] });
    const variantOf = async (slug: string) =>
      (await catalogue.get(ctx, { id: slug })).variants[0]?.id ?? "";
    // The day was still to come when staff set it.
    await inventory.setVariantTerms(ctx, {
      ...{ variant_id: await variantOf("p-0"), low_stock_threshold: 9 },
      preorder_ships_at: "2020-01-01T00:00:00.000Z",
    });
    const components = [
      { variant_id: await variantOf("p-1"), quantity: 2 },
      { variant_id: await variantOf("p-0"), quantity: 1 },
    ];
    await inventory.setBundle(ctx, { variant_id: await variantOf("set"), components });
    await catalogue.saveCollection(ctx, {
      ...{ slug: "ruled", name: "Ruled", made: "rules", match_all: false, description: "Some" },
      ...{ seo, position: 4, is_published: true, picture: { url: "/c.jpg", alt: "C" } },
      rules: [
        { field: "category", op: "any_of", value: ["lamps"] },
        { field: "brand", op: "none_of", value: ["the-loom"] },
        { field: "attribute", op: "any_of", value: { code: "made", values: ["here"] } },
        { field: "price", op: "at_most", value: 5000 },
      ],
    });
    const terms = { slug: "picked", name: "Picked", made: "manual", is_published: false } as const;
    await catalogue.saveCollection(ctx, { ...terms, products: ["p-1", "p-0"] });
    for (const [of, named, texts] of [
      ["attribute", "light", { name: "Lumière", "choice.warm": "chaude" }],
      ["brand", "the-loom", { description: "Tisserands" }],
      ["category", "lamps", { name: "Lampes" }],
      ["product", "p-0", { title: "Lampe", "option.Size": "Taille", "option.Size.S": "Petite" }],
      ["collection", "picked", { name: "Choisies" }],
    ] as const) {
      await catalogue.saveTranslation(ctx, { of, named, locale: "fr", texts });
    }
  }

  async function stockElsewhere(here: Shop): Promise<void> {
    const ctx = here.ctx();
    const { items } = await inventory.listLocations(ctx);
    const sold = await each(["p-0", "p-1"], async (id) => {
      const { variants } = await catalogue.get(ctx, { id });
      return variants[0]?.id ?? "";
    });
    for (const [i, { id: location_id }] of items.slice(1).entries()) {
      for (const [j, variant_id] of sold.entries()) {
        await inventory.receive(ctx, { variant_id, location_id, quantity: 3 + i + 5 * j });
      }
    }
    const levels = await inventory.levelsOfVariant(ctx, sold[0] ?? "");
    await inventory.updateLevel(ctx, { id: levels[1]?.id ?? "", backorder_limit: 2 });
  }

  async function seenIn(there: Shop) {
    const ctx = there.ctx();
    const ids = await catalogue.productsAfter(ctx);
    const products = await each(ids, (id) => staff.get(ctx, { id }));
    const readings = [{}, { currency: "USD" }, { locale: "fr" }];
    const pages = await each(readings, (reading) =>
      each(ids, (id) => catalogue.get(ctx, { id, ...reading })),
    );
    const { items } = await catalogue.categories(ctx);
    const shelves = await each(items, ({ slug }) => catalogue.category(ctx, { slug }));
    const types = (await catalogue.productTypes(ctx)).items.map((type) => ({
      ...type,
      attributes: type.attributes.map(({ product_type_id: _id, ...attribute }) => attribute),
    }));
    const attributes = (await catalogue.attributes(ctx)).items.map(
      ({ product_type_id: typeId, ...attribute }) => ({ ...attribute, ofAll: typeId === null }),
    );
    const sold = products.flatMap((product) => product.variants);
    const levels = await each(sold, ({ id }) => inventory.levelsOfVariant(ctx, id));
    const places = levels.map((own) =>
      own.map(({ location, on_hand, backorder_limit }) => ({
        ...{ location, on_hand, backorder_limit },
      })),
    );
    return {
      products,
      all: shared({
        places,
        locations: (await inventory.listLocations(ctx)).items,
        redirected: await each(["former-0", "older-1"], (id) => catalogue.get(ctx, { id })),
        brands: await catalogue.brandDrafts(ctx),
        collections: await catalogue.collectionDrafts(ctx),
        terms: await catalogue.termsDrafts(ctx, ids),
        inThem: await catalogue.list(ctx, { collection: "ruled", limit: 10 }),
        translated: await each(
          ["attribute", "brand", "category", "product", "collection"] as const,
          (kind) => catalogue.translationDrafts(ctx, kind),
        ),
        products,
        pages,
        shelves,
        types,
        attributes,
      }),
    };
  }

  it("is the same to shoppers and staff of another store", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (given) => {
        const [here, there] = [await elsewhere(), await elsewhere()];
        await fill(here, given);
        const file = await fileOf(here);
        const taken = await take(there, file);
        expect(taken).toMatchObject({ refused: 0, failed: [] });
        expect((await seenIn(there)).all).toEqual((await seenIn(here)).all);
        expect(await take(there, file)).toMatchObject({ created: 0, updated: 0, failed: [] });
      }),
      { numRuns: 8 },
    );
  });

  it("is tried with every member that staff sees of a product", async () => {
    const here = await elsewhere();
    await fill(here, fc.sample(drafts, 1)[0] ?? []);
    const { products } = await seenIn(here);
    const isSet = (value: unknown) =>
      typeof value === "object" && value !== null
        ? Object.keys(value).length > 0
        : ![null, undefined, "", 0, false].includes(value as null);
    const members = (schema: { readonly shape: object }) =>
      Object.keys(schema.shape).filter((key) => !OWN.has(key));
    const unset = (keys: readonly string[], rows: readonly object[]) =>
      keys.filter((key) => !rows.some((row) => isSet(Reflect.get(row, key))));
    expect(unset(members(StaffProduct), products)).toEqual([]);
    const variants = products.flatMap((product) => product.variants);
    expect(unset(members(StaffVariant), variants)).toEqual([]);
  });

  it("is judged by a dry run as it is taken in, relations and all", async () => {
    const [here, there] = [await elsewhere(), await elsewhere()];
    const given = fc.sample(drafts, 1)[0] ?? [];
    // More than a group, so that what is referred to lies in others.
    const many = Array.from({ length: 30 }, (_, i) => given[i % 2] ?? given[0]).filter(
      (one) => !!one,
    );
    await fill(here, many);
    const file = await fileOf(here);
    const strange =
      '{"kind":"relations","product":"p-0","relations":[{"kind":"related","product":"no"}]}\n';
    const refused = '{"kind":"product","slug":"no","title":"No","variants":[]}\n';
    const loose = [
      '{"kind":"collection","slug":"loose","name":"Loose","made":"manual","products":["p-0","no"]}\n',
      '{"kind":"collection","slug":"x","name":"X","made":"rules","rules":[{"field":"brand","op":"any_of","value":["no"]}]}\n',
      '{"kind":"product","slug":"q-0","title":"Q","variants":[{"price":1,"stock":[{"location":"berlin","on_hand":1},{"location":"oslo","on_hand":1}]}]}\n',
      '{"kind":"product","slug":"q-1","title":"Q","former_slugs":["p-0"],"variants":[{"price":1}]}\n',
      '{"kind":"location","code":"Not a code","name":"X"}\n',
      '{"kind":"terms","product":"p-0","values":["XL"],"low_stock_threshold":1}\n',
      '{"kind":"terms","product":"p-0","values":["L"],"components":[{"product":"no","quantity":1}]}\n',
      '{"kind":"translation","of":"brand","named":"the-loom","locale":"de","texts":{}}\n',
      '{"kind":"translation","of":{"toString":1},"named":"the-loom","locale":"fr","texts":{}}\n',
    ].join("");
    const odd = '{"kind":"category","slug":{"toString":1},"name":"Odd","parent":{"toString":1}}\n';
    const tried = await take(there, file + refused + strange + loose + odd, true);
    expect(tried.failed.map(({ column }) => column)).toEqual([
      "variants",
      "relations.0.product",
      "products.1",
      "rules.0.value.0",
      "variants.0.stock.1.location",
      "former_slugs.0",
      "code",
      "product",
      "components.0.product",
      "locale",
      "of",
      "slug",
      "parent",
    ]);
    expect((await catalogue.productsAfter(there.ctx())).length).toBe(0);
    const { created, updated } = await take(there, file + refused + strange + loose + odd);
    expect(tried).toMatchObject({ created, updated });
  });
});
