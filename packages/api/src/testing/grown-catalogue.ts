/** A shop in which there is one of each thing, and one more of each with every turn: for what reading it costs. */

import * as imports from "../imports/service/index.ts";
import type { AppRouter } from "../router.ts";
import type { TestCustomer } from "./accounts.ts";
import { buy } from "./buyer.ts";
import { toldPicture } from "./files.ts";
import type { Shop } from "./index.ts";

type Caller = ReturnType<AppRouter["createCaller"]>;

/** The first of each, which the others are added to. */
export interface Grown {
  readonly shop: Shop;
  readonly owner: TestCustomer;
  readonly buyer: TestCustomer;
  readonly staff: Caller;
  /** Variants that lie at the place. */
  readonly stocked: readonly string[];
  readonly ids: Readonly<Record<Thing, string>>;
}

type Thing =
  | ("product" | "variant" | "bundle" | "category" | "brand" | "collection" | "type")
  | ("group" | "list" | "job" | "place" | "transfer" | "asset" | "review" | "attribute");

/** What `grow` adds to: made once. */
export async function sow(shop: Shop, owner: TestCustomer, buyer: TestCustomer): Promise<Grown> {
  const staff = shop.as(owner.actor);
  const { types, tree, collections, staff: desk } = staff.products;
  const { id: type } = await types.create({ name: "Mugs" });
  const { id: attribute } = await types.createAttribute({
    ...{ product_type_id: type, code: "uses", name: "Uses", type: "choices" },
    ...{ choices: Array.from({ length: 20 }, (_, i) => `Use ${i}`), is_filterable: true },
  });
  const { id: category } = await tree.create({ name: "Cups", slug: "cups" });
  const { id: brand } = await desk.brands.create({ name: "Halden", slug: "halden" });
  const { id: collection } = await collections.create({
    kind: "manual",
    name: "Picked",
    slug: "picked",
  });
  const { id: group } = await staff.users.groups.create({ name: "Club" });
  const { id: list } = await staff.prices.createList({ name: "For all" });
  const { id: place } = await staff.inventory.locations.create({ code: "first", name: "First" });
  await staff.inventory.locations.create({ code: "second", name: "Second" });
  const made = await addProduct(staff, 0);
  const set = await addProduct(staff, 1);
  const [variant = ""] = made.variants.map(({ id }) => id);
  const [, bundle = ""] = set.variants.map(({ id }) => id);
  const { id: asset } = await staff.media.upload({ file: toldPicture(600, 400, "first") });
  await staff.inventory.receive({ variant_id: variant, location_id: place, quantity: 50 });
  const grown = { type, attribute, category, brand, collection, group, list, place, asset, bundle };
  const transfer = await transferOf(staff, place, [variant]);
  const job = await importOf(staff, 0);
  await imports.runNext(shop.ctx(), "node", () => false);
  const review = await writtenBy({ shop, staff }, buyer, variant);
  return {
    ...{ shop, owner, buyer, staff, stocked: [variant] },
    ids: { ...grown, product: made.id, variant, transfer, job, review },
  };
}

/** One more of each, and one more part of the first of each, or of a newer one. */
export async function grow(grown: Grown, turn: number): Promise<Grown> {
  const { shop, owner, buyer, staff, ids } = grown;
  const nth = 10 + turn;
  const { types, tree, collections, translations, staff: desk } = staff.products;
  const more = await addProduct(staff, nth, nth);
  const [variant = "", other = ""] = more.variants.map(({ id }) => id);
  await types.create({ name: `Type ${nth}` });
  await types.createAttribute({
    code: `more_${nth}`,
    name: "More",
    type: "text",
    product_type_id: ids.type,
  });
  await tree.create({ name: `Shelf ${nth}`, parent_id: ids.category });
  await desk.brands.create({ name: `Brand ${nth}` });
  await collections.create({ kind: "manual", name: `Collection ${nth}` });
  await collections.addProducts({ id: ids.collection, product_ids: [more.id] });
  for (const [kind, subject_id] of [
    ["product", more.id],
    ["category", ids.category],
    ["brand", ids.brand],
    ["collection", ids.collection],
  ] as const) {
    const texts = kind === "product" ? { title: `Titre ${nth}` } : { name: `Nom ${nth}` };
    await translations.save({ kind, subject_id, locale: "fr", texts });
  }
  await growFirst(staff, ids, more.id, nth);
  await staff.users.groups.create({ name: `Group ${nth}` });
  await staff.users.groups.addMembers({
    id: ids.group,
    user_ids: [turn === 0 ? owner.actor.userId : buyer.actor.userId],
  });
  await staff.prices.createList({ name: `List ${nth}` });
  await staff.prices.setEntries({ id: ids.list, entries: [{ variant_id: variant, amount: 500 }] });
  await staff.inventory.locations.create({ code: `place-${nth}`, name: `Place ${nth}` });
  await staff.inventory.receive({ variant_id: ids.variant, location_id: ids.place, quantity: 3 });
  await staff.inventory.receive({ variant_id: variant, location_id: ids.place, quantity: 9 });
  await staff.inventory.holds.create({
    lines: [{ variant_id: variant, quantity: 1 }],
    minutes: 60,
    reference: "a",
  });
  const stocked = [...grown.stocked, variant];
  const transfer = await transferOf(staff, ids.place, stocked);
  const parts = [{ variant_id: variant, quantity: 1 }];
  await staff.inventory.bundles.set({ variant_id: other, components: parts });
  const soldOut = await desk.create({
    title: `Out ${nth}`,
    status: "active",
    variants: [{ price: 5 }],
  });
  await shop
    .as(buyer.actor)
    .inventory.alerts.subscribe({ variant_id: soldOut.variants[0]?.id ?? "" });
  await staff.media.upload({ file: toldPicture(600, 400, `more ${nth}`) });
  const job = await importOf(staff, nth);
  await imports.runNext(shop.ctx(), "node", () => false);
  await writtenBy({ shop, staff }, buyer, variant);
  await writtenBy({ shop, staff }, buyer, ids.variant);
  await buy(shop, buyer.actor, [variant]);
  return { ...grown, stocked, ids: { ...ids, job, transfer } };
}

/** More variants, pictures, tags, relations and reviews of the first product. */
async function growFirst(
  staff: Caller,
  ids: Grown["ids"],
  beside: string,
  nth: number,
): Promise<void> {
  const desk = staff.products.staff;
  const before = await desk.get({ id: ids.product });
  const values = [...before.options.flatMap((option) => option.values), `V${nth}`];
  await desk.update({
    ...{ id: before.id, version: before.version, title: before.title, slug: before.slug },
    ...{ status: "active", vendor: "Halden", product_type: "Mugs", category: "cups" },
    attributes: { uses: values.map((_value, i) => `Use ${i}`) },
    tags: values,
    options: [{ name: "Kind", values }],
    pictures: values.map((value) => ({ url: `/${value}.jpg` })),
    variants: values.map((value, i) => {
      const known = before.variants.find((variant) => variant.values[0] === value);
      const prices = [{ currency: "USD", amount: 700 + i }];
      return { ...(known ? { id: known.id } : {}), values: [value], price: 600 + nth, prices };
    }),
    relations: [
      ...before.relations.map(({ kind, product_id }) => ({ kind, product_id })),
      { kind: "related" as const, product_id: beside },
    ],
  });
}

const addProduct = (staff: Caller, nth: number, tags = 1) =>
  staff.products.staff.create({
    ...{ title: `Mug ${nth}`, slug: `mug-${nth}`, vendor: "Halden", product_type: "Mugs" },
    ...{ category: "cups", status: "active", attributes: { uses: ["Use 1"] } },
    tags: Array.from({ length: tags }, (_, i) => `tag ${i}`),
    options: [{ name: "Kind", values: ["V0", "V1"] }],
    pictures: [{ url: "/a.jpg", alt: "A" }],
    variants: ["V0", "V1"].map((value) => ({
      ...{ values: [value], price: 500, sku: `M${nth}-${value}` },
      ...(value === "V0" ? { on_hand: 40 } : {}),
      prices: [{ currency: "USD", amount: 600 }],
    })),
  });

async function transferOf(
  staff: Caller,
  place: string,
  variantIds: readonly string[],
): Promise<string> {
  const second = (await staff.inventory.locations.list()).items.find(
    ({ code }) => code === "second",
  );
  const { id } = await staff.inventory.transfers.create({
    ...{ from_location_id: place, to_location_id: second?.id ?? "" },
    lines: variantIds.map((variant_id) => ({ variant_id, quantity: 1 })),
  });
  return id;
}

/** An import of which all lines but one are refused. */
async function importOf(staff: Caller, nth: number): Promise<string> {
  const bad = Array.from({ length: nth + 1 }, () => "nonsense");
  const lines = [...bad, JSON.stringify({ kind: "category", slug: `in-${nth}`, name: "In" })];
  const file = new File([lines.join("\n")], "some.jsonl");
  const { asset_id } = await staff.imports.upload({ file });
  const { id } = await staff.imports.start({ asset_id, format: "jsonl" });
  return id;
}

/** A published review of a purchase. */
async function writtenBy(
  { shop, staff }: Pick<Grown, "shop" | "staff">,
  { actor }: TestCustomer,
  variant: string,
): Promise<string> {
  const [order_line_id = ""] = await buy(shop, actor, [variant]);
  const { id } = await shop.as(actor).reviews.create({ order_line_id, rating: 4, body: "Good." });
  await staff.reviews.moderation.publish({ id });
  return id;
}
