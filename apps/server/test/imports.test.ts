/** Imports and exports over HTTP: a file in by REST, worked off beside the requests, and out again. */
import { access, authentication } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

const PASSWORD = "a long enough secret";
const CSV = 'Handle,Title,Variant Price\nmug,"=Mug, ""tall""",12.50\nbowl,Bowl,cheap\n';

interface Job {
  readonly id: string;
  readonly status: string;
}

describe.each(engines)("imports over HTTP on %s", (engine) => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
    const ctx = server.services.systemContext();
    const passwordHash = await authentication.hashPassword(PASSWORD);
    const person = { email: "m@example.com", username: "m", firstName: "M", lastName: "M" };
    await access.appoint(ctx, "manager", { ...person, passwordHash });
    const login = await call("POST", "/auth/login/", { email: person.email, password: PASSWORD });
    token = (await told<{ access: string }>(login)).access;
  });
  afterAll(() => server.close());

  const call = (method: string, path: string, body?: object | string, type?: string) =>
    server.fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": type ?? "application/json" }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });

  test("a file is uploaded, taken in beside the requests, and told of", async () => {
    const path = "/admin/import-files/?file_name=shop.csv";
    const uploaded = await call("POST", path, CSV, "text/csv");
    expect(uploaded.status).toBe(201);
    const { asset_id } = await told<{ asset_id: string }>(uploaded);
    const started = await call("POST", "/admin/imports/", { asset_id, format: "shopify_csv" });
    expect(started.status).toBe(201);
    const { id } = await told<Job>(started);
    const job = await vi.waitFor(async () => {
      const found = await told<Job>(await call("GET", `/admin/imports/${id}/`));
      expect(found.status).toBe("finished");
      return found;
    }, 20_000);
    expect(job).toMatchObject({ file_name: "shop.csv", total: 2, created: 1, refused: 1 });
    const problems = await told(await call("GET", `/admin/imports/${id}/problems/`));
    expect(problems).toMatchObject({ items: [{ row: 3, column: "Variant Price" }] });
  });

  test("the catalogue leaves as a file, its cells harmless, and nobody else gets it", async () => {
    const csv = await call("GET", "/admin/product-export/?format=shopify_csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="products.csv"');
    expect(csv.headers.get("cache-control")).toBe("no-store");
    expect(await csv.text()).toContain(`mug,"'=Mug, ""tall"""`);
    const lines = await call("GET", "/admin/product-export/?format=jsonl");
    const kinds = (await lines.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(["store", "location", "product"]);
    expect((await call("GET", "/admin/product-export/?format=xlsx")).status).toBe(400);
    expect((await server.fetch("/api/v1/admin/product-export/?format=jsonl")).status).toBe(401);
  });

  test("a file that is too large, or of no known type, is refused before it is read", async () => {
    const large = await call("POST", "/admin/import-files/", "x".repeat(33 * 2 ** 20), "text/csv");
    expect(large.status).toBe(413);
    const strange = await call("POST", "/admin/import-files/", "x", "text/html");
    expect(strange.status).toBe(415);
  });
});
