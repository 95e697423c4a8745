/** Products as staff keeps them: made, read, written anew, kept apart. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as inventory from "../../inventory/service/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey, registerStaff, type TestKey } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import * as catalogue from "../service/index.ts";
import { inputOf } from "./service/drafts.ts";

describe.each(engines)("products, for staff, on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
    await catalogue.saveCategory(shop.ctx(), { slug: "lamps", name: "Lamps" });
    keeper = await makeKey(shop, "products:read", "products:write", "inventory:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff;
  const plain = (title: string) => ({ title, variants: [{ price: 1000 }] });
  const update = (
    { id, version, ...product }: Awaited<ReturnType<ReturnType<typeof staff>["get"]>>,
    change: object,
  ) => staff().update({ ...inputOf({ id, version, ...product }), ...change, id, version });

  const lamp = (title: string) => ({
    title,
    subtitle: "A stone of light",
    vendor: "Lumen Yard",
    product_type: "Lamp",
    description_html: "<p>Warm.</p>",
    category: "lamps",
    status: "active" as const,
    tags: ["lamp", "gift"],
    options: [
      { name: "Size", values: ["S", "L"] },
      { name: "Colour", values: ["Oat", "Slate"] },
    ],
    pictures: [
      { url: "/a.svg", alt: "A" },
      { url: "/b.svg", alt: "B" },
    ],
    seo: { title: "Lamp", description: "A lamp." },
    variants: [
      {
        values: ["S", "Oat"],
        sku: `${title}-S`,
        barcode: "4006381333931",
        price: 4900,
        compare_at: 5900,
        prices: [{ currency: "USD", amount: 5200, compare_at: null }],
        weight_grams: 900,
        length_mm: 120,
        width_mm: 80,
        height_mm: 200,
        picture: 1,
        custom_fields: { hs_code: "940520" },
        on_hand: 7,
      },
      { values: ["L", "Slate"], price: 6900, requires_shipping: false, tracks_inventory: false },
    ],
    custom_fields: { care_instructions: "Dust with a dry cloth.", country_of_origin: "PT" },
  });

  it("are read as they were made, in every field", async () => {
    const other = await addProduct(shop);
    const input = {
      ...lamp("Pébble Lamp"),
      relations: [{ kind: "accessory" as const, product_id: other.productId }],
    };
    const made = await staff().create(input);
    const { variants, pictures, relations, ...fields } = input;
    expect(made).toMatchObject({
      ...fields,
      slug: "pebble-lamp",
      brand: { slug: "lumen-yard", name: "Lumen Yard" },
      is_published: true,
      deleted_at: null,
      former_slugs: [],
      relations: [{ ...relations[0], slug: other.slug, is_published: true }],
    });
    expect(made.pictures.map(({ url, alt }) => ({ url, alt }))).toEqual(pictures);
    const [{ on_hand: _onHand, ...small }, large] = variants as [
      (typeof variants)[0],
      (typeof variants)[1],
    ];
    expect(made.variants).toMatchObject([
      { ...small, stock: { status: "in_stock", available: 7 } },
      { ...large, sku: null, prices: [], stock: { available: null } },
    ]);
    expect(await staff().get({ id: made.id.toUpperCase() })).toEqual(made);
    const [created] = await actsOf(shop, { action: "product.created", subjectId: made.id });
    expect(created).toMatchObject({ actorKind: "api_key", actorId: keeper.id });
  });

  it("are as they were when they are stored as they were read", async () => {
    const made = await staff().create(lamp("Round trip"));
    expect(await update(made, {})).toEqual(made);
    expect(await actsOf(shop, { action: "product.updated", subjectId: made.id })).toEqual([]);
    const changed = await update(made, { title: "Changed", tags: [] });
    expect(changed).toMatchObject({ slug: made.slug, title: "Changed", tags: [] });
    const [act] = await actsOf(shop, { action: "product.updated", subjectId: made.id });
    expect(act?.details).toEqual({ slug: made.slug, changed: ["title", "tags"] });
  });

  it("are changed by one of two who edited the same", async () => {
    const made = await staff().create(plain("Contested"));
    const answers = await Promise.allSettled(
      ["one", "two", "three"].map((subtitle) => update(made, { subtitle })),
    );
    const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(2);
    for (const error of refused) {
      expect(error).toMatchObject({ code: "CONFLICT", cause: { reason: "product_changed" } });
    }
  });

  it("do not conflict with sales: stock is not edited here", async () => {
    const made = await staff().create({
      ...plain("Sold meanwhile"),
      variants: [{ price: 1000, on_hand: 1 }],
    });
    const [variant] = made.variants;
    await inTransaction(shop.ctx(), async (ctx) => {
      await inventory.reserve(ctx, uuid7(), [{ variantId: variant?.id ?? "", quantity: 1 }]);
      await inventory.refreshAvailability(ctx, [made.id]);
    });
    const after = await update(made, { title: "Still mine" });
    expect(after.variants[0]?.stock).toMatchObject({ status: "out_of_stock", available: 0 });
  });

  it("name each field that is refused, as it was sent", async () => {
    const variant = { price: 100 };
    const refused: [object, string, string][] = [
      [{ category: "nowhere" }, "category", "category_unknown"],
      [
        { variants: [{ ...variant, barcode: "4006381333932" }] },
        "variants.0.barcode",
        "barcode_invalid",
      ],
      [{ variants: [{ ...variant, values: ["x"] }] }, "variants.0.values", "invalid_input"],
      [
        { variants: [{ ...variant, custom_fields: { hs_code: "1" } }] },
        "variants.0.custom_fields.hs_code",
        "invalid_input",
      ],
      [{ custom_fields: { colour: "red" } }, "custom_fields.colour", "invalid_input"],
      [
        { variants: [{ ...variant, prices: [{ currency: "JPY", amount: 1 }] }] },
        "variants.0.prices.0.currency",
        "currency_unknown",
      ],
      [{ variants: [{ ...variant, id: keeper.id }] }, "variants.0.id", "variant_unknown"],
      [
        { relations: [{ kind: "related", product_id: keeper.id }] },
        "relations.0.product_id",
        "product_unknown",
      ],
      [{ pictures: [{ asset_id: keeper.id }] }, "pictures.0.asset_id", "asset_unknown"],
      [
        { published_at: "2030-01-02T00:00:00.000Z", unpublish_at: "2030-01-01T00:00:00.000Z" },
        "unpublish_at",
        "invalid_input",
      ],
      [{ slug: (await addProduct(shop)).slug }, "slug", "slug_taken"],
    ];
    for (const [change, field, reason] of refused) {
      const answer = staff().create({ ...plain("Refused"), ...change });
      const error: unknown = await answer.catch((error: unknown) => error);
      expect(error, field).toMatchObject({ cause: expect.anything() });
      const { cause } = error as { cause: { reason?: string; fields?: object; issues?: object[] } };
      if (cause.reason === undefined) {
        expect([field, reason]).toEqual([field, "invalid_input"]);
        expect(JSON.stringify(cause.issues)).toContain(field.split(".").at(-1));
      } else {
        expect(cause).toMatchObject({ reason, fields: { [field]: [expect.any(String)] } });
      }
    }
  });

  it("are listed by words, status, shelf, brand, tag and stock, in three orders", async () => {
    const tag = "listed";
    const titles = ["Cedar", "Alder", "Birch"];
    for (const [i, title] of titles.entries()) {
      await staff().create({
        ...plain(title),
        tags: [tag],
        category: i === 0 ? "lamps" : null,
        vendor: i === 1 ? "Alder & Sons" : "",
        status: i === 2 ? "active" : "draft",
        variants: [{ price: 100, sku: `WOOD-${i}`, on_hand: i }],
      });
    }
    const named = async (input: Parameters<ReturnType<typeof staff>["list"]>[0]) =>
      (await staff().list({ tag, ...input })).items.map(({ title }) => title);
    expect(await named({})).toEqual(["Birch", "Alder", "Cedar"]);
    expect(await named({ sort: "created" })).toEqual(["Birch", "Alder", "Cedar"]);
    expect(await named({ sort: "title" })).toEqual(["Alder", "Birch", "Cedar"]);
    expect(await named({ q: "wood-1" })).toEqual(["Alder"]);
    expect(await named({ status: "active" })).toEqual(["Birch"]);
    expect(await named({ category: "lamps" })).toEqual(["Cedar"]);
    expect(await named({ brand: "alder-sons" })).toEqual(["Alder"]);
    expect(await named({ in_stock: false })).toEqual(["Cedar"]);
    expect(await named({ deleted: true })).toEqual([]);
    for (const sort of ["updated", "created", "title"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await staff().list({ tag, sort, limit: 1, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(await named({ sort }));
    }
    await expect(staff().list({ category: "nowhere" })).rejects.toMatchObject({
      cause: { reason: "category_not_found" },
    });
  });

  it("cost as many statements with many variants and rows as with one", async () => {
    const one = await staff().create(plain("Small"));
    const many = await staff().create({
      ...lamp("Large"),
      options: [{ name: "N", values: Array.from({ length: 120 }, (_, i) => `${i}`) }],
      variants: Array.from({ length: 120 }, (_, i) => ({
        values: [`${i}`],
        price: 100 + i,
        prices: [{ currency: "USD", amount: 100 }],
      })),
      relations: [{ kind: "related" as const, product_id: one.id }],
    });
    expect(many.variants).toHaveLength(120);
    const count = async (work: () => Promise<unknown>) =>
      (await statementsOf(work)).statements.length;
    expect(await count(() => staff().get({ id: many.id }))).toBe(
      await count(() => staff().get({ id: one.id })),
    );
    const listed = await statementsOf(() => staff().list({ limit: 100 }));
    // Descriptions are long, and a row shows none.
    expect(listed.statements).toEqual([expect.not.stringContaining("description_html")]);
    expect(await count(() => staff().list({ limit: 1 }))).toBe(1);
  });

  it("begins with stock only when who makes it may set stock", async () => {
    const plain = await makeKey(shop, "products:read", "products:write");
    const create = (variant: { readonly on_hand?: number }) =>
      shop.as(plain.actor).products.staff.create({
        ...{ title: "Stocked", variants: [{ price: 100, ...variant }] },
      });
    await expect(create({ on_hand: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await create({ on_hand: 0 })).title).toBe("Stocked");
    const { title, variants } = await create({});
    expect([title, variants.length]).toEqual(["Stocked", 1]);
  });

  it("are nobody's without the permission, and not another store's", async () => {
    const made = await staff().create(plain("Private"));
    const reader = await makeKey(shop, "products:read");
    const stranger = await makeKey(shop, "orders:read");
    const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    const { id, version } = made;
    const change = { ...inputOf(made), id, version };
    expect((await shop.as(reader.actor).products.staff.get({ id })).id).toBe(id);
    await expect(shop.as(reader.actor).products.staff.update(change)).rejects.toMatchObject(
      missing,
    );
    await expect(shop.as(reader.actor).products.staff.create(plain("No"))).rejects.toMatchObject(
      missing,
    );
    await expect(shop.as(stranger.actor).products.staff.list({})).rejects.toMatchObject(missing);
    await expect(shop.as(stranger.actor).products.staff.get({ id })).rejects.toMatchObject(missing);
    const next = await openNeighbour(shop);
    const abroad = next.as((await registerStaff(next, "owner")).actor).products.staff;
    await expect(abroad.get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(abroad.update(change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await abroad.list({})).items).toEqual([]);
    const theirs = await abroad.create(plain("Theirs"));
    const across = { kind: "related" as const, product_id: theirs.id };
    await expect(update(made, { relations: [across] })).rejects.toMatchObject({
      cause: { reason: "product_unknown" },
    });
    await expect(
      update(made, { variants: [{ price: 1, id: theirs.variants[0]?.id }] }),
    ).rejects.toMatchObject({ cause: { reason: "variant_unknown" } });
  });
});
