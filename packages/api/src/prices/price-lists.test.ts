/** Price lists as staff keeps them. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerCustomer, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { addGroup, addPriceList } from "../testing/price-lists.ts";
import { registerWith } from "../testing/staff.ts";
import { actsOf } from "../testing/trail.ts";

describe.each(engines)("price lists on %s", (engine) => {
  let shop: Shop;
  let staff: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
    staff = await registerWith(
      shop,
      "products:read",
      "products:write",
      "users:read",
      "users:write",
    );
  });
  afterAll(() => shop.close());
  const lists = () => shop.as(staff.actor).prices;

  it("have a name, a currency, a group, a time, and are told of in the audit trail", async () => {
    const customer_group_id = await addGroup(shop, staff);
    const terms = {
      ...{ name: `Summer ${engine}`, currency: "USD", customer_group_id },
      ...{ starts_at: "2026-06-01T00:00:00.000Z", ends_at: "2026-09-01T00:00:00.000Z" },
    };
    const made = await lists().createList(terms);
    expect(made).toMatchObject({ ...terms, is_active: true, entry_count: 0 });
    expect(await lists().getList({ id: made.id })).toEqual(made);
    const changed = await lists().updateList({ id: made.id, ends_at: null, is_active: false });
    expect(changed).toMatchObject({ ...terms, ends_at: null, is_active: false });
    expect((await lists().lists()).items).toContainEqual(changed);
    await lists().deleteList({ id: made.id });
    await expect(lists().getList({ id: made.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const action of [
      "price_list.created",
      "price_list.updated",
      "price_list.deleted",
    ] as const) {
      const acts = await actsOf(shop, { action, subjectId: made.id });
      expect(acts, action).toMatchObject([{ actorId: staff.actor.userId }]);
    }
  });

  it("are refused with what cannot be, naming the field", async () => {
    const { name } = await addPriceList(shop, staff, []);
    const noon = "2026-06-01T12:00:00.000Z";
    for (const [input, reason, field] of [
      [{ name }, "name_taken", "name"],
      [{ name: "A", currency: "GBP" }, "currency_unknown", "currency"],
      [{ name: "B", customer_group_id: uuid7() }, "customer_group_unknown", "customer_group_id"],
      [{ name: "C", starts_at: noon, ends_at: noon }, "period_invalid", "ends_at"],
    ] as const) {
      await expect(lists().createList(input), reason).rejects.toMatchObject({
        cause: { reason, fields: { [field]: [expect.any(String)] } },
      });
    }
    const { id } = await addPriceList(shop, staff, []);
    await expect(lists().updateList({ id, name })).rejects.toMatchObject({
      cause: { reason: "name_taken" },
    });
  });

  it("take entries by id or SKU, change them, and drop those without an amount", async () => {
    const sku = `BULK-${engine}`;
    const one = await addProduct(shop, { price: 1000, sku });
    const two = await addProduct(shop, { price: 2000 });
    const { id } = await addPriceList(shop, staff, []);
    const set = (entries: Parameters<ReturnType<typeof lists>["setEntries"]>[0]["entries"]) =>
      lists().setEntries({ id, entries });
    expect(
      await set([
        { sku, amount: 900 },
        { sku, min_quantity: 10, amount: 800 },
        { variant_id: two.variantId, amount: 1500 },
      ]),
    ).toEqual({ saved: 3, removed: 0, unchanged: 0 });
    expect(
      await set([
        { variant_id: one.variantId, amount: 900 },
        { sku, min_quantity: 10, amount: 700 },
        { variant_id: two.variantId, amount: null },
        { variant_id: two.variantId, min_quantity: 5, amount: null },
      ]),
    ).toEqual({ saved: 1, removed: 1, unchanged: 2 });
    const { items, next_cursor } = await lists().entries({ id });
    expect(next_cursor).toBeNull();
    expect(items).toMatchObject([
      { variant_id: one.variantId, sku, min_quantity: 1, price: { amount: 900 } },
      { min_quantity: 10, price: { amount: 700 }, base_price: { amount: 1000, currency: "EUR" } },
    ]);
    const first = await lists().entries({ id, limit: 1 });
    const rest = await lists().entries({ id, limit: 1, cursor: first.next_cursor ?? "" });
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it("find their entries by words of the product, or by how its SKU begins", async () => {
    const sku = `FOUND-${engine}`;
    const lamp = await addProduct(shop, { title: "Quokka Lamp", sku });
    const chair = await addProduct(shop, { title: "Quokka Chair" });
    await addProduct(shop, { title: "Quokka Stool" });
    const { id } = await addPriceList(shop, staff, [
      { variant_id: lamp.variantId, amount: 900 },
      { variant_id: chair.variantId, amount: 800 },
    ]);
    const found = async (q: string, page = {}) => {
      const { items, next_cursor } = await lists().entries({ id, q, ...page });
      return { titles: items.map(({ product_title }) => product_title), next_cursor };
    };
    const both = ["Quokka Lamp", "Quokka Chair"];
    expect((await found("quokka")).titles).toEqual(both);
    expect((await found("quoka chair")).titles).toEqual(["Quokka Chair"]);
    expect((await found(`found ${engine.slice(0, 3)}`)).titles).toEqual(["Quokka Lamp"]);
    expect((await found("stool")).titles).toEqual([]);
    const first = await found("quokka", { limit: 1 });
    const rest = await found("quokka", { limit: 1, cursor: first.next_cursor ?? "" });
    expect([...first.titles, ...rest.titles]).toEqual(both);
  });

  it("name every row that is wrong, and then store none", async () => {
    const sku = `ROWS-${engine}`;
    const { variantId } = await addProduct(shop, { sku });
    const foreign = await addProduct(await openNeighbour(shop, `rows-${engine}`));
    const { id } = await addPriceList(shop, staff, []);
    const setting = lists().setEntries({
      id,
      entries: [
        { sku, amount: 100 },
        { sku: "NOBODY-HAS-IT", amount: 100 },
        { variant_id: foreign.variantId, amount: 100 },
        { amount: 100 },
        { variant_id: variantId, sku, amount: 100 },
        { variant_id: variantId, amount: 200 },
      ],
    });
    await expect(setting).rejects.toMatchObject({
      cause: {
        reason: "entries_invalid",
        fields: {
          "entries.1.sku": ["There is no variant with the SKU NOBODY-HAS-IT."],
          "entries.2.variant_id": ["There is no such variant."],
          "entries.3.variant_id": ["Give either the variant's id or its SKU."],
          "entries.4.variant_id": ["Give either the variant's id or its SKU."],
          "entries.5.min_quantity": ["An earlier row says the same already."],
        },
      },
    });
    expect((await lists().entries({ id })).items).toEqual([]);
    for (const wrong of [{ amount: -1 }, { amount: 1.5 }, { amount: 1, min_quantity: 0 }]) {
      const entries = [{ variant_id: variantId, ...wrong }];
      await expect(lists().setEntries({ id, entries })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
  });

  it("cost as many statements for many rows as for one", async () => {
    const values = Array.from({ length: 50 }, (_, i) => `${i}`);
    const { variants } = await addProduct(shop, {
      options: [{ name: "N", values }],
      variants: values.map((value) => ({ values: [value], price: 1000 })),
    });
    const { id } = await addPriceList(shop, staff, []);
    const entries = variants.map((variant) => ({ variant_id: variant.id, amount: 500 }));
    const costOf = async (work: () => Promise<unknown>) =>
      (await statementsOf(work)).statements.length;
    const one = await costOf(() => lists().setEntries({ id, entries: entries.slice(0, 1) }));
    expect(await costOf(() => lists().setEntries({ id, entries }))).toBe(one);
    const listing = await costOf(() => lists().entries({ id, limit: 1 }));
    expect(await costOf(() => lists().entries({ id, limit: 100 }))).toBe(listing);
    const all = await costOf(() => lists().lists());
    await addPriceList(shop, staff, []);
    expect(await costOf(() => lists().lists())).toBe(all);
  });

  it("are for those who may change the catalogue, and of one store", async () => {
    const { id } = await addPriceList(shop, staff, []);
    const reader = await registerWith(shop, "products:read");
    const customer = await registerCustomer(shop);
    expect(await shop.as(reader.actor).prices.getList({ id })).toMatchObject({ id });
    await expect(shop.as(reader.actor).prices.deleteList({ id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(shop.as(customer.actor).prices.lists()).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const neighbour = await openNeighbour(shop, `lists-${engine}`);
    const stranger = await registerWith(neighbour, "products:read", "products:write");
    const calls = neighbour.as(stranger.actor).prices;
    for (const call of [
      () => calls.getList({ id }),
      () => calls.deleteList({ id }),
      () => calls.entries({ id }),
      () => calls.updateList({ id, name: "Mine" }),
      () => calls.setEntries({ id, entries: [{ sku: "x", amount: 1 }] }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
