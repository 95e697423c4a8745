/** Product types and typed attributes, on both engines. */
import { uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyActor } from "../../kernel/context.ts";
import { addProduct } from "../../testing/catalog.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { makeKey } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";
import * as catalogue from "../service/index.ts";
import type { AttributeValues } from "./contract.ts";

describe.each(engines)("product types on %s", (engine) => {
  let shop: Shop;
  let staff: ApiKeyActor;
  let teapots: string;
  const types = () => shop.as(staff).products.types;
  const save = (slug: string, attributes?: AttributeValues, productType = "Teapot") =>
    addProduct(shop, {
      ...{ slug, productType },
      ...(attributes === undefined ? {} : { attributes }),
    });
  const shown = async (slug: string) => {
    const { attributes } = await catalogue.get(shop.ctx(), { id: slug });
    return Object.fromEntries(attributes.map(({ code, value }) => [code, value]));
  };
  const attributeNamed = async (code: string) => {
    const found = (await types().attributes()).items.find((one) => one.code === code);
    if (found === undefined) throw new Error(`no attribute ${code}`);
    return found;
  };

  beforeAll(async () => {
    shop = await openShop(engine);
    staff = (await makeKey(shop, "products:read", "products:write")).actor;
    teapots = (await types().create({ name: "Teapot" })).id;
    const own = { product_type_id: teapots, is_filterable: true };
    const make = types().createAttribute;
    await make({ ...own, code: "capacity_ml", name: "Capacity", type: "number", unit: "ml" });
    await make({ ...own, code: "glaze", name: "Glaze", type: "choice", choices: ["Ash", "Salt"] });
    await make({
      ...{ ...own, code: "fits", name: "Fits", type: "choices", is_required: true },
      choices: ["Oven", "Dishwasher", "Table"],
    });
    await make({ code: "handmade", name: "Handmade", type: "boolean", position: 9 });
    await make({ code: "maker_note", name: "Note", type: "text", position: 10 });
  });
  afterAll(() => shop.close());

  it("have typed attributes, which a product's page shows in order with name and unit", async () => {
    await save("kestrel", {
      ...{ capacity_ml: 1200.5, glaze: "Ash", fits: ["Table", "Oven"], handmade: false },
      maker_note: " Thrown on a kick wheel ",
    });
    const { attributes } = await catalogue.get(shop.ctx(), { id: "kestrel" });
    expect(attributes).toEqual([
      { code: "capacity_ml", name: "Capacity", type: "number", unit: "ml", value: 1200.5 },
      { code: "fits", name: "Fits", type: "choices", unit: "", value: ["Table", "Oven"] },
      { code: "glaze", name: "Glaze", type: "choice", unit: "", value: "Ash" },
      { code: "handmade", name: "Handmade", type: "boolean", unit: "", value: false },
      ...[{ code: "maker_note", name: "Note", type: "text", unit: "" }].map((note) => ({
        ...note,
        value: "Thrown on a kick wheel",
      })),
    ]);
    const found = await catalogue.list(shop.ctx(), { q: "kick wheel", limit: 5 });
    expect(found.items.map(({ slug }) => slug)).toEqual(["kestrel"]);
  });

  it("refuse what does not fit, naming each attribute, and store nothing of it", async () => {
    const wrong: AttributeValues = {
      ...{ capacity_ml: 0.0005, glaze: "Gold", fits: ["Oven", "Shed"], handmade: "yes" },
      ...{ maker_note: 7, voltage: 230 },
    };
    const refused = { reason: "invalid_input", fields: {} as Record<string, unknown> };
    for (const code of Object.keys(wrong))
      refused.fields[`attributes.${code}`] = [expect.anything()];
    await expect(save("wrong", wrong)).rejects.toMatchObject(refused);
    await expect(save("wrong", {})).rejects.toMatchObject({
      fields: { "attributes.fits": ["This field is required."] },
    });
    await expect(save("wrong", { fits: [] })).rejects.toMatchObject({
      fields: { "attributes.fits": ["This field is required."] },
    });
    await expect(catalogue.get(shop.ctx(), { id: "wrong" })).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("keep what a draft does not speak of, and drop what another type does not have", async () => {
    await save("robin", { capacity_ml: 400, fits: ["Oven"], handmade: true });
    await save("robin");
    expect(await shown("robin")).toEqual({ capacity_ml: 400, fits: ["Oven"], handmade: true });
    await save("robin", { fits: ["Table", "Oven"], capacity_ml: 350 });
    expect(await shown("robin")).toEqual({ capacity_ml: 350, fits: ["Table", "Oven"] });
    await save("robin", { handmade: true, fits: ["Oven"] });
    await save("robin", undefined, "Kettle");
    expect(await shown("robin")).toEqual({ handmade: true });
    const { items } = await types().list();
    expect(items.map(({ name, product_count: n }) => [name, n])).toEqual([
      ["Kettle", 1],
      ["Teapot", 1],
    ]);
  });

  it("say that nothing changed when the same values come again", async () => {
    const draft = {
      ...{ slug: "wren", title: "Wren", productType: "Teapot", variants: [{ price: 100 }] },
      attributes: { fits: ["Oven", "Table"], capacity_ml: 250 },
    };
    expect(await catalogue.saveProduct(shop.ctx(), draft)).toBe("created");
    expect(await catalogue.saveProduct(shop.ctx(), draft)).toBe("unchanged");
    const turned = { ...draft, attributes: { ...draft.attributes, fits: ["Table", "Oven"] } };
    expect(await catalogue.saveProduct(shop.ctx(), turned)).toBe("updated");
  });

  it("make a new type of one name once, also for products that are saved at the same time", async () => {
    await Promise.all([1, 2, 3, 4].map((i) => save(`jug-${i}`, undefined, "Jug")));
    const { items } = await types().list();
    expect(items.filter(({ name }) => name === "Jug").map(({ product_count: n }) => n)).toEqual([
      4,
    ]);
  });

  it("are renamed with their products, which are found by the new name", async () => {
    const jug = (await types().list()).items.find(({ name }) => name === "Jug");
    await types().update({ id: jug?.id ?? "", name: "Pitcher" });
    const { product_type: name } = await catalogue.get(shop.ctx(), { id: "jug-1" });
    expect(name).toBe("Pitcher");
    const found = async (q: string) => (await catalogue.list(shop.ctx(), { q, limit: 9 })).items;
    expect(await found("pitcher")).toHaveLength(4);
    expect((await found("jug")).map(({ slug }) => slug)).not.toContain("jug-1");
    const taken = { code: "CONFLICT", cause: { reason: "name_taken" } };
    await expect(types().update({ id: jug?.id ?? "", name: "Teapot" })).rejects.toMatchObject(
      taken,
    );
    await expect(types().create({ name: "Teapot" })).rejects.toMatchObject(taken);
  });

  it("refuse a change that values would not fit, naming the field and how many products", async () => {
    await save("owl", { fits: ["Dishwasher"], glaze: "Salt" });
    const glaze = await attributeNamed("glaze");
    const inUse = (fields: object) => ({
      code: "CONFLICT",
      cause: { reason: "attribute_in_use", fields },
    });
    await expect(types().updateAttribute({ id: glaze.id, choices: ["Tin"] })).rejects.toMatchObject(
      inUse({ choices: ["2 products have Ash, Salt."] }),
    );
    await expect(types().updateAttribute({ id: glaze.id, choices: ["Ash"] })).rejects.toMatchObject(
      inUse({ choices: ["1 product has Salt."] }),
    );
    await expect(types().updateAttribute({ id: glaze.id, type: "choices" })).rejects.toMatchObject(
      inUse({ type: ["2 products have a value."] }),
    );
    const more = ["Salt", "Ash", "Tin"];
    const changed = await types().updateAttribute({ id: glaze.id, choices: more, name: "Glazing" });
    expect(changed).toMatchObject({ choices: more, name: "Glazing", code: "glaze" });
    const [act] = await actsOf(shop, { action: "attribute.updated", subjectId: glaze.id });
    expect(act?.details).toEqual({ code: "glaze" });
  });

  it("let no choice go while a product is being given it", async () => {
    const { id } = await types().createAttribute({
      ...{ code: "season", name: "Season", type: "choice", choices: ["Spring", "Autumn"] },
    });
    for (let round = 0; round < 5; round++) {
      await types().updateAttribute({ id, choices: ["Spring", "Autumn"] });
      const [saved, removed] = await Promise.allSettled([
        save(`season-${round}`, { season: "Autumn" }, ""),
        types().updateAttribute({ id, choices: ["Spring"] }),
      ]);
      expect([saved.status, removed.status].sort()).toEqual(["fulfilled", "rejected"]);
      if (saved.status === "fulfilled") await save(`season-${round}`, {}, "");
    }
  });

  it("name one meaning by a code, in snake_case", async () => {
    const again = { code: "glaze", name: "Glaze", type: "text" as const };
    await expect(types().createAttribute(again)).rejects.toMatchObject({
      cause: { reason: "code_taken", fields: { code: [expect.any(String)] } },
    });
    for (const code of ["Glaze", "glaze-two", "1st", "a__b", "_a", ""]) {
      await expect(types().createAttribute({ ...again, code })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
    const misfits = [
      { type: "choice" as const },
      { type: "text" as const, choices: ["a"] },
      { type: "text" as const, unit: "ml" },
      { type: "choice" as const, choices: ["a", "a"] },
      { type: "text" as const, product_type_id: uuid7() },
    ];
    for (const misfit of misfits) {
      const input = { code: "other", name: "Other", ...misfit };
      await expect(types().createAttribute(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });

  it("are deleted when no product has them; attributes also with their values, when told so", async () => {
    await expect(types().delete({ id: teapots })).rejects.toMatchObject({
      cause: { reason: "product_type_in_use" },
    });
    const { id } = await attributeNamed("handmade");
    await expect(types().deleteAttribute({ id })).rejects.toMatchObject({
      cause: { reason: "attribute_in_use" },
    });
    await types().deleteAttribute({ id, delete_values: true });
    expect(await shown("robin")).toEqual({});
    const found = async () => {
      const { items } = await catalogue.list(shop.ctx(), { q: "kick wheel", limit: 5 });
      return items.map(({ slug }) => slug);
    };
    const changed = async () =>
      (await shop.as(staff).products.staff.list({ limit: 1, sort: "updated" })).items[0]?.slug;
    expect(await found()).toEqual(["kestrel"]);
    expect(await changed()).not.toBe("kestrel");
    shop.advance(1000);
    const note = await attributeNamed("maker_note");
    await types().deleteAttribute({ id: note.id, delete_values: true });
    expect(await found()).toEqual([]);
    expect(await changed()).toBe("kestrel");
    const { id: empty } = await types().create({ name: "Samovar" });
    await types().createAttribute({
      ...{ code: "taps", name: "Taps", type: "number", product_type_id: empty },
    });
    await types().delete({ id: empty });
    const codes = (await types().attributes()).items.map(({ code }) => code);
    expect(codes).not.toContain("taps");
    await expect(types().get({ id: empty })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
