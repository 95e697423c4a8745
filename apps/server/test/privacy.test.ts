/** A person's data over HTTP, alike through both faces: taken along, erased, and by whom. */
import { loginAttempts, sessions, users } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "SecurePass123";

interface SignedIn {
  readonly access: string;
  readonly refresh: string;
  readonly user: { readonly id: string; readonly email: string };
}

interface Export {
  readonly store: string;
  readonly categories: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

describe.each(engines)("a person's data over HTTP on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
  });
  afterAll(() => server.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    server.fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const bearer = ({ access }: SignedIn) => ({ Authorization: `Bearer ${access}` });
  const system = () => server.database.database.system;
  const register = async (name: string): Promise<SignedIn> => {
    const email = `${name}@example.com`;
    const passwords = { password: PASSWORD, password_confirm: PASSWORD };
    const names = { username: name, first_name: "Erin", last_name: "Erdem" };
    const made = await post("/api/v1/auth/register/", { email, ...passwords, ...names });
    expect(made.status).toBe(201);
    const token = tokenIn(await mailedLink(server.url, email));
    return told<SignedIn>(await server.fetch(`/api/v1/auth/verify-email/${token}/`));
  };
  /** Everybody's last proof of identity was eleven minutes ago. */
  const goStale = () =>
    system()
      .update(sessions)
      .set({ authenticatedAt: new Date(Date.now() - 11 * 60_000) });
  const isKnown = async ({ user }: SignedIn) =>
    (await system().select().from(users)).some(({ id }) => id === user.id);

  test("consents are told with their history, and replaced whole", async () => {
    const erin = await register("erin.consents");
    const said = await server.fetch("/api/v1/users/me/consents/", {
      method: "PUT",
      headers: { "Content-Type": "application/json", ...bearer(erin) },
      body: '{"marketing_email":true}',
    });
    expect(said.status).toBe(200);
    const rest = await server.fetch("/api/v1/users/me/consents/", { headers: bearer(erin) });
    const trpc = await server.fetch("/trpc/users.consents", { headers: bearer(erin) });
    const state = await told(rest);
    expect(state).toMatchObject({ marketing_email: true, history: [{ source: "account" }] });
    expect((await told<TrpcAnswer>(trpc)).result?.data).toEqual(state);
  });

  test("the export is one document, the same through both faces, and never stored", async () => {
    const erin = await register("erin.export");
    const rest = await server.fetch("/api/v1/users/me/export/", { headers: bearer(erin) });
    expect(rest.status).toBe(200);
    expect(rest.headers.get("cache-control")).toBe("no-store");
    const { categories } = await told<Export>(rest);
    expect(categories["profile"]).toMatchObject([{ email: erin.user.email }]);
    expect(categories["sessions"]).toHaveLength(1);
    const trpc = await server.fetch("/trpc/privacy.exportMine", { headers: bearer(erin) });
    const { result } = await told<{ result: { data: Export } }>(trpc);
    expect(result.data.categories["profile"]).toEqual(categories["profile"]);
    expect(result.data.categories["audit"]).toContainEqual(
      expect.objectContaining({ action: "person.exported", by_me: true }),
    );
  });

  test("a session alone is not enough: both faces ask for a fresh sign-in", async () => {
    const erin = await register("erin.stale");
    await goStale();
    const confirm = { confirm: erin.user.email };
    const answers = [
      await server.fetch("/api/v1/users/me/export/", { headers: bearer(erin) }),
      await post("/api/v1/users/me/erase/", confirm, bearer(erin)),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect((await told(answer)).code).toBe("fresh_sign_in_required");
    }
    const calls = [
      await server.fetch("/trpc/privacy.exportMine", { headers: bearer(erin) }),
      await post("/trpc/privacy.eraseMe", confirm, bearer(erin)),
    ];
    for (const answer of calls) {
      expect(answer.status).toBe(403);
      const { error } = await told<TrpcAnswer>(answer);
      expect(error.data["reason"]).toBe("fresh_sign_in_required");
    }
    expect(await isKnown(erin)).toBe(true);
  });

  test("a wrong confirmation names its field", async () => {
    const erin = await register("erin.confirm");
    const answer = await post("/api/v1/users/me/erase/", { confirm: "no" }, bearer(erin));
    expect(answer.status).toBe(400);
    expect(await told(answer)).toMatchObject({
      code: "confirmation_wrong",
      errors: { confirm: [expect.any(String)] },
    });
    expect(await isKnown(erin)).toBe(true);
  });

  test.each(["rest", "trpc"])("erasing by %s ends everything at once", async (face) => {
    const erin = await register(`erin.${face}`);
    const path = face === "rest" ? "/api/v1/users/me/erase/" : "/trpc/privacy.eraseMe";
    const erased = await post(path, { confirm: erin.user.email }, bearer(erin));
    expect(erased.status).toBe(face === "rest" ? 204 : 200);
    expect(await isKnown(erin)).toBe(false);
    const me = await server.fetch("/api/v1/users/me/", { headers: bearer(erin) });
    expect([me.status, (await told(me)).code]).toEqual([401, "session_ended"]);
    const again = await post("/api/v1/auth/refresh/", { refresh: erin.refresh });
    expect(again.status).toBe(401);
    const login = { email: erin.user.email, password: PASSWORD };
    expect((await post("/api/v1/auth/login/", login)).status).toBe(400);
    // That last try is all that knows the address, as of anybody whom the store does not know.
    const all = await system().select().from(loginAttempts);
    const tries = all.filter(({ account }) => account === erin.user.email);
    expect(tries).toMatchObject([{ reason: "unknown_account", userId: null }]);
  });

  test("a browser loses its cookie with its account", async () => {
    await register("erin.cookie");
    const login = { email: "erin.cookie@example.com", password: PASSWORD };
    const opened = await post("/api/v1/auth/session/", login);
    const [Cookie = ""] = (opened.headers.get("set-cookie") ?? "").split(";");
    const headers = { Cookie, Origin: server.url };
    const erased = await post("/api/v1/users/me/erase/", { confirm: login.email }, headers);
    expect(erased.status).toBe(204);
    expect(erased.headers.get("set-cookie")).toMatch(/^souk_session=; .*Expires=Thu, 01 Jan 1970/);
  });

  test("what is staff's is nobody else's", async () => {
    const erin = await register("erin.plain");
    const omar = await register("omar.plain");
    const confirm = { confirm: omar.user.email };
    for (const headers of [{}, bearer(erin)] as Record<string, string>[]) {
      const status = headers["Authorization"] === undefined ? 401 : 403;
      const base = `/api/v1/admin/users/${omar.user.id}`;
      const asked = { id: omar.user.id };
      const answers = [
        await server.fetch(`${base}/export/`, { headers }),
        await post(`${base}/erase/`, confirm, headers),
        await server.fetch(
          `/trpc/privacy.exportPerson?input=${encodeURIComponent(JSON.stringify(asked))}`,
          { headers },
        ),
        await post("/trpc/privacy.erasePerson", { ...asked, ...confirm }, headers),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill(status));
    }
    expect(await isKnown(omar)).toBe(true);
  });

  test("orders to claim are counted by both faces, and no order has the number of the call", async () => {
    const erin = await register("erin.claim");
    const rest = await server.fetch("/api/v1/orders/claimable/", { headers: bearer(erin) });
    expect([rest.status, await told<object>(rest)]).toEqual([200, { count: 0 }]);
    const claimed = await post("/api/v1/orders/claim/", {}, bearer(erin));
    expect([claimed.status, await told<object>(claimed)]).toEqual([200, { count: 0 }]);
    const trpc = await server.fetch("/trpc/orders.claimable", { headers: bearer(erin) });
    expect((await told<TrpcAnswer>(trpc)).result?.data).toEqual({ count: 0 });
  });
});
