/** Brands: made by products, kept by staff, shown to shoppers. */
import { statementsOf } from "@souk/db";
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { makeKey, registerStaff, type TestKey } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import { update } from "./service/index.ts";

describe.each(engines)("brands on %s", (engine) => {
  let shop: Shop;
  let keeper: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await makeKey(shop, "products:read", "products:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor).products.staff.brands;
  const shopper = () => shop.as({ kind: "anonymous" }).products;
  const named = async (q: string) => (await staff().list({ q })).items;

  it("are made once by the products that name them, and shown with them", async () => {
    const [one] = await Promise.all(
      ["a", "b", "c"].map((slug) =>
        addProduct(shop, { slug: `kiln-${slug}`, vendor: "Kiln & Co" }),
      ),
    );
    const [brand, ...more] = await named("kiln");
    expect(more).toEqual([]);
    expect(brand).toMatchObject({ slug: "kiln-co", name: "Kiln & Co", product_count: 3 });
    const product = await shopper().get({ id: one?.productId ?? "" });
    expect(product).toMatchObject({
      vendor: "Kiln & Co",
      brand: { slug: "kiln-co", name: "Kiln & Co" },
    });
    const unbranded = await addProduct(shop);
    expect((await shopper().get({ id: unbranded.slug })).brand).toBeNull();
    await addProduct(shop, { vendor: "Kiln & Co", status: "draft" });
    expect(await shopper().brand({ slug: "kiln-co" })).toMatchObject({ product_count: 3 });
  });

  it("take their new name to their products and to the search", async () => {
    const { slug, productId } = await addProduct(shop, { title: "Bowl", vendor: "Oldname" });
    const [brand] = await named("oldname");
    const id = brand?.id ?? "";
    const renamed = await staff().update({ id, name: "Freshname", slug: "freshname" });
    expect(renamed).toMatchObject({ name: "Freshname", slug: "freshname", product_count: 1 });
    expect(await shopper().get({ id: slug })).toMatchObject({
      vendor: "Freshname",
      brand: { slug: "freshname", name: "Freshname" },
    });
    const found = async (q: string) => (await shopper().list({ q })).items.map((item) => item.id);
    expect(await found("freshname")).toEqual([productId]);
    expect(await found("oldname")).not.toContain(productId);
    expect(await shopper().brand({ slug: "oldname" })).toMatchObject({ slug: "freshname" });
    const [act] = await actsOf(shop, { action: "brand.updated", subjectId: id });
    expect(act?.details).toMatchObject({ name: "Freshname", renamed: true });
    const told = await shop.test.database.system
      .select()
      .from(events)
      .where(and(eq(events.storeId, shop.store.id), eq(events.subjectId, id)));
    expect(told.map(({ type }) => type)).toEqual(["brand.updated"]);
  });

  it("are renamed at the same cost with many products as with one, a search engine told of each", async () => {
    const never = (): Promise<never> => Promise.reject(new Error("nobody asks the engine here"));
    const engine = { find: never, put: never, remove: never, hasIndex: never, rebuild: never };
    const ctx = () => shop.ctx({ ports: { ...shop.ctx().ports, searchEngine: engine } });
    const cost = async (name: string, products: number) => {
      for (let i = 0; i < products; i += 1) await addProduct(shop, { vendor: name });
      const [brand] = await named(name);
      const id = brand?.id ?? "";
      const { statements } = await statementsOf(() => update(ctx(), { id, name: `New ${name}` }));
      return statements.length;
    };
    // The first one learns the word "new", too.
    await cost("First", 1);
    expect(await cost("Several", 4)).toBe(await cost("Single", 1));
    const told = await shop.test.database.system
      .select()
      .from(events)
      .where(and(eq(events.storeId, shop.store.id), eq(events.type, "search.document_changed")));
    expect(new Set(told.map(({ subjectId }) => subjectId)).size).toBe(6);
  });

  it("keep what a change leaves out, and refuse a name that another has", async () => {
    const made = await staff().create({
      name: "Distinct",
      description: "Made by two.",
      logo_url: "/logo.svg",
      seo: { title: "Distinct", description: "" },
    });
    expect(await staff().update({ id: made.id, description: "By three." })).toMatchObject({
      name: "Distinct",
      slug: "distinct",
      description: "By three.",
      logo_url: "/logo.svg",
      seo: { title: "Distinct", description: "" },
    });
    const other = await staff().create({ name: "Other" });
    for (const change of [{ name: "Distinct" }, { slug: "distinct" }]) {
      const [field = ""] = Object.keys(change);
      const refused = {
        cause: { reason: "brand_exists", fields: { [field]: [expect.any(String)] } },
      };
      await expect(staff().update({ id: other.id, ...change })).rejects.toMatchObject(refused);
      await expect(staff().create({ name: "New", ...change })).rejects.toMatchObject(refused);
    }
  });

  it("go only when no product has them", async () => {
    await addProduct(shop, { vendor: "Needed", status: "draft" });
    const [needed] = await named("needed");
    await expect(staff().remove({ id: needed?.id ?? "" })).rejects.toMatchObject({
      cause: { reason: "brand_in_use" },
    });
    const spare = await staff().create({ name: "Spare" });
    await staff().update({ id: spare.id, slug: "spare-2" });
    await staff().remove({ id: spare.id });
    for (const slug of ["spare", "spare-2"]) {
      await expect(shopper().brand({ slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await actsOf(shop, { action: "brand.deleted", subjectId: spare.id })).toHaveLength(1);
  });

  it("are listed by name, page by page, at one statement a page", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shopper().brands({ limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen.length).toBeGreaterThan(4);
    const counted = await statementsOf(() => shopper().brands({ limit: 100 }));
    expect(counted.statements).toHaveLength(1);
    expect(counted.result.items.map(({ name }) => name)).toEqual(seen);
  });

  it("are nobody's without the permission, and another store's not at all", async () => {
    const { id } = await staff().create({ name: "Own" });
    const reader = shop.as((await makeKey(shop, "products:read")).actor).products.staff.brands;
    const stranger = shop.as((await makeKey(shop, "orders:read")).actor).products.staff.brands;
    const next = await openNeighbour(shop);
    const abroad = next.as((await registerStaff(next, "owner")).actor).products.staff.brands;
    expect((await reader.list({ q: "own" })).items).toHaveLength(1);
    await expect(stranger.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(reader.create({ name: "X" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const act of [
      (who: typeof reader) => who.update({ id, name: "Theirs" }),
      (who: typeof reader) => who.remove({ id }),
    ]) {
      await expect(act(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(act(abroad)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await abroad.list({})).items).toEqual([]);
  });
});
