/** Filters, collections and languages of the demo store, over REST and tRPC. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoStore } from "../src/commands/seed.ts";
import { openServer, type TestServer } from "./support/open-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  await seedDemoStore(server.services, () => undefined);
});
afterAll(() => server.close());

interface Page {
  readonly items: readonly { readonly slug: string; readonly title: string }[];
}

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await server.fetch(`/api/v1${path}`, { headers });
  return { response, body: JSON.parse(await response.text()) };
};

const byTrpc = async (name: string, input: object, headers: Record<string, string> = {}) => {
  const path = `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await server.fetch(path, { headers });
  return JSON.parse(await response.text());
};

describe("attributes", () => {
  test("filter alike on both faces", async () => {
    const attributes = ["material:Stoneware", "capacity_ml:200..400"];
    const query = attributes.map((text) => `attributes=${encodeURIComponent(text)}`).join("&");
    const { response, body } = await get(`/products/?${query}&limit=50`);
    expect(response.status).toBe(200);
    expect(body.items.length).toBeGreaterThan(2);
    const { result } = await byTrpc("products.list", { attributes, limit: 50 });
    expect(result.data).toEqual(body);
    const facets = (await get(`/product-facets/?${query}`)).body;
    expect(facets.total).toBe(body.items.length);
    for (const { slug } of (body as Page).items) {
      const { attributes: own } = (await get(`/products/${slug}/`)).body;
      const of = (code: string) => own.find((one: { code: string }) => one.code === code)?.value;
      expect(of("material")).toContain("Stoneware");
      expect(of("capacity_ml")).toBeGreaterThanOrEqual(200);
      expect(of("capacity_ml")).toBeLessThanOrEqual(400);
    }
  });

  test("that are unknown are refused alike, by name", async () => {
    const fields = { "attributes.0": [expect.stringContaining("volts")] };
    const { response, body } = await get("/products/?attributes=volts:230");
    expect([response.status, body.code, body.errors]).toEqual([400, "attribute_unknown", fields]);
    const { error } = await byTrpc("products.facets", { attributes: ["volts:230"] });
    expect(error.data).toMatchObject({ reason: "attribute_unknown", fields });
  });

  test("of the demo store are facets of a good part of it", async () => {
    const { body } = await get("/product-facets/");
    const counts = Object.fromEntries(
      body.attributes.map(({ code, count }: { code: string; count: number }) => [code, count]),
    );
    expect(counts["material"]).toBeGreaterThan(body.total / 2);
    expect(counts["colour"]).toBeGreaterThan(body.total / 3);
    expect(counts["capacity_ml"]).toBeGreaterThan(10);
    expect(counts["garment_size"]).toBeGreaterThan(3);
  });
});

describe("collections", () => {
  test("are listed with what is in them", async () => {
    const { body } = await get("/collections/");
    const slugs = (body as Page).items.map(({ slug }) => slug);
    expect(slugs).toEqual(["front-window", "gifts-under-50", "just-in"]);
    for (const slug of slugs) {
      const { items } = (await get(`/products/?collection=${slug}`)).body as Page;
      expect(items.length, slug).toBeGreaterThan(5);
      expect((await get(`/collections/${slug}/`)).body.slug).toBe(slug);
    }
    const missing = await get("/products/?collection=none");
    expect([missing.response.status, missing.body.code]).toEqual([404, "collection_not_found"]);
  });
});

describe("an answer", () => {
  test.each([
    ["fr-CA, en;q=0.5", "fr"],
    ["de, fr;q=0.3, en;q=0.2", "fr"],
    ["en-GB, fr;q=0.9", "en"],
    ["fr;q=0, en", "en"],
    ["de", "en"],
    ["*", "en"],
    ["nonsense;;q", "en"],
  ])("to %s is in %s, and says so", async (accepted, locale) => {
    const { response, body } = await get("/products/tide-mug/", { "Accept-Language": accepted });
    expect(body.title).toBe(locale === "fr" ? "Mug Marée" : "Tide Mug");
    expect(response.headers.get("content-language")).toBe(locale);
    expect(response.headers.get("vary")?.toLowerCase()).toContain("accept-language");
    const { result } = await byTrpc(
      "products.get",
      { id: "tide-mug" },
      { "Accept-Language": accepted },
    );
    expect(result.data.title).toBe(body.title);
  });

  test("in a language that the address names is so whatever the header says, and has an ETag of its own", async () => {
    const headers = { "Accept-Language": "en" };
    const { response, body } = await get("/products/tide-mug/?locale=fr", headers);
    expect(body.title).toBe("Mug Marée");
    expect(response.headers.get("content-language")).toBe("fr");
    const english = await get("/products/tide-mug/", headers);
    expect(english.response.headers.get("etag")).not.toBe(response.headers.get("etag"));
    const wrong = await get("/products/?locale=not_a_tag");
    expect([wrong.response.status, Object.keys(wrong.body.errors)]).toEqual([400, ["locale"]]);
  });

  test("of categories, facets and search is translated too", async () => {
    const { body: categories } = await get("/categories/?locale=fr");
    const names = categories.items.map(({ name }: { name: string }) => name);
    expect(names).toContain("Mugs & tasses");
    expect((await get("/categories/mugs-and-cups/?locale=fr")).body.name).toBe("Mugs & tasses");
    const { body: found } = await get(`/products/?q=${encodeURIComponent("théière crécerelle")}`);
    expect((found as Page).items[0]?.slug).toBe("kestrel-teapot");
  });
});
