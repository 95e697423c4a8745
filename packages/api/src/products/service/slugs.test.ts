/** Addresses that products and brands had before. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey, type TestKey } from "../../testing/staff.ts";
import type { StaffProduct } from "../staff/contract.ts";
import { inputOf } from "../staff/service/drafts.ts";
import { freeSlug } from "./free-slug.ts";
import { get } from "./get.ts";
import { saveProduct } from "./save-product.ts";
import { formerSlugsOf } from "./slugs.ts";

describe.each(engines)("slugs on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await makeKey(shop, "products:read", "products:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff;
  const make = (title: string, slug?: string) =>
    staff().create({ title, slug, status: "active", variants: [{ price: 1000 }] });
  const moved = ({ id, version, ...product }: StaffProduct, slug: string) =>
    staff().update({ ...inputOf({ id, version, ...product }), slug, id, version });
  const shown = async (slug: string) =>
    (await shop.as({ kind: "anonymous" }).products.get({ id: slug })).slug;

  it("that a product had before lead to it, and tell its slug of now", async () => {
    const first = await make("First", "first");
    const second = await moved(first, "second");
    const third = await moved(second, "third");
    expect([...third.former_slugs].sort()).toEqual(["first", "second"]);
    for (const slug of ["first", "second", "third"]) expect(await shown(slug)).toBe("third");
    const back = await moved(third, "first");
    expect([...back.former_slugs].sort()).toEqual(["second", "third"]);
    for (const slug of ["first", "second", "third"]) expect(await shown(slug)).toBe("first");
    await staff().setStatus({ id: first.id, status: "draft" });
    await expect(shown("second")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that a catalogue brings with it are all there are, the last first", async () => {
    const save = (slug: string, formerSlugs?: string[]) =>
      saveProduct(shop.ctx(), {
        ...{ slug, title: slug, variants: [{ price: 100 }] },
        ...(formerSlugs === undefined ? {} : { formerSlugs }),
      });
    await save("brought", ["a-before", "b-before"]);
    expect(await save("brought", ["b-before", "a-before"])).toBe("unchanged");
    expect(await save("brought")).toBe("unchanged");
    shop.advance(1000);
    expect(await save("brought", ["a-before", "c-before"])).toBe("updated");
    const { id } = await get(shop.ctx(), { id: "brought" });
    expect((await formerSlugsOf(shop.ctx(), "product", [id])).get(id)).toEqual([
      "c-before",
      "a-before",
    ]);
    await expect(shown("b-before")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await save("heir", ["a-before"]);
    expect(await shown("a-before")).toBe("heir");
    expect((await formerSlugsOf(shop.ctx(), "product", [id])).get(id)).toEqual(["c-before"]);
  });

  it("that were given up may be taken by another, who is then found there", async () => {
    const old = await moved(await make("Giver", "wanted"), "given-up");
    const taker = await make("Taker", "wanted");
    expect(await shown("wanted")).toBe("wanted");
    expect((await staff().get({ id: old.id })).former_slugs).toEqual([]);
    const away = await moved(taker, "moved-on");
    expect(away.former_slugs).toEqual(["wanted"]);
    expect(await shown("wanted")).toBe("moved-on");
  });

  it("are made of titles: without accents, without repeats, not of what others had before", async () => {
    const made = async (title: string) => (await make(title)).slug;
    expect(await made("Crème  Brûlée & Œuf!")).toBe("creme-brulee-oeuf");
    expect(await made("creme brulee oeuf")).toBe("creme-brulee-oeuf-2");
    expect(await made("茶碗")).toBe("茶碗");
    expect(await made("!!!")).toBe("product");
    const long = await made("ab ".repeat(80));
    expect(long.length).toBeLessThanOrEqual(80);
    await moved(await make("Settled"), "settled-elsewhere");
    expect(await made("Settled")).toBe("settled-2");
    expect(await freeSlug(shop.ctx(), "category", "Settled")).toBe("settled");
  });

  it("that categories and brands had before filter as those of now do", async () => {
    const { staff: desk, tree } = shop.as(keeper.actor).products;
    const shelf = await tree.create({ name: "Shelf" });
    const below = await tree.create({ name: "Board", parent_id: shelf.id });
    const { id } = await staff().create({
      ...{ title: "Filtered", status: "active", category: "board", vendor: "Maker" },
      variants: [{ price: 1000 }],
    });
    const brand = (await desk.brands.list({ q: "maker" })).items[0]?.id ?? "";
    await tree.update({ id: shelf.id, slug: "shelf-of-now" });
    await tree.update({ id: below.id, slug: "board-of-now" });
    await desk.brands.update({ id: brand, slug: "maker-of-now" });
    const { products } = shop.as({ kind: "anonymous" });
    for (const filter of [
      { category: "shelf" },
      { category: "board", in_stock: false, tag: [], max_price: 2000 },
      { brand: ["maker"] },
      { brand: ["maker", "maker-of-now", "never"] },
      { category: "shelf", brand: ["maker"] },
    ]) {
      const { items } = await products.list(filter);
      expect([filter, items.map((item) => item.id)]).toEqual([filter, [id]]);
      expect([filter, (await products.facets(filter)).total]).toEqual([filter, 1]);
    }
    const found = await staff().list({ category: "shelf", brand: "maker" });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    for (const act of [products.list, products.facets]) {
      await expect(act({ category: "never" })).rejects.toMatchObject({
        cause: { reason: "category_not_found", fields: { category: [expect.any(String)] } },
      });
    }
  });

  it("change by one of two who want the same", async () => {
    const [one, two] = [await make("Race one"), await make("Race two")];
    const answers = await Promise.allSettled([moved(one, "prize"), moved(two, "prize")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown("prize")).toBe("prize");
  });
});
