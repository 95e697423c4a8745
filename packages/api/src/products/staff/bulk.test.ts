/** Many changes in one call, each judged by itself. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey, type TestKey } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import * as catalogue from "../service/index.ts";
import { MAX_BULK } from "./contract.ts";

describe.each(engines)("bulk changes on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    await catalogue.saveCategory(shop.ctx(), { slug: "shelf", name: "Shelf" });
    keeper = await makeKey(shop, "products:read", "products:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff;
  const make = async (title: string) =>
    (await staff().create({ title, tags: ["old"], variants: [{ price: 1000 }] })).id;

  it("do what can be done, and say of each row what could not", async () => {
    const [one, two, three] = [await make("One"), await make("Two"), await make("Three")];
    const nobody = uuid7();
    const { items } = await staff().bulk({
      operations: [
        { action: "set_status", id: one, status: "active" },
        { action: "set_status", id: nobody, status: "active" },
        { action: "add_tags", id: one, tags: ["new", "old"] },
        { action: "remove_tags", id: two, tags: ["old", "never"] },
        { action: "set_category", id: one, category: "nowhere" },
        { action: "set_category", id: two, category: "shelf" },
        { action: "delete", id: three },
        { action: "add_tags", id: three, tags: ["late"] },
      ],
    });
    expect(items.map(({ id, ok, error }) => [id, ok, error?.code ?? null])).toEqual([
      [one, true, null],
      [nobody, false, "product_not_found"],
      [one, true, null],
      [two, true, null],
      [one, false, "category_unknown"],
      [two, true, null],
      [three, true, null],
      [three, false, "product_in_bin"],
    ]);
    expect(items[4]?.error?.fields).toEqual({ category: [expect.any(String)] });
    const get = (id: string) => staff().get({ id });
    expect(await get(one)).toMatchObject({
      status: "active",
      tags: ["old", "new"],
      category: null,
    });
    expect(await get(two)).toMatchObject({ tags: [], category: "shelf" });
    expect((await get(three)).deleted_at).not.toBeNull();
    const { items: found } = await shop.as({ kind: "anonymous" }).products.list({ q: "new" });
    expect(found.map(({ id }) => id)).toEqual([one]);
    const acts = await actsOf(shop, { action: "product.updated", subjectId: one });
    expect(acts.map(({ details }) => details)).toMatchObject([
      { changed: ["status", "published_at"] },
      { changed: ["tags"] },
    ]);
    await staff().bulk({ operations: [{ action: "restore", id: three }] });
    expect((await get(three)).deleted_at).toBeNull();
  });

  it("leave alone what a type has come to ask for, until the product is to appear", async () => {
    const types = shop.as(keeper.actor).products.types;
    const [shown, hidden] = await Promise.all(
      (["active", "draft"] as const).map((status) =>
        staff().create({
          ...{ title: `A ${status} lamp`, product_type: "Lamp", status },
          variants: [{ price: 1000 }],
        }),
      ),
    );
    if (shown === undefined || hidden === undefined) throw new Error("not made");
    const lamps = (await types.list()).items.find(({ name }) => name === "Lamp");
    await types.createAttribute({
      ...{ code: "watts", name: "Watts", type: "number", is_required: true },
      product_type_id: lamps?.id ?? "",
    });
    const { id } = shown;
    const unpublish_at = new Date(shop.ctx().now().getTime() + 3_600_000).toISOString();
    const { items } = await staff().bulk({
      operations: [
        { action: "add_tags", id, tags: ["new"] },
        { action: "remove_tags", id, tags: ["new"] },
        { action: "set_category", id, category: "shelf" },
        { action: "set_status", id, status: "active", unpublish_at },
        { action: "set_status", id, status: "archived" },
        { action: "set_status", id, status: "draft" },
        { action: "set_status", id, status: "active" },
        { action: "set_status", id: hidden.id, status: "active" },
      ],
    });
    expect(items.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false, false]);
    expect(items[7]?.error?.fields).toEqual({ "attributes.watts": ["This field is required."] });
    expect(await staff().get({ id })).toMatchObject({ status: "draft", category: "shelf" });
  });

  it("cost the same for a product of many variants as of one", async () => {
    const values = Array.from({ length: 150 }, (_, i) => `${i}`);
    const many = await staff().create({
      ...{ title: "Many", status: "active", options: [{ name: "N", values }] },
      variants: values.map((value) => ({ values: [value], sku: `N-${value}`, price: 1000 })),
    });
    const one = { id: await make("Just one") };
    const cost = async ({ id }: { readonly id: string }) => {
      const { result, statements } = await statementsOf(() =>
        staff().bulk({
          operations: [
            { action: "add_tags", id, tags: ["new", "newer"] },
            { action: "set_category", id, category: "shelf" },
            { action: "set_status", id, status: "archived" },
            { action: "set_status", id, status: "active" },
            { action: "add_tags", id, tags: ["new"] },
          ],
        }),
      );
      expect(result.items.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
      const text = statements.join("\n");
      expect(text).not.toMatch(/(insert into|update|delete from) "?(variants|prices)/);
      return statements.length;
    };
    // Words are learnt once.
    await cost({ id: await make("First") });
    const costs = [await cost(one), await cost(many)];
    expect(costs[1]).toBe(costs[0]);
    const after = await staff().get({ id: many.id });
    expect(after).toMatchObject({ tags: ["new", "newer"], category: "shelf", status: "active" });
    expect(after.variants).toEqual(many.variants);
    const search = async (q: string) =>
      (await shop.as({ kind: "anonymous" }).products.list({ q })).items.map(({ id }) => id);
    expect(await search("newer n-149")).toEqual([many.id]);
  });

  it("refuse more tags than a product may have, naming the field", async () => {
    const id = await make("Tagged");
    const groups = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 50 }, (_, j) => `t-${i}-${j}`),
    );
    const { items } = await staff().bulk({
      operations: groups.map((tags) => ({ action: "add_tags" as const, id, tags })),
    });
    expect(items.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false]);
    expect(items[5]?.error?.fields).toEqual({ tags: ["Use at most 250 tags."] });
  });

  it("are refused as a whole when there are none, too many, or one is not an operation", async () => {
    const id = uuid7();
    const operation = { action: "delete" as const, id };
    for (const operations of [
      [],
      Array.from({ length: MAX_BULK + 1 }, () => operation),
      [operation, { ...operation, colour: "red" }],
    ]) {
      await expect(staff().bulk({ operations })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});
