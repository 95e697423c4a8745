/** Collections by hand and by rules, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyActor } from "../../kernel/context.ts";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey } from "../../testing/staff.ts";
import * as catalogue from "../service/index.ts";
import { type Item, items, saidOf } from "./collections.fixture.ts";
import type { CollectionRule } from "./contract.ts";

const DAY = 86_400_000;

describe.each(engines)("collections on %s", (engine) => {
  let shop: Shop;
  let staff: ApiKeyActor;
  const ids = new Map<string, string>();
  const desk = () => shop.as(staff).products;
  const collections = () => desk().collections;
  const idOf = (slug: string) => ids.get(slug) ?? "";
  const shelves = new Map<string, string>();
  const within = async (slug: string, more: { limit?: number; cursor?: string } = {}) =>
    (await catalogue.list(shop.ctx(), { limit: 100, collection: slug, ...more })).items.map(
      (item) => item.slug,
    );

  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    staff = (await makeKey(shop, "products:read", "products:write")).actor;
    for (const [name, parent] of [["home"], ["lamps", "home"], ["toys"]]) {
      const parent_id = parent === undefined ? null : (shelves.get(parent) ?? null);
      const { id } = await desk().tree.create({ name: name ?? "", parent_id });
      shelves.set(name ?? "", id);
    }
    await desk().types.createAttribute({ code: "litres", name: "Litres", type: "number" });
    for (const item of items) {
      const { slug, category, vendor, tags, productType, days, price, was, litres } = item;
      const { productId } = await addProduct(shop, {
        ...{ slug, category, vendor, tags, productType },
        publishedAt: new Date(Date.now() - days * DAY - 1000),
        variants: [{ price, compareAt: was, onHand: item.stock }],
        attributes: litres === null ? {} : { litres },
      });
      ids.set(slug, productId);
    }
    const { productId } = await addProduct(shop, {
      slug: "draft",
      status: "draft",
      tags: ["gift"],
    });
    ids.set("draft", productId);
  });
  afterAll(() => shop.close());

  it("take no slug that another had: its old address goes on leading there", async () => {
    const { id } = await collections().create({ kind: "manual", name: "Settled" });
    await collections().update({ id, slug: "settled-elsewhere" });
    const again = await collections().create({ kind: "manual", name: "Settled" });
    expect(again.slug).toBe("settled-2");
    expect(await collections().get({ slug: "settled" })).toMatchObject({ id });
  });

  it("by rules hold exactly the products that meet them, all or any", async () => {
    const { id } = await collections().create({
      ...{ kind: "rules", name: "Ruled" },
      rules: [{ field: "on_sale", op: "is", value: true }],
    });
    const said = saidOf(shelves);
    const wishes = fc.tuple(
      fc.uniqueArray(fc.constantFrom(...said), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(wishes, async ([rules, all]) => {
        const written = { rules: rules.map(({ rule }) => rule), match_all: all };
        await collections().update({ id, ...written });
        const meets = (item: Item) =>
          all ? rules.every(({ test }) => test(item)) : rules.some(({ test }) => test(item));
        const expected = items.filter(meets).map(({ slug }) => slug);
        expect([written, (await within("ruled")).sort()]).toEqual([written, expected.sort()]);
        const { count } = await collections().preview(written);
        expect(count).toBe(expected.length);
        expect((await catalogue.facets(shop.ctx(), { collection: "ruled" })).total).toBe(count);
      }),
      { numRuns: 60 },
    );
    for (const each of said) {
      const { count } = await collections().preview({ rules: [each.rule] });
      expect([each.rule, count]).toEqual([each.rule, items.filter(each.test).length]);
    }
    // Whatever was tried last: a rule that counts days would change the store by the clock.
    await collections().update({ id, rules: [{ field: "on_sale", op: "is", value: true }] });
  });

  it("by rules follow every change at once", async () => {
    await collections().create({
      ...{ kind: "rules", name: "Gifts under ten", slug: "cheap-gifts" },
      rules: [
        { field: "tag", op: "any_of", value: ["gift"] },
        { field: "price", op: "at_most", value: 400 },
      ],
    });
    expect(await within("cheap-gifts")).toEqual([]);
    await addProduct(shop, { slug: "bow", tags: ["gift"], price: 300, attributes: {} });
    expect(await within("cheap-gifts")).toEqual(["bow"]);
    await addProduct(shop, { slug: "bow", tags: ["gift"], price: 3000 });
    expect(await within("cheap-gifts")).toEqual([]);
    await addProduct(shop, { slug: "bow", status: "archived" });
  });

  it("by rules of days change by the clock, and the shop knows when next", async () => {
    const { id } = await collections().create({
      ...{ kind: "rules", name: "Fresh", slug: "fresh" },
      rules: [{ field: "published", op: "within_days", value: 5 }],
    });
    const fresh = (days: number) => items.filter((item) => item.days + days < 5).length;
    expect(await within("fresh")).toHaveLength(fresh(0));
    const next = (await catalogue.nextScheduledChange(shop.ctx()))?.getTime() ?? 0;
    const wait = next - shop.ctx().now().getTime();
    expect(wait).toBeGreaterThan(1.9 * DAY);
    expect(wait).toBeLessThanOrEqual(2 * DAY);
    shop.advance(wait - 2000);
    expect(await within("fresh")).toHaveLength(fresh(0));
    shop.advance(2001);
    expect(await within("fresh")).toHaveLength(fresh(0) - 1);
    shop.advance(-wait - 1);
    await collections().delete({ id });
  });

  it("by rules of any number of days are looked through in one statement", async () => {
    const made = [];
    for (let from = 0; from < 600; from += 20) {
      const rules = Array.from({ length: 20 }, (_, i) => ({
        ...{ field: i % 2 === 0 ? ("published" as const) : ("created" as const) },
        ...{ op: "within_days" as const, value: 1000 + from + i },
      }));
      const terms = { kind: "rules", name: `Days ${from}`, rules, match_all: false } as const;
      made.push((await collections().create(terms)).id);
    }
    const { statements } = await statementsOf(() => catalogue.nextScheduledChange(shop.ctx()));
    expect(statements).toHaveLength(3);
    for (const id of made) await collections().delete({ id });
  });

  it("by hand keep their order over pages, and hide what is not published", async () => {
    const { id, sort } = await collections().create({ kind: "manual", name: "Picked" });
    expect(sort).toBe("manual");
    const picked = ["p-3", "draft", "p-9", "p-1", "p-7"];
    await collections().addProducts({ id, product_ids: picked.map(idOf) });
    await collections().addProducts({ id, product_ids: [idOf("p-5"), idOf("p-1")], position: 1 });
    const order = ["p-3", "p-5", "p-1", "draft", "p-9", "p-7"];
    const { items: all } = await collections().products({ id });
    expect(all.map(({ slug }) => slug)).toEqual(order);
    const visible = order.filter((slug) => slug !== "draft");
    expect(await within("picked")).toEqual(visible);
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const wish = { limit: 2, collection: "picked", ...(cursor === undefined ? {} : { cursor }) };
      const page = await catalogue.list(shop.ctx(), wish);
      shown.push(...page.items.map(({ slug }) => slug));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(shown).toEqual(visible);
    const turned = order.toReversed().map(idOf);
    await collections().orderProducts({ id, product_ids: turned });
    expect(await within("picked")).toEqual(visible.toReversed());
    await expect(
      collections().orderProducts({ id, product_ids: turned.slice(1) }),
    ).rejects.toMatchObject({ code: "CONFLICT", cause: { reason: "collection_changed" } });
    await collections().removeProduct({ id, product_id: idOf("p-9") });
    expect(await within("picked")).not.toContain("p-9");
    const cheap = await catalogue.list(shop.ctx(), {
      ...{ collection: "picked", sort: "price_asc", limit: 9 },
    });
    const prices = cheap.items.map(({ price }) => price?.amount ?? 0);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  it("by hand lose nothing when several members of staff add at once", async () => {
    const { id } = await collections().create({ kind: "manual", name: "Together" });
    const slugs = items.slice(0, 8).map(({ slug }) => slug);
    await Promise.all(
      slugs.map((slug) => collections().addProducts({ id, product_ids: [idOf(slug)] })),
    );
    const { items: all } = await collections().products({ id });
    expect(all.map(({ slug }) => slug).sort()).toEqual(slugs.sort());
  });

  it("cost one statement more than a plain list, whatever the page", async () => {
    for (const collection of ["picked", "ruled"]) {
      for (const limit of [1, 50]) {
        const { statements } = await statementsOf(() =>
          catalogue.list(shop.ctx(), { collection, limit }),
        );
        expect(statements).toHaveLength(2);
      }
    }
  });

  it("are found by a former slug, until another takes it; hidden ones are not there", async () => {
    const visitor = shop.as({ kind: "anonymous" }).products;
    const { id } = await collections().create({ kind: "manual", name: "Summer", slug: "summer" });
    await collections().update({ id, slug: "high-summer" });
    expect((await visitor.collections.get({ slug: "summer" })).slug).toBe("high-summer");
    expect(await within("summer")).toEqual([]);
    await expect(
      collections().create({ kind: "manual", name: "x", slug: "high-summer" }),
    ).rejects.toMatchObject({ code: "CONFLICT", cause: { reason: "slug_taken" } });
    const other = await collections().create({ kind: "manual", name: "Summer", slug: "summer" });
    expect((await visitor.collections.get({ slug: "summer" })).id).toBe(other.id);
    await collections().update({ id, is_published: false });
    const gone = { code: "NOT_FOUND", cause: { reason: "collection_not_found" } };
    await expect(visitor.collections.get({ slug: "high-summer" })).rejects.toMatchObject(gone);
    await expect(visitor.list({ collection: "high-summer" })).rejects.toMatchObject({
      cause: { fields: { collection: ["No such collection."] } },
    });
    const { items: listed } = await visitor.collections.list();
    expect(listed.map(({ slug }) => slug)).not.toContain("high-summer");
    await collections().delete({ id: other.id });
    await expect(visitor.collections.get({ slug: "summer" })).rejects.toMatchObject(gone);
  });

  it("refuse rules of what is not there, and fields that do not fit their kind", async () => {
    const unknown: CollectionRule[] = [
      { field: "category", op: "any_of", value: [uuid7()] },
      { field: "brand", op: "any_of", value: [uuid7()] },
      { field: "attribute", op: "any_of", value: { code: "volts", values: ["1"] } },
    ];
    await expect(
      collections().create({ kind: "rules", name: "x", rules: unknown }),
    ).rejects.toMatchObject({
      cause: {
        fields: {
          "rules.0.value.0": ["There is no such category."],
          "rules.1.value.0": ["There is no such brand."],
          "rules.2.value.code": ["There is no attribute volts."],
        },
      },
    });
    const rules: CollectionRule[] = [{ field: "on_sale", op: "is", value: true }];
    const wrong = [
      { kind: "rules" as const, name: "x" },
      { kind: "rules" as const, name: "x", rules, sort: "manual" as const },
      { kind: "manual" as const, name: "x", rules },
    ];
    for (const input of wrong) {
      await expect(collections().create(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    const { id } = await collections().create({ kind: "rules", name: "Sale", rules });
    await expect(
      collections().addProducts({ id, product_ids: [idOf("p-1")] }),
    ).rejects.toMatchObject({ cause: { reason: "collection_by_rules" } });
  });
});
