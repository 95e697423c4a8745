/** Every operation, as every kind of caller, through both faces: the verdict is the published one. */
import { readFileSync } from "node:fs";
import {
  access,
  appRouter,
  authentication,
  builtInRoles,
  impliedBy,
  type Permission,
  permissionCatalogue,
  permissions,
  users,
} from "@souk/api";
import { apiKeys } from "@souk/db/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MATRIX_FILE, matrixDocument } from "../scripts/permission-matrix.ts";
import { type ProcedureInfo, proceduresOf } from "../src/http/procedures.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "a long enough secret";
const SOME_ID = "01890000-0000-7000-8000-000000000000";
const procedures = proceduresOf(appRouter);
const published = readFileSync(MATRIX_FILE, "utf8");

let server: TestServer;
/** What each caller sends as `Authorization`. */
const credentials = new Map<string, string>();

beforeAll(async () => {
  server = await openServer();
  const ctx = server.services.systemContext();
  const passwordHash = await authentication.hashPassword(PASSWORD);
  const { id } = await users.addUser(ctx, { ...person("customer"), passwordHash, phone: null });
  await users.confirmEmail(ctx, id);
  for (const { slug } of builtInRoles) {
    await access.appoint(ctx, slug, { ...person(slug), passwordHash });
  }
  for (const name of ["customer", ...builtInRoles.map(({ slug }) => slug)]) {
    credentials.set(name, await signIn(person(name).email));
  }
  await makeKey("key for all", holdable);
  for (const permission of holdable) {
    await makeKey(`key with ${permission}`, [permission]);
    await makeKey(
      `key without ${permission}`,
      holdable.filter((other) => other !== permission && other !== impliedBy(permission)),
    );
  }
});
afterAll(() => server.close());

const holdable = permissions.filter((name) => permissionCatalogue[name].forApiKeys);

const person = (name: string) => ({
  ...{ email: `${name}@example.com`, username: name },
  ...{ firstName: "Amina", lastName: "Alaoui" },
});

async function signIn(email: string): Promise<string> {
  const response = await post("/api/v1/auth/login/", { email, password: PASSWORD });
  return `Bearer ${(await told<{ access: string }>(response)).access}`;
}

async function signInAgain(caller: string): Promise<void> {
  if (caller === "anonymous" || caller.startsWith("key")) return;
  credentials.set(caller, await signIn(person(caller).email));
}

const post = (path: string, body: unknown) =>
  server.fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function makeKey(name: string, wanted: readonly Permission[]): Promise<void> {
  const actor = { kind: "api_key", keyId: "", name: "", permissions: new Set(wanted) } as const;
  const input = { name, permissions: [...wanted], expires_at: null };
  const { key } = await access.createApiKey({ ...server.services.systemContext(), actor }, input);
  credentials.set(name, `Bearer ${key}`);
}

/** The row of an operation in the published table, by column. */
function publishedFor({ name }: ProcedureInfo): Readonly<Record<string, boolean>> {
  const lines = published.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const titles = lines.find((cells) => cells[1] === "REST") ?? [];
  const row = lines.find((cells) => cells[2] === `\`${name}\``) ?? [];
  const cells = titles.map((title, i) => [title, row[i] === "✓"] as const);
  return Object.fromEntries(cells.slice(4).filter(([title]) => title !== ""));
}

interface Case {
  readonly caller: string;
  readonly allowed: boolean;
}

function casesOf(procedure: ProcedureInfo): readonly Case[] {
  const { "API key": forKeys = false, ...people } = publishedFor(procedure);
  const named = Object.entries(people).map(([caller, allowed]) => ({ caller, allowed }));
  const { permission } = procedure.meta;
  if (permission === undefined || !forKeys)
    return [...named, { caller: "key for all", allowed: forKeys }];
  const held = { caller: `key with ${permission}`, allowed: true };
  return [...named, held, { caller: `key without ${permission}`, allowed: false }];
}

function headersOf({ caller }: Case): Record<string, string> {
  const authorization = credentials.get(caller);
  const json = { "Content-Type": "application/json" };
  return authorization === undefined ? json : { ...json, Authorization: authorization };
}

interface Answer {
  readonly status: number;
  readonly code: string;
}

/** Harmless: ids that nobody has, and otherwise nothing. */
async function byRest({ meta }: ProcedureInfo, headers: Record<string, string>): Promise<Answer> {
  const { method = "GET", path = "" } = meta.openapi ?? {};
  const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
  const address = `/api${path.replace(/\{\w+\}/g, SOME_ID)}`;
  const response = await server.fetch(address, { method, headers, ...body });
  const text = await response.text();
  return { status: response.status, code: response.ok ? "" : JSON.parse(text).code };
}

async function byTrpc(
  { name, type, meta }: ProcedureInfo,
  headers: Record<string, string>,
): Promise<Answer> {
  const named = [...(meta.openapi?.path ?? "").matchAll(/\{(\w+)\}/g)];
  const input = JSON.stringify(Object.fromEntries(named.map(([, field]) => [field, SOME_ID])));
  const response = await (type === "query"
    ? server.fetch(`/trpc/${name}?input=${encodeURIComponent(input)}`, { headers })
    : server.fetch(`/trpc/${name}`, { method: "POST", headers, body: input }));
  const { error } = await told<Partial<TrpcAnswer>>(response);
  return { status: response.status, code: String(error?.data["reason"] ?? "") };
}

/** What ends the caller's own session, even when it is asked for nothing. */
const SIGNS_OUT = "authentication.endSession";

function refusalOf({ caller }: Case, { meta }: ProcedureInfo): Answer {
  if (caller === "anonymous") return { status: 401, code: "sign_in_required" };
  const code = meta.access === "customer" ? "not_for_api_keys" : "permission_missing";
  return { status: 403, code };
}

const isRefusal = ({ status, code }: Answer): boolean =>
  status === 401 || (status === 403 && code !== "fresh_sign_in_required");

describe("the published matrix", () => {
  it("is what the code says: `pnpm --filter @souk/server matrix` writes it anew", () => {
    expect(published).toBe(matrixDocument());
  });

  it("has every procedure, and every procedure says who may call it", () => {
    for (const { name, meta } of procedures) {
      expect(meta.access, name).toBeDefined();
      expect(meta.openapi, name).toBeDefined();
      expect(meta.permission !== undefined, name).toBe(meta.access === "staff");
      expect(published, name).toContain(`| \`${name}\` |`);
    }
    expect(procedures.length).toBeGreaterThan(60);
  });

  it("has every permission, and each of them is needed for something", () => {
    const needed = new Set(procedures.map(({ meta }) => meta.permission));
    for (const name of permissions) {
      expect(published).toContain(`| \`${name}\` |`);
      expect(needed, name).toContain(name);
    }
  });
});

describe("the verdict on both faces is the published one for", () => {
  it.each(procedures.map((procedure) => ({ ...procedure, procedure })))(
    "$name",
    async ({ procedure }) => {
      const cases = casesOf(procedure);
      expect(cases.length).toBeGreaterThan(builtInRoles.length + 2);
      for (const each of cases) {
        for (const face of [byRest, byTrpc]) {
          const answer = await face(procedure, headersOf(each));
          if (procedure.name === SIGNS_OUT) await signInAgain(each.caller);
          const where = `${each.caller}, ${face.name}: ${answer.status} ${answer.code}`;
          if (each.allowed) expect(isRefusal(answer), where).toBe(false);
          else expect(answer, where).toEqual(refusalOf(each, procedure));
        }
      }
    },
  );

  it("callers who are who they were before all that", async () => {
    for (const [caller, authorization] of credentials) {
      if (caller.startsWith("key")) continue;
      const me = await server.fetch("/api/v1/users/me/", {
        headers: { Authorization: authorization },
      });
      expect(me.status, caller).toBe(200);
    }
  });
});

describe("an API key", () => {
  const key = () => (credentials.get("key for all") ?? "").replace("Bearer ", "");
  const get = (path: string, headers: Record<string, string> = {}) =>
    server.fetch(path, { headers });

  it("opens nothing in a query string, a cookie or another header", async () => {
    const path = "/api/v1/admin/audit/verify/";
    expect((await get(path, { Authorization: `Bearer ${key()}` })).status).toBe(200);
    for (const name of ["api_key", "key", "token", "access_token", "authorization"]) {
      const response = await get(`${path}?${name}=${key()}`);
      expect(response.status, name).toBe(401);
    }
    for (const name of ["souk_session", "__Host-souk_session", "api_key", "Authorization"]) {
      expect((await get(path, { Cookie: `${name}=${key()}` })).status, name).toBe(401);
    }
    for (const name of ["X-Api-Key", "Api-Key", "Cart-Token", "Idempotency-Key"]) {
      expect((await get(path, { [name]: key() })).status, name).toBe(401);
    }
    expect((await get(path, { Authorization: `Basic ${key()}` })).status).toBe(401);
  });

  it("that is used too often waits for the next minute, on both faces", async () => {
    const { system } = server.database.database;
    const useUp = () =>
      system.update(apiKeys).set({
        minuteCount: access.KEY_CALLS_A_MINUTE,
        minuteStartedAt: new Date(Math.floor(Date.now() / 60_000) * 60_000),
      });
    for (const path of ["/api/v1/admin/orders/", "/trpc/orders.listAll"]) {
      const refused = async () => {
        await useUp();
        return get(path, { Authorization: `Bearer ${key()}` });
      };
      // The second try is for a minute that ends in between.
      const first = await refused();
      const response = first.status === 429 ? first : await refused();
      expect(response.status, path).toBe(429);
      const seconds = Number(response.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(await response.text()).toContain("api_key_too_fast");
    }
  });
});
