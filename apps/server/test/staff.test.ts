/** Staff over HTTP: what they see of people and orders, what they do about them, alike on both faces. */
import { access, authentication, users } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type Problem, type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "a long enough secret";

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next_cursor: string | null;
}

describe.each(engines)("staff on %s", (engine) => {
  let server: TestServer;
  let owner: string;
  let support: string;
  beforeAll(async () => {
    server = await openServer({ engine });
    const ctx = server.services.systemContext();
    const passwordHash = await authentication.hashPassword(PASSWORD);
    for (const name of ["customer", "other", "desk"]) {
      const { id } = await users.addUser(ctx, { ...person(name), passwordHash, phone: null });
      await users.confirmEmail(ctx, id);
    }
    for (const slug of ["owner", "support"]) {
      await access.appoint(ctx, slug, { ...person(slug), passwordHash });
    }
    [owner, support] = [await signIn("owner"), await signIn("support")];
  });
  afterAll(() => server.close());

  const person = (name: string) => ({
    ...{ email: `${name}@example.com`, username: name },
    ...{ firstName: "Amina", lastName: "Alaoui" },
  });
  const call = (token: string, method: string, path: string, body?: object) =>
    server.fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const login = (name: string, password = PASSWORD) =>
    call("", "POST", "/auth/login/", { email: person(name).email, password });
  const signIn = async (name: string) => (await told<{ access: string }>(await login(name))).access;
  const query = async <T>(token: string, procedure: string, input: object) => {
    const asked = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
    const headers = { Authorization: `Bearer ${token}` };
    const { result } = await told<TrpcAnswer>(await server.fetch(asked, { headers }));
    return result?.data as T;
  };
  const mutate = (token: string, procedure: string, input: object) =>
    server.fetch(`/trpc/${procedure}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(input),
    });
  const idOf = async (name: string) => {
    const { items } = await query<Page>(support, "users.list", { search: person(name).email });
    return String(items[0]?.["id"]);
  };

  test("see the same customers, orders, sessions, tries and numbers on both faces", async () => {
    const id = await idOf("customer");
    const views = [
      [support, "/admin/users/?search=amina&limit=2", "users.list", { search: "amina", limit: 2 }],
      [support, `/admin/users/${id}/`, "users.get", { id }],
      [support, "/admin/orders/?status=placed", "orders.listAll", { status: "placed" }],
      [support, "/admin/sessions/?limit=1", "authentication.security.sessions", { limit: 1 }],
      [owner, "/admin/security/?hours=24", "authentication.security.overview", { hours: 24 }],
      [
        owner,
        "/admin/security/attempts/?result=succeeded",
        "authentication.security.attempts",
        { result: "succeeded" },
      ],
      [owner, "/admin/security/locks/", "authentication.security.locks", {}],
      [owner, "/admin/security/policy/", "authentication.security.policy", {}],
    ] as const;
    for (const [token, path, procedure, input] of views) {
      const answer = await call(token, "GET", path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get("cache-control"), path).toBe("no-store");
      expect(await answer.json(), path).toEqual(await query(token, procedure, input));
    }
  });

  test("are refused what their role does not allow, and others everything", async () => {
    const customer = await signIn("customer");
    const id = await idOf("customer");
    const refused = [
      [customer, "GET", "/admin/users/", undefined],
      [customer, "GET", "/admin/orders/", undefined],
      [support, "GET", "/admin/security/", undefined],
      [support, "POST", "/admin/security/unlock/", { kind: "account", key: "x" }],
      [customer, "POST", `/admin/users/${id}/disable/`, {}],
    ] as const;
    for (const [token, method, path, body] of refused) {
      const answer = await call(token, method, path, body);
      expect([answer.status, (await told<Problem>(answer)).code], path).toEqual([
        403,
        "permission_missing",
      ]);
      expect((await call("", method, path, body)).status, path).toBe(401);
    }
    const upwards = await call(support, "POST", `/admin/users/${await idOf("owner")}/disable/`, {});
    expect((await told<Problem>(upwards)).code).toBe("permission_not_held");
  });

  test("who may change customers may see them, by a role and by an API key", async () => {
    const made = await call(owner, "POST", "/admin/roles/", {
      name: "Desk",
      permissions: ["users:write"],
    });
    const { id } = await told<{ id: string }>(made);
    const grant = { email: person("desk").email, role_id: id };
    expect((await call(owner, "POST", "/admin/staff/", grant)).ok).toBe(true);
    const key = await call(owner, "POST", "/admin/api-keys/", {
      name: "Desk",
      permissions: ["users:write"],
    });
    const program = await told<{ key: string }>(key);
    for (const token of [await signIn("desk"), program.key]) {
      expect((await call(token, "GET", "/admin/users/")).status).toBe(200);
      expect((await query<Page>(token, "users.list", {})).items.length).toBeGreaterThan(0);
      expect((await call(token, "GET", "/admin/orders/")).status).toBe(403);
      expect(await query<Page>(token, "orders.listAll", {})).toBeUndefined();
    }
  });

  test("disable somebody at their very next call, and enable them again", async () => {
    for (const [disable, enable] of [
      [
        (id: string) => call(support, "POST", `/admin/users/${id}/disable/`, { reason: "Test" }),
        (id: string) => call(support, "POST", `/admin/users/${id}/enable/`, {}),
      ],
      [
        (id: string) => mutate(support, "authentication.security.disableUser", { id }),
        (id: string) => mutate(support, "authentication.security.enableUser", { id }),
      ],
    ] as const) {
      const token = await signIn("other");
      const id = await idOf("other");
      expect((await call(token, "GET", "/users/me/")).status).toBe(200);
      expect((await disable(id)).ok).toBe(true);
      const next = await call(token, "GET", "/users/me/");
      expect([next.status, (await told<Problem>(next)).code]).toEqual([401, "session_ended"]);
      const again = await told<Problem>(await login("other"));
      expect(again.errors).toEqual({ non_field_errors: ["User account is not active"] });
      expect((await enable(id)).ok).toBe(true);
      expect((await login("other")).status).toBe(200);
    }
  });

  test("sign a device out, and all of them, on either face", async () => {
    const id = await idOf("customer");
    const tokens = [await signIn("customer"), await signIn("customer"), await signIn("customer")];
    const { items } = await query<Page>(support, "authentication.security.sessions", {
      user_id: id,
    });
    const [newest] = items.map((session) => String(session["id"]));
    expect((await call(support, "DELETE", `/admin/sessions/${newest}/`)).status).toBe(204);
    expect((await call(support, "DELETE", `/admin/sessions/${newest}/`)).status).toBe(404);
    const alive = async () =>
      (await Promise.all(tokens.map((token) => call(token, "GET", "/users/me/")))).map(
        ({ status }) => status,
      );
    expect(await alive()).toEqual([200, 200, 401]);
    const all = await mutate(support, "authentication.security.endSessionsOfUser", { id });
    expect(all.status).toBe(200);
    expect(await alive()).toEqual([401, 401, 401]);
  });

  test("see a lock that people meet on the other face, and lift it", async () => {
    // The server's own address is one client, which `other`'s failures above count for as well.
    const client = { kind: "client", key: "127.0.0.1" };
    expect((await call(owner, "POST", "/admin/security/unlock/", client)).status).toBe(204);
    const account = { kind: "account", key: person("customer").email };
    for (let i = 0; i < 3; i++) expect((await login("customer", "wrong")).status).toBe(400);
    expect((await login("customer")).status).toBe(429);
    const { items } = await query<Page>(owner, "authentication.security.locks", {});
    expect(items).toMatchObject([{ ...account, failures: 3 }]);
    expect((await call(owner, "POST", "/admin/security/unlock/", account)).status).toBe(204);
    expect((await login("customer")).status).toBe(200);
    for (let i = 0; i < 2; i++) expect((await login("customer", "wrong")).status).toBe(400);
    expect((await login("customer")).status).toBe(429);
    const locked = await told<Page>(await call(owner, "GET", "/admin/security/locks/"));
    expect(locked.items).toMatchObject([{ ...client, failures: 5 }]);
    expect((await mutate(owner, "authentication.security.unlock", client)).status).toBe(200);
    expect((await login("customer")).status).toBe(200);
  });
});
