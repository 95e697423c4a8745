/** The second step of signing in over HTTP, alike through both faces. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";
import { totpCode } from "./support/totp-code.ts";

const credentials = { email: "nadia@example.com", password: "SecurePass123" };
const registration = {
  ...credentials,
  username: "nadia",
  password_confirm: credentials.password,
  first_name: "Nadia",
  last_name: "Naciri",
};

interface Needed {
  readonly second_factor: { readonly challenge: string; readonly methods: readonly string[] };
}

describe.each(engines)("the second step of signing in on %s", (engine) => {
  let server: TestServer;
  let access: string;
  let secret: string;
  let recoveryCodes: readonly string[];

  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    server.fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const rest = (path: string, body: object, headers = {}) =>
    send(`/api/v1/auth/${path}`, body, headers);
  const trpc = (name: string, body: object, headers = {}) =>
    send(`/trpc/authentication.${name}`, body, headers);
  const bearer = () => ({ Authorization: `Bearer ${access}` });
  const challengeOf = async (answer: Response): Promise<string> => {
    expect(answer.headers.get("set-cookie")).toBeNull();
    return (await told<Needed>(answer)).second_factor.challenge;
  };

  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
  });
  afterAll(() => server.close());

  test("an app is set up by somebody who is signed in, and confirmed by its first code", async () => {
    await rest("register/", registration);
    const token = tokenIn(await mailedLink(server.url, credentials.email));
    const verified = await trpc("verifyEmail", { token });
    const { result } = await told<{ result: { data: { access: string } } }>(verified);
    access = result.data.access;
    expect((await rest("second-factor/totp/", {})).status).toBe(401);
    const setup = await rest("second-factor/totp/", {}, bearer());
    expect(setup.status).toBe(201);
    expect(setup.headers.get("cache-control")).toBe("no-store");
    ({ secret } = await told<{ secret: string }>(setup));
    const confirmed = await rest(
      "second-factor/totp/confirm/",
      { code: totpCode(secret) },
      bearer(),
    );
    expect(confirmed.status).toBe(200);
    recoveryCodes = (await told<{ codes: string[] }>(confirmed)).codes;
    expect(recoveryCodes).toHaveLength(10);
    const status = await server.fetch("/api/v1/auth/second-factor/", { headers: bearer() });
    expect(await status.json()).toMatchObject({
      totp: { enabled: true },
      recovery_codes_left: 10,
    });
    const again = await rest("second-factor/totp/", {}, bearer());
    expect([again.status, (await told(again)).code]).toEqual([409, "totp_enabled"]);
  });

  test("by REST a client gets its tokens with the second step, and not before", async () => {
    const first = await rest("login/", credentials);
    expect(first.status).toBe(200);
    const answer = await told<Needed>(first);
    expect(answer).toEqual({
      second_factor: {
        challenge: expect.any(String),
        methods: ["totp", "recovery_code"],
        passkey: null,
      },
    });
    const { challenge } = answer.second_factor;
    const code = totpCode(secret, 1);
    const signedIn = await rest("login/second-step/", { challenge, code });
    expect(await signedIn.json()).toMatchObject({
      access: expect.any(String),
      refresh: expect.any(String),
      user: { email: credentials.email },
    });
    const replayed = await rest("login/second-step/", { challenge, code });
    expect([replayed.status, (await told(replayed)).code]).toEqual([400, "second_step_expired"]);
  });

  test("by tRPC a browser gets its cookie with the second step, and not before", async () => {
    const answer = await told<{ result: { data: Needed } }>(
      await trpc("startSession", credentials),
    );
    const { challenge } = answer.result.data.second_factor;
    const recovery_code = recoveryCodes[0];
    const signedIn = await trpc("sessionSecondStep", { challenge, recovery_code });
    expect(signedIn.status).toBe(200);
    const [Cookie = ""] = (signedIn.headers.get("set-cookie") ?? "").split(";");
    const me = await server.fetch("/api/v1/users/me/", { headers: { Cookie } });
    expect(await me.json()).toMatchObject({ email: credentials.email });
  });

  test("a wrong proof names its field, and needs to be one, on both faces alike", async () => {
    const challenge = await challengeOf(await rest("session/", credentials));
    const bodies = [
      { challenge, recovery_code: "aaaa-bbbb-cccc-dddd" },
      { challenge },
      { challenge, code: "123456", recovery_code: "aaaa-bbbb-cccc-dddd" },
      { challenge, code: "12345" },
      { challenge: "unknown", code: "123456" },
    ];
    const seen: unknown[] = [];
    for (const body of bodies) {
      const restAnswer = await rest("session/second-step/", body);
      const problem = await told(restAnswer);
      const trpcAnswer = await told<TrpcAnswer>(await trpc("sessionSecondStep", body));
      expect(trpcAnswer.error.data).toMatchObject({
        httpStatus: restAnswer.status,
        reason: problem.code,
        fields: problem.errors,
      });
      seen.push([restAnswer.status, problem.code, Object.keys(problem.errors)]);
    }
    expect(seen).toEqual([
      [400, "wrong_code", ["recovery_code"]],
      [400, "invalid_input", ["non_field_errors"]],
      [400, "invalid_input", ["non_field_errors"]],
      [400, "invalid_input", ["code"]],
      [400, "second_step_expired", ["non_field_errors"]],
    ]);
  });

  test("three wrong proofs through both faces lock the account, and say for how long", async () => {
    const again = await rest("login/", credentials);
    expect(again.status).toBe(200);
    const challenge = await challengeOf(again);
    await rest("login/second-step/", { challenge, recovery_code: "aaaa-bbbb-cccc-dddd" });
    for (const answer of [
      await rest("login/second-step/", { challenge, recovery_code: recoveryCodes[1] }),
      await trpc("loginSecondStep", { challenge, recovery_code: recoveryCodes[1] }),
      await rest("login/", credentials),
      await rest("confirm/", { password: credentials.password, code: "123456" }, bearer()),
    ]) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(800);
    }
  });
});
