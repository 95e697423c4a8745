/** The login limits, whoever is asked: either face, any node, before and after a restart. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engines, openTestDatabase, type TestDatabase } from "@souk/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type RunningProcess, readyAt, startProcess } from "./support/start-process.ts";

// Some tests start whole processes, and the machine may be busy.
vi.setConfig({ testTimeout: 240_000 });

const PASSWORD = "SecurePass123";
const MESSAGE = "Too many failed login attempts. Please try again later.";

const postTo = (url: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const faces = {
  REST: (url: string, body: object, headers?: Record<string, string>) =>
    postTo(url, "/api/v1/auth/login/", body, headers),
  tRPC: (url: string, body: object, headers?: Record<string, string>) =>
    postTo(url, "/trpc/authentication.login", body, headers),
} as const;

describe.each(engines)("several nodes on %s", (engine) => {
  let folder: string;
  let database: TestDatabase;
  const started: RunningProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "souk-nodes-"));
    database = await openTestDatabase(engine, { sqlite: "file", empty: true });
  });
  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      child.kill("SIGKILL");
      await ended;
    }
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (): RunningProcess => {
    const running = startProcess({
      ...{ SOUK_ENV: "testing", PORT: "0", SOUK_DATA_DIR: folder, DATABASE_URL: database.url },
      // All nodes of a shop share their secret.
      ...{ SECRET_KEY: "9Vd3kq0mYw7Lr2Tz8Xb5Nc1Hs6Fj4Pg0", TRUSTED_PROXY_HOPS: "1" },
    });
    started.push(running);
    return running;
  };

  test("count failures together, over both faces and a restart", async () => {
    const first = start();
    const [one, two] = [await readyAt(first), await readyAt(start())];
    const email = "nora@example.com";
    const names = { username: "nora", first_name: "Nora", last_name: "Naciri" };
    const passwords = { password: PASSWORD, password_confirm: PASSWORD };
    await postTo(one, "/api/v1/auth/register/", { email, ...names, ...passwords });
    const token = tokenIn(await mailedLink(one, email));
    expect((await fetch(`${two}/api/v1/auth/verify-email/${token}/`)).status).toBe(200);

    let clients = 0;
    const login = (face: keyof typeof faces, url: string, password: string) => {
      clients += 1;
      const from = { "X-Forwarded-For": `10.9.0.${clients}` };
      return faces[face](url, { email, password }, from);
    };
    expect((await login("REST", one, "wrong")).status).toBe(400);
    expect((await login("tRPC", two, "wrong")).status).toBe(400);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const three = await readyAt(start());
    expect((await login("REST", three, "wrong")).status).toBe(400);
    for (const url of [two, three]) {
      for (const face of ["REST", "tRPC"] as const) {
        const refused = await login(face, url, PASSWORD);
        expect(refused.status).toBe(429);
        expect(await refused.text()).toContain(MESSAGE);
        expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(700);
      }
    }
  });

  test("let five tries of one client through, however they share them out", async () => {
    const urls = [await readyAt(start()), await readyAt(start())];
    const from = { "X-Forwarded-For": "10.9.1.1" };
    const tries = Array.from({ length: 16 }, (_, i) => {
      const face = i % 2 === 0 ? faces.REST : faces.tRPC;
      const body = { email: `guess${i}@example.com`, password: "wrong" };
      return face(urls[Math.floor(i / 2) % 2] ?? "", body, from);
    });
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(11);
  });
});

describe.each(engines)("a client on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ engine });
  });
  afterAll(() => server.close());

  test("has used up its tries with one batch", async () => {
    const tries = Array.from({ length: 8 }, (_, i) => ({
      email: `batch${i}@example.com`,
      password: "wrong",
    }));
    const names = tries.map(() => "authentication.login").join(",");
    const answer = await postTo(server.url, `/trpc/${names}?batch=1`, { ...tries });
    const parts = (await answer.json()) as { error: { data: { httpStatus: number } } }[];
    const statuses = parts.map(({ error }) => error.data.httpStatus);
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });

  test("is no other one by the headers that it sends, on either face", async () => {
    for (let i = 0; i < 5; i++) {
      await faces.REST(server.url, { email: `once${i}@example.com`, password: "wrong" });
    }
    for (const name of ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP"]) {
      for (const face of Object.values(faces)) {
        const headers = { [name]: name === "Forwarded" ? "for=10.9.2.1" : "10.9.2.1" };
        const body = { email: "somebody.else@example.com", password: "wrong" };
        expect((await face(server.url, body, headers)).status, name).toBe(429);
      }
    }
  });
});
