/** The tree of categories under staff's hands, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { products } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyActor } from "../../kernel/context.ts";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey } from "../../testing/staff.ts";
import * as catalogue from "../service/index.ts";
import { MAX_DEPTH } from "./contract.ts";

describe.each(engines)("the tree of categories on %s", (engine) => {
  let shop: Shop;
  let staff: ApiKeyActor;
  const tree = () => shop.as(staff).products.tree;
  const add = (name: string, parent_id: string | null = null, position?: number) =>
    tree().create({ name, parent_id, ...(position === undefined ? {} : { position }) });
  const childrenOf = async (parent: string | null) =>
    (await tree().list()).items
      .filter(({ parent_id: id }) => id === parent)
      .map(({ name }) => name);
  const countOf = async (slug: string) =>
    (await catalogue.category(shop.ctx(), { slug })).product_count;

  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    staff = (await makeKey(shop, "products:read", "products:write")).actor;
  });
  afterAll(() => shop.close());

  it("puts categories where staff wants them, and numbers siblings without gaps", async () => {
    const { id: top } = await add("Order");
    await add("b", top);
    await add("d", top);
    await add("a", top, 0);
    const { id: c } = await add("c", top, 2);
    expect(await childrenOf(top)).toEqual(["a", "b", "c", "d"]);
    await tree().move({ id: c, parent_id: top, position: 0 });
    expect(await childrenOf(top)).toEqual(["c", "a", "b", "d"]);
    await tree().move({ id: c, parent_id: top });
    expect(await childrenOf(top)).toEqual(["a", "b", "d", "c"]);
    const siblings = (await tree().list()).items.filter(({ parent_id: id }) => id === top);
    expect(siblings.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    const ids = siblings.map(({ id }) => id);
    await tree().reorder({ parent_id: top, ids: ids.toReversed() });
    expect(await childrenOf(top)).toEqual(["c", "d", "b", "a"]);
    await expect(tree().reorder({ parent_id: top, ids: ids.slice(1) })).rejects.toMatchObject({
      ...{ code: "CONFLICT", cause: { reason: "categories_changed" } },
    });
  });

  it("makes no slug of one that another had: the old address goes on leading there", async () => {
    const { id } = await add("Moved on");
    await tree().update({ id, slug: "elsewhere" });
    expect(await add("Moved on")).toMatchObject({ slug: "moved-on-2" });
    expect(await catalogue.category(shop.ctx(), { slug: "moved-on" })).toMatchObject({ id });
  });

  it("moves a category with all that is below it, and the counts with it", async () => {
    const { id: from } = await add("From");
    const { id: to } = await add("To");
    const { id: shelf } = await add("Shelf", from);
    await add("Board", shelf);
    await addProduct(shop, { category: "shelf" });
    const { slug } = await addProduct(shop, { category: "board" });
    await addProduct(shop, { category: "board", status: "draft" });
    expect([await countOf("from"), await countOf("to")]).toEqual([2, 0]);
    await tree().move({ id: shelf, parent_id: to });
    expect([await countOf("from"), await countOf("to")]).toEqual([0, 2]);
    const { items } = await catalogue.list(shop.ctx(), { category: "to", limit: 9 });
    expect(items).toHaveLength(2);
    const { breadcrumbs } = await catalogue.category(shop.ctx(), { slug: "board" });
    expect(breadcrumbs.map(({ slug }) => slug)).toEqual(["to", "shelf", "board"]);
    const product = await statementsOf(() => catalogue.get(shop.ctx(), { id: slug }));
    expect(product.result.breadcrumbs).toEqual(breadcrumbs);
    // The way up is read, not the whole tree.
    const read = product.statements.filter((text) => text.includes("categories"));
    expect(read).toEqual([expect.stringContaining("recursive")]);
  });

  it("lets none stand below itself, nor deeper than the limit", async () => {
    const chain = [await add("Level 1")];
    for (let level = 2; level <= MAX_DEPTH; level++) {
      chain.push(await add(`Level ${level}`, chain.at(-1)?.id));
    }
    const ids = chain.map(({ id }) => id);
    const tooDeep = { cause: { reason: "category_too_deep", fields: { parent_id: [/deep/] } } };
    tooDeep.cause.fields.parent_id = [expect.stringContaining("deep")];
    await expect(add("One more", ids.at(-1))).rejects.toMatchObject(tooDeep);
    const pair = await add("Pair");
    await add("Of two", pair.id);
    await expect(tree().move({ id: pair.id, parent_id: ids.at(-2) ?? "" })).rejects.toMatchObject(
      tooDeep,
    );
    const cycle = { code: "BAD_REQUEST", cause: { reason: "category_cycle" } };
    for (const parent_id of ids) {
      await expect(tree().move({ id: ids[0] ?? "", parent_id })).rejects.toMatchObject(cycle);
    }
    await expect(tree().move({ id: pair.id, parent_id: uuid7() })).rejects.toMatchObject({
      cause: { reason: "category_unknown" },
    });
  });

  it("makes no circle and loses nobody, whatever moves come at once", async () => {
    const names = ["m0", "m1", "m2", "m3", "m4", "m5"];
    const ids: string[] = [];
    for (const name of names) ids.push((await add(name)).id);
    const place = fc.integer({ min: 0, max: names.length - 1 });
    const moves = fc.array(
      fc.record({ who: place, where: fc.option(place), position: fc.nat({ max: 3 }) }),
      { minLength: 2, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (wanted) => {
        const ends = await Promise.allSettled(
          wanted.map(({ who, where, position }) =>
            tree().move({
              id: ids[who] ?? "",
              parent_id: where === null ? null : (ids[where] ?? ""),
              position,
            }),
          ),
        );
        for (const end of ends) {
          if (end.status === "rejected") {
            expect(end.reason).toMatchObject({ cause: { reason: "category_cycle" } });
          }
        }
        // The list walks down from the top: what stands in a circle would be missing.
        const { items } = await tree().list();
        expect(
          items
            .map(({ name }) => name)
            .filter((name) => names.includes(name))
            .sort(),
        ).toEqual(names);
      }),
      { numRuns: engine === "sqlite" ? 30 : 15 },
    );
  });

  it("deletes a category only when it is told where its products and children go", async () => {
    const { id: old } = await add("Old");
    const { id: fresh } = await add("Fresh");
    const { id: child } = await add("Child", old);
    const { productId } = await addProduct(shop, { category: "old" });
    const inUse = (field: string) => ({
      code: "CONFLICT",
      cause: { reason: "category_in_use", fields: { [field]: [expect.any(String)] } },
    });
    await expect(tree().delete({ id: old })).rejects.toMatchObject(inUse("children_to"));
    await expect(tree().delete({ id: old, children_to: fresh })).rejects.toMatchObject(
      inUse("products_to"),
    );
    await expect(
      tree().delete({ id: old, children_to: fresh, products_to: old }),
    ).rejects.toMatchObject(inUse("products_to"));
    await expect(
      tree().delete({ id: old, children_to: child, products_to: fresh }),
    ).rejects.toMatchObject({ cause: { reason: "category_cycle" } });
    await tree().delete({ id: old, children_to: fresh, products_to: fresh });
    expect(await childrenOf(fresh)).toEqual(["Child"]);
    expect(await countOf("fresh")).toBe(1);
    await tree().delete({ id: fresh, children_to: "none", products_to: "none" });
    expect((await tree().list()).items.find(({ id }) => id === child)?.parent_id).toBeNull();
    const [row] = await shop
      .ctx()
      .db.select({ categoryId: products.categoryId })
      .from(products)
      .where(and(eq(products.storeId, shop.store.id), eq(products.id, productId)));
    expect(row).toEqual({ categoryId: null });
  });

  it("loses no product that is put into a category while it is deleted", async () => {
    for (let round = 0; round < 6; round++) {
      const { id } = await add(`Doomed ${round}`);
      const category = `doomed-${round}`;
      const [saved, deleted] = await Promise.allSettled([
        addProduct(shop, { category }),
        tree().delete({ id }),
      ]);
      // Either the product came first, or there was no category any more.
      expect([saved.status, deleted.status].sort()).toEqual(["fulfilled", "rejected"]);
      const reasons = [saved, deleted].flatMap((end) =>
        end.status === "rejected" ? [end.reason.reason ?? end.reason.cause.reason] : [],
      );
      expect(["category_unknown", "category_in_use"]).toContain(reasons[0]);
    }
  });

  it("tells search engines what staff wrote, and is found by a former slug", async () => {
    const seo = { title: "Fine mugs", description: "All our mugs" };
    const { id } = await tree().create({ name: "Mugs", seo });
    expect((await catalogue.category(shop.ctx(), { slug: "mugs" })).seo).toEqual(seo);
    await tree().update({ id, slug: "cups", name: "Cups" });
    expect(await catalogue.category(shop.ctx(), { slug: "mugs" })).toMatchObject({
      ...{ slug: "cups", name: "Cups", seo },
    });
    await expect(tree().create({ name: "x", slug: "cups" })).rejects.toMatchObject({
      ...{
        code: "CONFLICT",
        cause: { reason: "slug_taken", fields: { slug: [expect.any(String)] } },
      },
    });
    await tree().create({ name: "Mugs", slug: "mugs" });
    expect((await catalogue.category(shop.ctx(), { slug: "mugs" })).name).toBe("Mugs");
  });

  it("gives the addresses that a deleted category had to whoever wants them", async () => {
    const { id } = await add("Passing");
    await tree().update({ id, slug: "passed" });
    expect(await add("Passing")).toMatchObject({ slug: "passing-2" });
    await tree().delete({ id });
    await expect(catalogue.category(shop.ctx(), { slug: "passing" })).rejects.toMatchObject({
      ...{ reason: "category_not_found" },
    });
    expect(await add("Passing")).toMatchObject({ slug: "passing" });
  });
});
