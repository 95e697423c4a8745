/**
 * The calls of the document that Souk was ordered by, word for word, against a listening server. They
 * lie in `source-document/` as they were written there.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";

const written = (name: string): string =>
  readFileSync(new URL(`./source-document/${name}.txt`, import.meta.url), "utf8");

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;
type Script = (...values: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => undefined).constructor as new (...source: string[]) => Script;

/** Runs code of the document with these names in its scope; answers the value of `result`. */
const run = (code: string, scope: Readonly<Record<string, unknown>>, result = "undefined") =>
  new AsyncFunction(...Object.keys(scope), `${code}\nreturn ${result};`)(...Object.values(scope));

/** What a page of the document's frontend would do, written down. */
function frontend(server: TestServer) {
  const told: unknown[] = [];
  const stored = new Map<string, string>();
  const fetchHere: Fetch = (path, init) => server.fetch(path, init);
  return {
    told,
    stored,
    scope: {
      fetch: fetchHere,
      localStorage: { setItem: (key: string, value: string) => stored.set(key, value) },
      showEmailVerificationMessage: () => told.push("check your email"),
      redirectToDashboard: () => told.push("dashboard"),
      showRateLimitMessage: (text: string) => told.push(text),
      showLoginError: (text: string) => told.push(text),
      console: { log: (...words: unknown[]) => told.push(words.join(" ")) },
    },
  };
}

describe.each(engines)("the source document's calls on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
  });
  afterAll(() => server.close());

  const post = (path: string, body: object) =>
    server.fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  /** The document's server listens on port 8000; curl is told where that is. */
  const curl = async (name: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const script = `curl() { command curl --silent --show-error --write-out '\\n%{http_code}' --connect-to localhost:8000:127.0.0.1:${server.port} "$@"; }\n${written(name)}`;
    const { stdout } = await promisify(execFile)("bash", ["-c", script]);
    const [, body = "", status] = /^(.*)\n(\d+)$/s.exec(stdout) ?? [];
    return { status: Number(status), body: JSON.parse(body) };
  };

  test("curl registers, verifies by the mailed token, and signs in", async () => {
    const registered = await curl("curl-register");
    expect(registered.status).toBe(201);
    expect(registered.body).toMatchObject({
      message: "Registration successful. Please check your email to verify your account.",
      user: {
        email: "test@example.com",
        username: "testuser",
        first_name: "Test",
        last_name: "User",
      },
    });

    const early = await curl("curl-login");
    expect(early).toMatchObject({
      status: 400,
      body: { non_field_errors: ["User account is not active"] },
    });

    const token = tokenIn(await mailedLink(server.url, "test@example.com"));
    expect((await server.fetch(`/api/v1/auth/verify-email/${token}/`)).status).toBe(200);
    const signedIn = await curl("curl-login");
    expect(signedIn.status).toBe(200);
    expect(signedIn.body).toEqual({
      access: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh: expect.any(String),
      user: expect.objectContaining({ email: "test@example.com", is_verified: true }),
    });
  });

  test("the registration flow runs from the form to the logout", async () => {
    const [form = "", rest = ""] = written("registration-flow").split(/(?=\/\/ 2\. )/);
    const { told, stored, scope } = frontend(server);
    await run(form, scope);
    expect(told).toEqual(["check your email"]);

    const token = tokenIn(await mailedLink(server.url, "user@example.com"));
    const result = "{ user, api: apiResponse.status, out: logoutResponse.status, access, refresh }";
    const done = (await run(rest, { ...scope, token }, result)) as Record<string, unknown>;
    expect(told).toEqual(["check your email", "dashboard"]);
    expect([...stored.keys()]).toEqual(["access_token", "refresh_token"]);
    expect(done).toMatchObject({
      user: { email: "user@example.com", username: "johndoe", phone: "+212600123456" },
      api: 200,
      out: 200,
    });

    const after = await server.fetch("/api/v1/users/me/", {
      headers: { Authorization: `Bearer ${String(done["access"])}` },
    });
    expect(after.status).toBe(401);
    expect((await post("/api/v1/auth/refresh/", { refresh: done["refresh"] })).status).toBe(401);
  });

  test("the error handling finds what it reads", async () => {
    const { told, scope } = frontend(server);
    const code = written("error-handling");
    const handle = (registerResponse: Response, loginResponse: Response) =>
      run(code, { ...scope, registerResponse, loginResponse });
    const register = (more: object) =>
      post("/api/v1/auth/register/", {
        email: "lina@example.com",
        username: "lina",
        password: "SecurePassword123",
        password_confirm: "SecurePassword123",
        first_name: "Lina",
        last_name: "User",
        ...more,
      });
    const fine = await register({});
    expect(fine.status).toBe(201);

    const wrongLogin = () =>
      post("/api/v1/auth/login/", { email: "lina@example.com", password: "WrongPassword123" });
    await handle(await register({ email: "not an address", username: "?" }), await wrongLogin());
    expect(told.splice(0)).toEqual([
      expect.stringMatching(/^Email error: .+/),
      expect.stringMatching(/^Username error: .+/),
      "Invalid email or password",
    ]);

    await wrongLogin();
    await wrongLogin();
    const blocked = await wrongLogin();
    expect(blocked.status).toBe(429);
    expect(Number(blocked.headers.get("retry-after"))).toBeGreaterThan(0);
    await handle(fine, blocked);
    expect(told).toEqual(["Too many failed login attempts. Please try again later."]);
  });

  test("health tells status, database, time and version", async () => {
    const response = await server.fetch("/api/health/");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "healthy",
      database: { status: "connected", engine },
      timestamp: expect.stringMatching(/Z$/),
      version: expect.any(String),
    });
  });

  test("every implemented address of the document answers", async () => {
    const addresses = [
      ["GET", "/api/health/"],
      ["GET", "/api/docs/"],
      ["GET", "/api/redoc/"],
      ["GET", "/api/schema/"],
      ["POST", "/api/v1/auth/register/"],
      ["GET", "/api/v1/auth/verify-email/none/"],
      ["POST", "/api/v1/auth/resend-verification/"],
      ["POST", "/api/v1/auth/login/"],
      ["POST", "/api/v1/auth/logout/"],
      ["POST", "/api/v1/auth/refresh/"],
      ["GET", "/api/v1/products/"],
    ];
    for (const [method = "", path = ""] of addresses) {
      const { status } = await server.fetch(path, { method });
      expect([200, 400], `${method} ${path}`).toContain(status);
    }
  });
});
