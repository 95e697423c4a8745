/** What every answer has in common: errors, headers, cookies, identifiers, logs. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { echoRouter } from "./support/echo-router.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

let server: TestServer;
const lines: string[] = [];
beforeAll(async () => {
  server = await openServer({
    router: echoRouter,
    environment: { LOG_LEVEL: "info" },
    logTo: { write: (line) => void lines.push(line) },
  });
});
afterAll(() => server.close());

const json = async (path: string, init?: RequestInit) => {
  const response = await server.fetch(path, init);
  return { response, body: await told(response) };
};

describe("errors", () => {
  test("are problem details, and tell their request", async () => {
    const { response, body } = await json("/api/v1/items/?size=x");
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(body).toEqual({
      type: "/problems/invalid_input",
      title: "Bad Request",
      status: 400,
      detail: "Invalid input.",
      code: "invalid_input",
      request_id: response.headers.get("x-request-id"),
      errors: { size: [expect.any(String)] },
      size: [expect.any(String)],
    });
    expect((await json(body.type)).body.code).toBe("invalid_input");
  });

  test("a bug tells nothing but its request id, on both faces", async () => {
    for (const path of ["/api/v1/bug/", "/trpc/bug"]) {
      const response = await server.fetch(path);
      expect(response.status).toBe(500);
      const text = await response.text();
      if (path.startsWith("/api")) expect(text).not.toMatch(/secret detail|select|\.ts/);
    }
    const logged = lines.find((line) => line.includes("secret detail")) ?? "{}";
    expect(JSON.parse(logged)).toMatchObject({ level: "error", msg: "bug" });
  });

  test("a field that has a member's name stands under errors only", async () => {
    const { response, body } = await json("/api/v1/limited/");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("42");
    expect(body).toMatchObject({
      detail: "Slow down.",
      code: "slow_down",
      email: ["Too often."],
      non_field_errors: ["No."],
      errors: { detail: ["collides"], email: ["Too often."], non_field_errors: ["No."] },
    });
    const trpc = await server.fetch("/trpc/limited,limited?batch=1");
    expect(trpc.headers.get("retry-after")).toBe("42");
  });

  test("401 names the scheme", async () => {
    for (const path of ["/api/v1/away/", "/trpc/away"]) {
      const response = await server.fetch(path);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
    }
  });

  test.each(["/nothing", "/nothing.js", "/media/nothing.svg", "/dev/nothing", "/%ff"])(
    "%s is a problem as well",
    async (path) => {
      const { response, body } = await json(path);
      expect(response.status).toBe(body.status);
      expect([400, 404]).toContain(body.status);
    },
  );

  test("no path leads out of a folder", async () => {
    for (const path of [
      "/media/../secret-key",
      "/media/%2e%2e/secret-key",
      "/media/..%2fsecret-key",
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 .*application\/problem\+json/s);
    }
  });

  test("what is no HTTP is answered and cut off", async () => {
    const answer = await raw(
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("headers", () => {
  test("of an API answer are the strictest", async () => {
    const { headers } = await server.fetch("/api/v1/items/");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("a request id is given, or taken over when it is harmless", async () => {
    const id = async (offered?: string) => {
      const headers = offered === undefined ? {} : { "X-Request-Id": offered };
      return (await server.fetch("/livez", { headers })).headers.get("x-request-id");
    };
    expect(await id()).toMatch(/^[0-9a-f]{24}$/);
    expect(await id("trace-1234.abc_X")).toBe("trace-1234.abc_X");
    expect(await id("short")).not.toBe("short");
    expect(await id("bad id with spaces")).toMatch(/^[0-9a-f]{24}$/);
  });

  test("large answers travel compressed, small ones do not", async () => {
    const small = await raw(
      "GET /api/v1/items/ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
    );
    expect(small).not.toMatch(/content-encoding/i);
    const big = await server.fetch("/api/v1/big/", { headers: { "Accept-Encoding": "br" } });
    expect(big.headers.get("content-encoding")).toBe("br");
    expect((await told<{ text: string }>(big)).text).toHaveLength(10_000);
    const zipped = await server.fetch("/api/v1/big/", { headers: { "Accept-Encoding": "gzip" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
  });
});

describe("what a call knows of its caller", () => {
  test("the headers that mean something, cut to size", async () => {
    const { body } = await json("/api/v1/context/", {
      headers: {
        "User-Agent": "u".repeat(500),
        "Cart-Token": "cart-1",
        "Idempotency-Key": "key-1",
        "X-Forwarded-For": "203.0.113.9",
        "X-Real-IP": "203.0.113.9",
      },
    });
    expect(body).toEqual({
      id: expect.any(String),
      ip: "127.0.0.1",
      userAgent: "u".repeat(400),
      cartToken: "cart-1",
      idempotencyKey: "key-1",
      locale: null,
      actor: "anonymous",
      frozen: true,
    });
  });

  test("a bad bearer token is known to be bad, a foreign scheme is no credential", async () => {
    const actorOf = async (authorization: string) =>
      (await json("/api/v1/context/", { headers: { Authorization: authorization } })).body["actor"];
    expect(await actorOf("Bearer nonsense")).toBe("rejected");
    expect(await actorOf("bearer")).toBe("rejected");
    expect(await actorOf("Basic abc")).toBe("anonymous");
  });

  test("a repeated answer and a session are told by headers", async () => {
    const { headers } = await server.fetch("/api/v1/replayed/", { method: "POST" });
    expect(headers.get("idempotency-replayed")).toBe("true");
    expect(headers.get("set-cookie")).toBe(
      "souk_session=s3cret; Path=/; Expires=Tue, 01 Jan 2030 00:00:00 GMT; HttpOnly; SameSite=Lax",
    );
    const trpc = await server.fetch("/trpc/replayed", { method: "POST" });
    expect(trpc.headers.get("idempotency-replayed")).toBe("true");
    expect(trpc.headers.get("set-cookie")).toContain("HttpOnly");
  });
});

describe("the log", () => {
  test("is one JSON object a line, and holds no secret", async () => {
    await server.fetch("/api/v1/use-up/s3cret-token/?unknown=s3cret-query", {
      headers: {
        Authorization: "Bearer s3cret-bearer",
        Cookie: "souk_session=s3cret-cookie",
        "Cart-Token": "s3cret-cart",
        "X-Request-Id": "request-4711",
      },
    });
    const own = () => lines.find((line) => line.includes("request-4711"));
    await expect.poll(own).toBeDefined();
    expect(lines.join("")).not.toContain("s3cret");
    expect(JSON.parse(own() ?? "{}")).toMatchObject({
      level: "info",
      request_id: "request-4711",
      method: "GET",
      route: "GET /api/v1/use-up/{id}/",
      status: 400,
      ip: "127.0.0.1",
      ms: expect.any(Number),
    });
  });
});

test("beyond its measure the server refuses early, and still says that it lives", async () => {
  const busy = await openServer({
    router: echoRouter,
    environment: { MAX_CONCURRENT_REQUESTS: "1" },
  });
  const socket = connect(busy.port, "127.0.0.1");
  socket.write(
    "POST /api/v1/items/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
  );
  await expect.poll(async () => (await busy.fetch("/api/v1/items/")).status).toBe(503);
  const refused = await busy.fetch("/api/v1/items/");
  expect(refused.headers.get("retry-after")).toBe("1");
  expect((await busy.fetch("/livez")).status).toBe(200);
  expect((await busy.fetch("/readyz")).status).toBe(200);
  socket.destroy();
  await busy.close();
});

test("in production the cookie is bound to the host, and the mailbox is not there", async () => {
  const production = await openServer({
    router: echoRouter,
    environment: {
      SOUK_ENV: "production",
      SECRET_KEY: "9Vd3kq0mYw7Lr2Tz8Xb5Nc1Hs6Fj4Pg0",
      PUBLIC_URL: "https://shop.example",
      ALLOW_SQLITE_IN_PRODUCTION: "true",
      MAIL_DISABLED: "true",
      LOG_LEVEL: "silent",
    },
  });
  const answer = await production.fetch("/api/v1/replayed/", { method: "POST" });
  expect(answer.headers.get("set-cookie")).toMatch(
    /^__Host-souk_session=.*; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
  for (const path of ["/dev/mailbox", "/dev/mailbox/messages"]) {
    expect((await production.fetch(path)).status).toBe(404);
  }
  await production.close();
});

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}
