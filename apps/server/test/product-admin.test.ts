/** Products under their staff's hands over HTTP: status codes, fields by their names, what shoppers then see. */
import { access, permissions } from "@souk/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type Problem, told } from "./support/told.ts";

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await openServer();
  const actor = {
    kind: "api_key" as const,
    keyId: "set-up",
    name: "Set-up",
    permissions: new Set(permissions),
  };
  const input = {
    name: "Keeper",
    permissions: ["products:read" as const, "products:write" as const],
    expires_at: null,
  };
  const made = await access.createApiKey({ ...server.services.systemContext(), actor }, input);
  key = made.key;
});
afterAll(() => server.close());

interface Shown {
  readonly id: string;
  readonly version: string;
  readonly slug: string;
  readonly [field: string]: unknown;
}

const call = (method: string, path: string, body?: object, token = key) =>
  server.fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const make = async (body: object) => {
  const answer = await call("POST", "/admin/products/", { variants: [{ price: 900 }], ...body });
  expect(answer.status).toBe(201);
  return told<Shown>(answer);
};

test("a product is made, read, rewritten, published, binned and brought back", async () => {
  const made = await make({ title: "Ember Bowl", custom_fields: { country_of_origin: "PT" } });
  const path = `/admin/products/${made.id}/`;
  expect(await told(await call("GET", path))).toEqual(made);
  const input = {
    version: made.version,
    title: "Ember Bowl",
    slug: "bowl",
    variants: [{ price: 1 }],
  };
  const rewritten = await call("PUT", path, input);
  expect(rewritten.status).toBe(200);
  const stale = await call("PUT", path, input);
  expect([stale.status, (await told<Problem>(stale)).code]).toEqual([409, "product_changed"]);
  const published = await call("PUT", `${path}status/`, { status: "active" });
  expect(await told(published)).toMatchObject({ is_published: true });
  for (const slug of ["bowl", "ember-bowl"]) {
    const shown = await call("GET", `/products/${slug}/`, undefined, "");
    expect(shown.status).toBe(200);
    expect(await told(shown)).toMatchObject({ slug: "bowl", custom_fields: {} });
  }
  expect((await call("DELETE", path)).status).toBe(204);
  expect((await call("GET", "/products/bowl/", undefined, "")).status).toBe(404);
  expect((await call("POST", `${path}restore/`)).status).toBe(200);
  const copy = await call("POST", `${path}duplicate/`, {});
  expect([copy.status, (await told<Shown>(copy)).slug]).toEqual([201, "ember-bowl-copy"]);
});

test("a refusal names the field as it was sent", async () => {
  const refused = [
    [{ title: "X" }, "variants"],
    [{ title: "X", variants: [{ price: -1 }] }, "variants.0.price"],
    [{ title: "X", variants: [{ price: 1, barcode: "4006381333932" }] }, "variants.0.barcode"],
    [{ title: "X", variants: [{ price: 1 }], custom_fields: { shoe: 1 } }, "custom_fields.shoe"],
    [{ title: "X", variants: [{ price: 1 }], category: "none" }, "category"],
  ] as const;
  for (const [body, field] of refused) {
    const answer = await call("POST", "/admin/products/", body);
    expect(answer.status, field).toBe(400);
    expect(Object.keys((await told<Problem>(answer)).errors), field).toEqual([field]);
  }
  const { slug } = await make({ title: "Taken" });
  const taken = await call("POST", "/admin/products/", {
    title: "X",
    slug,
    variants: [{ price: 1 }],
  });
  expect([taken.status, Object.keys((await told<Problem>(taken)).errors)]).toEqual([409, ["slug"]]);
});

test("bulk changes answer 200 and tell of each row", async () => {
  const { id } = await make({ title: "In bulk" });
  const answer = await call("POST", "/admin/products/bulk/", {
    operations: [
      { action: "set_category", id, category: "none" },
      { action: "set_status", id, status: "active" },
    ],
  });
  expect(answer.status).toBe(200);
  expect(await told(answer)).toEqual({
    items: [
      {
        id,
        ok: false,
        error: {
          code: "category_unknown",
          message: expect.any(String),
          fields: { category: [expect.any(String)] },
        },
      },
      { id, ok: true, error: null },
    ],
  });
});

test("brands are pages for shoppers and rows for staff", async () => {
  await make({ title: "Branded", vendor: "Ember & Oak", status: "active" });
  const { items } = await told<{ items: Shown[] }>(await call("GET", "/admin/brands/?q=ember"));
  const [brand] = items;
  const renamed = await call("PATCH", `/admin/brands/${brand?.id}/`, { slug: "ember" });
  expect([renamed.status, (await told<Shown>(renamed)).slug]).toEqual([200, "ember"]);
  const shown = await call("GET", "/brands/ember-oak/", undefined, "");
  expect(await told(shown)).toMatchObject({ slug: "ember", product_count: 1 });
  expect((await call("DELETE", `/admin/brands/${brand?.id}/`)).status).toBe(409);
  const spare = await told<Shown>(await call("POST", "/admin/brands/", { name: "Spare" }));
  expect((await call("DELETE", `/admin/brands/${spare.id}/`)).status).toBe(204);
});

test("custom fields stand in the OpenAPI document", async () => {
  const { components } = await told<{ components: { schemas: Record<string, object> } }>(
    await server.fetch("/api/schema/"),
  );
  expect(components.schemas["ProductCustomFields"]).toMatchObject({
    properties: { country_of_origin: { type: "string" }, care_instructions: { type: "string" } },
  });
  expect(components.schemas["VariantCustomFields"]).toMatchObject({
    properties: { hs_code: { type: "string" } },
  });
});
