/** Passkeys over HTTP, alike through both faces: added by a person, and signing in without a password. */
import { type Signing, type SoftPasskey, softPasskey } from "@souk/api/testing";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const credentials = { email: "nadia@example.com", password: "SecurePass123" };
const registration = {
  ...credentials,
  username: "nadia",
  password_confirm: credentials.password,
  first_name: "Nadia",
  last_name: "Naciri",
};

type Creation = Parameters<typeof softPasskey>[0];

interface Start<Options> {
  readonly challenge: string;
  readonly options: Options;
}

interface OwnPasskey {
  readonly id: string;
  readonly name: string;
}

describe.each(engines)("passkeys over HTTP on %s", (engine) => {
  let server: TestServer;
  let access: string;
  let key: SoftPasskey;
  let own: OwnPasskey;

  const send = (method: string, path: string, body: object | null, headers = {}) =>
    server.fetch(path, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
  const rest = (path: string, body: object, headers = {}) =>
    send("POST", `/api/v1/auth/${path}`, body, headers);
  const trpc = (name: string, body: object, headers = {}) =>
    send("POST", `/trpc/authentication.${name}`, body, headers);
  const bearer = () => ({ Authorization: `Bearer ${access}` });
  /** On the page of the server under test. */
  const here = (how: Signing = {}): Signing => {
    const { origin, hostname: host } = new URL(server.config.storefrontUrl);
    return { origin, host, ...how };
  };
  const answerOf = async (how?: Signing) => {
    const start = await rest("passkeys/sign-in/start/", {});
    expect(start.status).toBe(200);
    expect(start.headers.get("cache-control")).toBe("no-store");
    const { challenge, options } = await told<Start<{ challenge: string }>>(start);
    return { challenge, passkey: key.answer(options, here(how)) };
  };
  const subjects = async () => {
    const to = encodeURIComponent(credentials.email);
    const mails = await server.fetch(`/dev/mailbox/messages?to=${to}`);
    return (await told<{ subject: string }[]>(mails)).map(({ subject }) => subject);
  };

  beforeAll(async () => {
    server = await openServer({ engine, worker: true });
  });
  afterAll(() => server.close());

  test("one is added by somebody who is signed in, who gets a mail about it", async () => {
    await rest("register/", registration);
    const token = tokenIn(await mailedLink(server.url, credentials.email));
    const verified = await trpc("verifyEmail", { token });
    const { result } = await told<{ result: { data: { access: string } } }>(verified);
    access = result.data.access;
    expect((await rest("passkeys/start/", {})).status).toBe(401);
    const start = await rest("passkeys/start/", {}, bearer());
    expect(start.status).toBe(200);
    const { challenge, options } = await told<Start<Creation>>(start);
    key = softPasskey(options, here());
    const body = { challenge, name: "My phone", passkey: key.created };
    const added = await rest("passkeys/", body, bearer());
    expect(added.status).toBe(201);
    own = await told<OwnPasskey>(added);
    expect(own).toMatchObject({ recovery_codes: Array(10).fill(expect.any(String)) });
    expect(own).toMatchObject({ name: "My phone", is_backed_up: false, last_used_at: null });
    const again = await trpc("passkeys.add", body, bearer());
    expect(again.status).toBe(400);
    await expect
      .poll(subjects, { timeout: 5000 })
      .toContainEqual(expect.stringMatching(/^A passkey was added to your account at /));
  });

  test("by REST it answers tokens, in one step", async () => {
    const answer = await rest("passkeys/sign-in/", await answerOf());
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
    expect(await answer.json()).toMatchObject({
      access: expect.any(String),
      refresh: expect.any(String),
      user: { email: credentials.email },
    });
  });

  test("by tRPC it gives a browser its cookie, in one step", async () => {
    const answer = await trpc("passkeys.startSession", await answerOf());
    expect(answer.status).toBe(200);
    const [Cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    const list = await send("GET", "/api/v1/auth/passkeys/", null, { Cookie });
    expect(await list.json()).toMatchObject({
      items: [{ id: own.id, last_used_at: expect.any(String) }],
    });
  });

  test("what is wrong is named alike on both faces, and signs nobody in", async () => {
    const spent = await answerOf();
    await rest("passkeys/sign-in/", spent);
    const right = await answerOf();
    const bodies = [
      await answerOf({ verified: false }),
      spent,
      { ...right, challenge: "unknown" },
      { ...right, passkey: { ...right.passkey, id: "not base64url!" } },
      { ...right, email: credentials.email },
      { challenge: right.challenge },
    ];
    const seen: unknown[] = [];
    for (const body of bodies) {
      const restAnswer = await rest("passkeys/session/", body);
      const problem = await told(restAnswer);
      const trpcAnswer = await told<TrpcAnswer>(await trpc("passkeys.startSession", body));
      expect(restAnswer.headers.get("set-cookie")).toBeNull();
      expect(trpcAnswer.error.data).toMatchObject({
        httpStatus: restAnswer.status,
        reason: problem.code,
        fields: problem.errors,
      });
      seen.push([restAnswer.status, problem.code, Object.keys(problem.errors)]);
    }
    expect(seen).toEqual([
      [400, "wrong_passkey", ["passkey"]],
      [400, "challenge_expired", ["challenge"]],
      [400, "challenge_expired", ["challenge"]],
      [400, "invalid_input", ["passkey.id"]],
      [400, "invalid_input", ["email"]],
      [400, "invalid_input", ["passkey"]],
    ]);
    expect((await rest("passkeys/sign-in/", right)).status).toBe(200);
  });

  test("three wrong answers through both faces lock the account, also for its password", async () => {
    for (const face of [rest.bind(null, "passkeys/sign-in/"), trpc.bind(null, "passkeys.signIn")]) {
      expect((await face(await answerOf({ origin: "https://evil.example" }))).status).toBe(400);
    }
    await rest("passkeys/sign-in/", await answerOf({ verified: false }));
    for (const answer of [
      await rest("passkeys/sign-in/", await answerOf()),
      await trpc("passkeys.signIn", await answerOf()),
      await rest("login/", credentials),
    ]) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(800);
    }
  });

  test("it is renamed, and removed with another mail", async () => {
    const path = `/api/v1/auth/passkeys/${own.id}/`;
    const renamed = await send("PATCH", path, { name: "Old phone" }, bearer());
    expect(await renamed.json()).toMatchObject({ id: own.id, name: "Old phone" });
    expect((await send("DELETE", path, null)).status).toBe(401);
    const removed = await send("DELETE", path, null, bearer());
    expect([removed.status, await removed.text()]).toEqual([204, ""]);
    const again = await send("DELETE", path, null, bearer());
    expect([again.status, (await told(again)).code]).toEqual([404, "passkey_not_found"]);
    await expect
      .poll(subjects, { timeout: 5000 })
      .toContainEqual(expect.stringMatching(/^A passkey was removed from your account at /));
  });
});
