/** The shop itself over HTTP: what may be cached, what stays private, files, mails in time. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const registration = {
  email: "amina@example.com",
  username: "amina",
  password: "SecurePass123",
  password_confirm: "SecurePass123",
  first_name: "Amina",
  last_name: "Alaoui",
};
const asJson = (body: object): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

describe.each(engines)("the shop on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
  });
  afterAll(() => server.close());

  test("the catalogue may be kept, if one asks whether it still holds", async () => {
    for (const path of ["/api/v1/products/?limit=3", "/api/v1/categories/", "/api/v1/store/"]) {
      const { headers } = await server.fetch(path);
      expect(headers.get("cache-control"), path).toBe("public, max-age=0, must-revalidate");
      const tag = headers.get("etag") ?? "";
      expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
      const again = await server.fetch(path, { headers: { "If-None-Match": `"x", ${tag}` } });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(tag);
      expect(await again.text()).toBe("");
      const other = await server.fetch(path, { headers: { "If-None-Match": '"x"' } });
      expect(other.status).toBe(200);
    }
  });

  test("what is personal is never stored", async () => {
    const paths = [
      "/api/v1/cart/",
      "/api/v1/users/me/",
      "/api/health/",
      "/api/v1/payment-methods/",
    ];
    for (const path of paths) {
      const { headers } = await server.fetch(path);
      expect(headers.get("cache-control"), path).toBe("no-store");
    }
  });

  test("a mail follows what it tells of", async () => {
    expect((await server.fetch("/api/v1/auth/register/", asJson(registration))).status).toBe(201);
    expect(await mailedLink(server.url, registration.email)).toMatch(
      /^http:\/\/localhost:8000\/verify-email\/[\w-]+$/,
    );
  });

  test("a browser signs in by a cookie that its own pages alone can use", async () => {
    const token = (await mailedLink(server.url, registration.email)).split("/").at(-1) ?? "";
    const verified = await server.fetch("/api/v1/auth/session/verify-email/", asJson({ token }));
    expect(verified.status).toBe(200);
    const cookie = verified.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^souk_session=[^;]+; .*HttpOnly; SameSite=Lax$/);
    const [Cookie = ""] = cookie.split(";");
    const me = await server.fetch("/api/v1/users/me/", { headers: { Cookie } });
    expect(await me.json()).toMatchObject({ email: registration.email });
    const rename = (Origin: string) =>
      server.fetch("/api/v1/users/me/", {
        method: "PATCH",
        headers: { Cookie, Origin, "Content-Type": "application/json" },
        body: '{"first_name":"Mina"}',
      });
    expect((await rename("https://evil.example")).status).toBe(403);
    expect((await rename(server.url)).status).toBe(200);
    const out = await server.fetch("/api/v1/auth/session/", {
      method: "DELETE",
      headers: { Cookie },
    });
    expect(out.status).toBe(204);
    expect(out.headers.get("set-cookie")).toMatch(/^souk_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await server.fetch("/api/v1/users/me/", { headers: { Cookie } })).status).toBe(401);
  });

  test("both faces tell an error's reason, fields and request", async () => {
    const body = { email: "x", username: "y" };
    const rest = await told(await server.fetch("/api/v1/auth/register/", asJson(body)));
    const trpc = await told<TrpcAnswer>(
      await server.fetch("/trpc/authentication.register", asJson(body)),
    );
    expect(trpc.error.data).toMatchObject({
      httpStatus: rest.status,
      reason: rest.code,
      fields: rest.errors,
      requestId: expect.any(String),
    });
    const refused = await server.fetch("/trpc/core.health", { method: "PUT" });
    expect((await told<TrpcAnswer>(refused)).error.data).toMatchObject({
      reason: "method_not_supported",
      requestId: refused.headers.get("x-request-id"),
    });
  });

  test("a database that goes away is 503 with Retry-After on both faces", async () => {
    const lost = await openServer({ engine });
    await lost.services.database.close();
    const rest = await lost.fetch("/api/v1/products/");
    const trpc = await lost.fetch("/trpc/products.list?input=%7B%7D");
    const mine = await lost.fetch("/api/v1/users/me/", { headers: { Cookie: "souk_session=x" } });
    expect((await lost.fetch("/readyz")).status).toBe(503);
    expect((await lost.fetch("/livez")).status).toBe(200);
    const health = await lost.fetch("/api/health/");
    expect([health.status, (await told(health)).status]).toEqual([503, "unhealthy"]);
    for (const answer of engine === "postgres" ? [rest, trpc, mine] : []) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    await lost.close();
  });
});

describe("files", () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "souk-files-"));
    await mkdir(join(folder, "sample", "assets"), { recursive: true });
    await mkdir(join(folder, "media", "demo"), { recursive: true });
    await writeFile(join(folder, "sample", "index.html"), "<title>The sample</title>");
    await writeFile(join(folder, "sample", "assets", "app-1a2b3c.js"), "console.log(1)");
    await writeFile(join(folder, "sample", "favicon.svg"), "<svg/>");
    await writeFile(
      join(folder, "media", "demo", "vase.svg"),
      "<svg><script>alert(1)</script></svg>",
    );
    server = await openServer({
      environment: { SOUK_SAMPLE_DIR: join(folder, "sample"), SOUK_DATA_DIR: folder },
    });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const browse = (path: string) =>
    server.fetch(path, { headers: { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });

  test.each(["/", "/products/vase", "/verify-email/some.token", "/index.html"])(
    "%s is the sample's page, under a policy of its own",
    async (path) => {
      const { status, headers } = await browse(path.replace(".token", "-token"));
      expect(status).toBe(200);
      expect(headers.get("content-type")).toContain("text/html");
      expect(headers.get("cache-control")).toBe("no-cache");
      const policy = headers.get("content-security-policy");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("img-src 'self' data: https:;");
      expect(policy).not.toContain("unsafe");
    },
  );

  test("built files are kept for ever, others are asked for again", async () => {
    const cached = async (path: string) => (await server.fetch(path)).headers.get("cache-control");
    expect(await cached("/assets/app-1a2b3c.js")).toBe("public, max-age=31536000, immutable");
    expect(await cached("/favicon.svg")).toBe("no-cache");
  });

  test("a missing script, an API address or a write never answers with the page", async () => {
    for (const path of ["/assets/gone.js", "/api/nothing", "/trpc/a/b", "/media/x", "/dev/x"]) {
      expect((await browse(path)).status, path).toBe(404);
    }
    const { status, headers } = await server.fetch("/products", { method: "POST" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("pictures are data only, whatever they contain", async () => {
    const { status, headers } = await server.fetch("/media/demo/vase.svg");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("image/svg+xml");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none';.* sandbox$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("cache-control")).toContain("max-age=2592000");
  });

  test("without a built sample, a plain page says where to go", async () => {
    const bare = await openServer();
    const html = await (await bare.fetch("/")).text();
    expect(html).toContain("Souk is running");
    await bare.close();
  });
});
