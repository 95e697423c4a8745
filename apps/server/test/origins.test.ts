/** Which pages may read, and for which a browser's cookie vouches. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { echoRouter } from "./support/echo-router.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openServer({
    router: echoRouter,
    environment: { CORS_ALLOWED_ORIGINS: "https://app.example" },
  });
});
afterAll(() => server.close());

const from = (origin: string, init: RequestInit = {}) =>
  server.fetch("/api/v1/items/", { ...init, headers: { ...init.headers, Origin: origin } });

test("one on the list may read, with credentials", async () => {
  const { headers } = await from("https://app.example");
  expect(headers.get("access-control-allow-origin")).toBe("https://app.example");
  expect(headers.get("access-control-allow-credentials")).toBe("true");
  expect(headers.get("access-control-expose-headers")).toBe(
    "X-Request-Id,Retry-After,RateLimit,RateLimit-Policy,Idempotency-Replayed",
  );
  expect(headers.get("vary")).toContain("Origin");
});

test("none other may", async () => {
  for (const origin of ["https://evil.example", "https://app.example.evil.example", "null"]) {
    const { headers } = await from(origin);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  }
});

test("a preflight is answered with 204", async () => {
  const asks = { "Access-Control-Request-Method": "POST" };
  for (const path of ["/api/v1/items/", "/trpc/create"]) {
    const headers = { Origin: "https://app.example", ...asks };
    const response = await server.fetch(path, { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(response.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
  }
});

const write = (headers: Record<string, string>, path = "/api/v1/items/") =>
  server.fetch(path, {
    method: "POST",
    body: '{"name":"a"}',
    headers: { "Content-Type": "application/json", Cookie: "souk_session=x", ...headers },
  });

test("a cookie vouches for a write of our own pages only", async () => {
  expect((await write({})).status).toBe(201);
  expect((await write({ Origin: "https://app.example" })).status).toBe(201);
  expect((await write({ Origin: server.url })).status).toBe(201);
  expect((await write({ Origin: server.config.publicUrl })).status).toBe(201);
  expect(
    (await write({ Origin: "https://app.example", "Sec-Fetch-Site": "cross-site" })).status,
  ).toBe(201);
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
  ]) {
    const response = await write(headers);
    expect(response.status).toBe(403);
    expect((await told(response)).code).toBe("origin_not_allowed");
  }
  const trpc = await write({ Origin: "https://evil.example" }, "/trpc/create");
  expect(trpc.status).toBe(403);
  expect(await told<TrpcAnswer>(trpc)).toHaveProperty("error");
});

test("so it does for a GET that changes something, and not for one that reads", async () => {
  const headers = { Origin: "https://evil.example", Cookie: "souk_session=x" };
  expect((await server.fetch("/api/v1/use-up/1/", { headers })).status).toBe(403);
  expect((await server.fetch("/api/v1/items/", { headers })).status).toBe(200);
});

test("a bearer token is sent on purpose, from wherever", async () => {
  const headers = { Origin: "https://evil.example", Authorization: "Bearer x" };
  expect((await write(headers)).status).toBe(201);
});
