/** What callers are told of limits, on both faces: how much is left, and for how long to wait. */
import { authentication, users } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "SecurePass123";
const faces = ["REST", "tRPC"] as const;
type Face = (typeof faces)[number];

describe.each(engines)("the limits that callers are told of on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ engine, environment: { TRUSTED_PROXY_HOPS: "1" } });
  });
  afterAll(() => server.close());
  // Only the clock: everything else runs as ever.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  let made = 0;
  const somebody = async (): Promise<string> => {
    made += 1;
    const email = `ines${made}@example.com`;
    const passwordHash = await authentication.hashPassword(PASSWORD);
    const names = { username: `ines${made}`, firstName: "Ines", lastName: "Idrissi" };
    const ctx = server.services.systemContext();
    const { id } = await users.addUser(ctx, { ...names, email, passwordHash, phone: null });
    await users.confirmEmail(ctx, id);
    return email;
  };
  /** From a client of its own each time, unless said. */
  const call = (face: Face, rest: string, trpc: string, body: object, client?: string) => {
    made += 1;
    const path = face === "REST" ? `/api/v1/auth/${rest}/` : `/trpc/authentication.${trpc}`;
    const headers = {
      "Content-Type": "application/json",
      "X-Forwarded-For": client ?? `10.1.${made >> 8}.${made & 255}`,
    };
    return server.fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const login = (face: Face, email: string, password: string, client?: string) =>
    call(face, "login", "login", { email, password }, client);
  const seen = ({ status, headers }: Response) => ({
    status,
    policy: headers.get("ratelimit-policy"),
    rest: headers.get("ratelimit"),
    retryAfter: headers.get("retry-after"),
  });
  const wait = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

  test.each(faces)("each login says what is left, by %s", async (face) => {
    const email = await somebody();
    const client = `10.2.0.${made}`;
    const policy = '"login_client";q=5;w=900, "login_account";q=3;w=900';
    const fail = async () => seen(await login(face, email, "not this one", client));
    const rest = (ofClient: string, ofAccount: string) =>
      `"login_client";${ofClient}, "login_account";${ofAccount}`;
    const failed = { status: 400, policy, retryAfter: null };
    expect(await fail()).toEqual({ ...failed, rest: rest("r=4;t=900", "r=2;t=900") });
    wait(60_000);
    expect(await fail()).toEqual({ ...failed, rest: rest("r=3;t=840", "r=1;t=840") });
    expect(await fail()).toEqual({ ...failed, rest: rest("r=2;t=840", "r=0;t=840") });
    const refused = { status: 429, policy, retryAfter: "840" };
    expect(await fail()).toEqual({ ...refused, rest: rest("r=2;t=840", "r=0;t=840") });
    const other = seen(await login(face, await somebody(), PASSWORD, client));
    expect(other).toEqual({
      ...{ status: 200, policy, retryAfter: null },
      rest: rest("r=1;t=840", "r=2;t=900"),
    });
  });

  test.each(faces)("an address tells as much whether it is known or not, by %s", async (face) => {
    const emails = [await somebody(), `nobody.${face}@example.com`];
    const answers = emails.map(async (email) => {
      const answers = [];
      for (let i = 0; i < 4; i++) answers.push(seen(await login(face, email, "not this one")));
      return answers;
    });
    const [known, unknown] = await Promise.all(answers);
    expect(unknown).toEqual(known);
  });

  test.each(faces)("waiting as long as a locked login says helps, by %s", async (face) => {
    const email = await somebody();
    for (let i = 0; i < 3; i++) await login(face, email, "not this one");
    wait(100_300);
    const refused = seen(await login(face, email, PASSWORD));
    expect(refused).toMatchObject({ status: 429, retryAfter: "800" });
    wait(799_000);
    const early = seen(await login(face, email, PASSWORD));
    expect(early, "one second less").toMatchObject({ status: 429, retryAfter: "1" });
    wait(1000);
    expect((await login(face, email, PASSWORD)).status).toBe(200);
  });

  test.each(faces)("waiting as long as a locked client is told helps, by %s", async (face) => {
    const [email, client] = [await somebody(), `10.3.0.${made}`];
    for (let i = 0; i < 5; i++) await login(face, `guess${i}@${face}.example`, "x", client);
    wait(500);
    const refused = seen(await login(face, email, PASSWORD, client));
    expect(refused).toMatchObject({ status: 429, retryAfter: "900" });
    wait(899_000);
    expect((await login(face, email, PASSWORD, client)).status, "one second less").toBe(429);
    wait(1000);
    expect((await login(face, email, PASSWORD, client)).status).toBe(200);
  });

  test.each(faces)("so it is with mails that are asked for too often, by %s", async (face) => {
    const client = `10.4.0.${made}`;
    const ask = async () => {
      const body = { email: "whoever@example.com" };
      return seen(await call(face, "forgot-password", "forgotPassword", body, client));
    };
    const policy = '"forgot_password";q=30;w=3600';
    const first = { status: 200, policy, retryAfter: null };
    expect(await ask()).toEqual({ ...first, rest: '"forgot_password";r=29;t=3600' });
    await Promise.all(Array.from({ length: 29 }, ask));
    wait(600_000);
    expect(await ask()).toEqual({
      ...{ status: 429, policy, retryAfter: "3000" },
      rest: '"forgot_password";r=0;t=3000',
    });
    wait(2_999_000);
    expect((await ask()).status, "one second less").toBe(429);
    wait(1000);
    expect(await ask()).toMatchObject({ status: 200 });
  });

  test.each(faces)("and with a session that is refreshed too often, by %s", async (face) => {
    type Tokens = { readonly refresh: string };
    let { refresh } = await told<Tokens>(await login("REST", await somebody(), PASSWORD));
    const again = async () => {
      const response = await call(face, "refresh", "refresh", { refresh });
      const { result, ...tokens } = await told<Tokens & TrpcAnswer>(response);
      if (response.ok) ({ refresh } = (result?.data as Tokens | undefined) ?? tokens);
      return seen(response);
    };
    const policy = '"refresh";q=120;w=3600';
    expect(await again()).toMatchObject({ status: 200, policy, rest: '"refresh";r=118;t=3600' });
    wait(1000);
    for (let i = 0; i < 118; i++) expect((await again()).status).toBe(200);
    expect(await again()).toMatchObject({ status: 429, retryAfter: "3599" });
    wait(3_598_000);
    expect((await again()).status, "one second less").toBe(429);
    wait(1000);
    expect((await again()).status).toBe(200);
  });

  test("of many calls in one request the last word counts, also when it streams", async () => {
    const body = JSON.stringify({ 0: { email: "a@example.com" }, 1: { email: "b@example.com" } });
    const batch = (headers: Record<string, string>, client: string) =>
      server.fetch("/trpc/authentication.forgotPassword,authentication.forgotPassword?batch=1", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": client, ...headers },
        body,
      });
    const whole = await batch({}, "10.5.0.1");
    expect(whole.headers.get("ratelimit")).toBe('"forgot_password";r=28;t=3600');
    const streamed = await batch({ "trpc-accept": "application/jsonl" }, "10.5.0.2");
    expect(streamed.status).toBe(200);
    expect(await streamed.text()).not.toContain("INTERNAL");
  });
});
