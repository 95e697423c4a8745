/** JSON Lines carry the catalogue: shoppers and staff see the same in both stores, on both engines. */
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../../inventory/service/index.ts";
import * as catalogue from "../../products/service/index.ts";
import { StaffProduct, StaffVariant } from "../../products/staff/contract.ts";
import * as staff from "../../products/staff/service/index.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import * as imports from "../service/index.ts";
import { drafts, each, fill } from "./whole-catalogue.fixture.ts";

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
        ledByFormer: await each(
          [{ brand: ["old-the-loom"] }, { category: "older-lamps" }, { collection: "old-ruled" }],
          (filter) => catalogue.list(ctx, { ...filter, limit: 10 }),
        ),
        redirects: await each(["brand", "category", "collection"] as const, (kind) =>
          catalogue.redirectsDrafts(ctx, kind),
        ),
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
      '{"kind":"redirects","of":"category","named":"no","from":[]}\n',
      '{"kind":"category","slug":"shelf","name":"Shelf"}\n',
      '{"kind":"redirects","of":"category","named":"lamps","from":["shelf"]}\n',
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
      "named",
      "from.0",
      "of",
      "slug",
      "parent",
    ]);
    expect((await catalogue.productsAfter(there.ctx())).length).toBe(0);
    const { created, updated } = await take(there, file + refused + strange + loose + odd);
    expect(tried).toMatchObject({ created, updated });
  });
});
