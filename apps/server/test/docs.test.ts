/** The document is valid and true, and the pages that show it need nobody else's server. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { appRouter } from "@souk/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { proceduresOf } from "../src/http/procedures.ts";
import { packageFolder, serverFolder } from "../src/paths.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

interface Operation {
  operationId: string;
  summary?: string;
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, object>;
}
type Paths = Record<string, Record<string, Operation>>;

let server: TestServer;
interface Document {
  paths: Paths;
  servers: object[];
  components: { schemas: object };
}

let document: Document;

beforeAll(async () => {
  server = await openServer({ environment: { PUBLIC_URL: "https://shop.souk.dev" } });
  document = await told<Document>(await server.fetch("/api/schema/"));
});
afterAll(() => server.close());

const operations = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

const operation = (id: string): Operation => {
  const found = operations().find((one) => one.operation.operationId === id)?.operation;
  if (found === undefined) throw new Error(`${id} is not in the document`);
  return found;
};

describe("the document", () => {
  test("comes as JSON, or as YAML for those who ask", async () => {
    const ask = async (query: string, accept?: string) => {
      const headers = accept === undefined ? {} : { Accept: accept };
      const response = await server.fetch(`/api/schema/${query}`, { headers });
      return { type: response.headers.get("content-type"), text: await response.text() };
    };
    for (const [query, accept] of [
      [""],
      ["", "*/*"],
      ["?format=json", "application/yaml"],
    ] as const) {
      const { type, text } = await ask(query, accept);
      expect(type).toBe("application/json; charset=utf-8");
      expect(JSON.parse(text).openapi).toBe("3.1.0");
    }
    for (const [query, accept] of [
      ["?format=yaml"],
      ["", "application/yaml"],
      ["", "application/vnd.oai.openapi"],
    ] as const) {
      const { type, text } = await ask(query, accept);
      expect(type).toBe("application/yaml; charset=utf-8");
      expect(parse(text)).toEqual(document);
    }
    expect((await server.fetch("/api/schema/?format=xml")).status).toBe(400);
    expect((await server.fetch("/api/schema/", { method: "POST" })).status).toBe(405);
  });

  test("passes redocly's recommended rules without an error or a warning", async () => {
    const folder = await mkdtemp(join(tmpdir(), "souk-docs-"));
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    const cli = join(packageFolder("@redocly/cli"), "bin", "cli.js");
    const config = join(serverFolder, "redocly.yaml");
    const args = [cli, "lint", file, "--config", config, "--format", "json"];
    const environment = {
      ...process.env,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    };
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: environment,
    }).catch((error: { stdout: string }) => error);
    const { totals, problems } = JSON.parse(stdout) as { totals: object; problems: object[] };
    expect(problems).toEqual([]);
    expect(totals).toMatchObject({ errors: 0, warnings: 0 });
    await rm(folder, { recursive: true });
  });

  test("holds every procedure with a REST face, under its name", () => {
    const named = proceduresOf(appRouter).flatMap(({ name, meta: { openapi } }) =>
      openapi === undefined
        ? []
        : [`${openapi.method.toLowerCase()} ${openapi.path} ${name.replaceAll(".", "-")}`],
    );
    const documented = operations().map(
      ({ path, method, operation: { operationId } }) => `${method} ${path} ${operationId}`,
    );
    expect(documented.sort()).toEqual(named.sort());
    expect(documented.length).toBeGreaterThan(20);
  });

  test("is true: what it names answers, and no other method does", async () => {
    for (const [path, item] of Object.entries(document.paths)) {
      const address = `/api${path.replaceAll(/\{.+?\}/g, "none")}`;
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        const { status } = await server.fetch(address, { method });
        const documented = item[method.toLowerCase()];
        if (documented === undefined) {
          expect(status, `${method} ${path}`).toBe(405);
        } else {
          expect(status, `${method} ${path}`).not.toBe(405);
          const known = String(status) in documented.responses;
          expect(known, `${method} ${path} answers ${status}`).toBe(true);
        }
      }
    }
  });

  test("says the success statuses, the security and the headers of each operation", () => {
    expect(Object.keys(operation("authentication-register").responses)[0]).toBe("201");
    expect(operation("users-deleteAddress").responses["204"]).not.toHaveProperty("content");
    expect(operation("core-health").security).toEqual([]);
    expect(operation("users-me").security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(operation("cart-get").security).toEqual([{}, { bearer: [] }, { session: [] }]);
    const headers = (id: string) =>
      (operation(id).parameters ?? []).filter((one) => one.in === "header");
    expect(headers("cart-get")).toMatchObject([{ name: "Cart-Token", required: false }]);
    expect(headers("orders-place")).toMatchObject([
      { name: "Cart-Token" },
      { name: "Idempotency-Key", required: true },
    ]);
    expect(operation("orders-place").responses).toMatchObject({
      409: { $ref: "#/components/responses/Conflict" },
      422: { $ref: "#/components/responses/IdempotencyKeyReused" },
    });
    expect(document.servers).toEqual([{ url: "https://shop.souk.dev/api" }]);
  });

  test("closes every body, and names the shared shapes", () => {
    for (const { operation: one } of operations()) {
      const { content = {} } = one.requestBody ?? {};
      const schema = (content["application/json"] ?? content["multipart/form-data"])?.schema;
      if (schema !== undefined)
        expect(schema, one.operationId).toMatchObject({ additionalProperties: false });
    }
    const names = Object.keys(document.components.schemas);
    expect(names).toEqual(expect.arrayContaining(["Problem", "Order", "Cart", "Money", "User"]));
    expect(names.filter((name) => name.startsWith("error."))).toEqual([]);
  });
});

describe("the pages", () => {
  test.each(["/api/docs/", "/api/docs", "/api/redoc/"])(
    "%s loads its scripts and styles from here alone",
    async (path) => {
      const page = await server.fetch(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-security-policy")).toMatch(
        /default-src 'none'; script-src 'self';/,
      );
      const html = await page.text();
      expect(html).not.toMatch(/https?:\/\//);
      const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, href]) => href ?? "");
      expect(assets.length).toBeGreaterThan(1);
      for (const asset of assets) {
        const { status, headers } = await server.fetch(asset);
        expect(status, asset).toBe(200);
        expect(headers.get("content-type"), asset).toMatch(/text\/(javascript|css)|image\/png/);
      }
      expect(html).not.toMatch(/<script(?! src)/);
    },
  );

  test("ReDoc's bundle asks no other server for its picture", async () => {
    const original = await readFile(
      join(packageFolder("redoc"), "bundles", "redoc.standalone.js"),
      "utf8",
    );
    expect(original).toContain("cdn.redoc.ly");
    const served = await (await server.fetch("/api/redoc/redoc.js")).text();
    expect(served).not.toContain("cdn.redoc.ly");
    expect((await server.fetch("/api/redoc/logo.svg")).headers.get("content-type")).toContain(
      "svg",
    );
  });

  test("nothing else of the packages is served", async () => {
    for (const name of [
      "package.json",
      "index.html",
      "swagger-ui-bundle.js.map",
      "../package.json",
    ]) {
      expect((await server.fetch(`/api/docs/${name}`)).status, name).toBe(404);
    }
  });
});
