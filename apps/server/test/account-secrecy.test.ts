/** What registering and moving tell about an address over HTTP, which is nothing, on both faces. */
import { request } from "node:http";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

let people = 0;
const person = (email?: string) => {
  people += 1;
  const username = `nadia${people}`;
  const password = "SecurePass123";
  const names = { first_name: "Nadia", last_name: "Naciri" };
  const address = email ?? `${username}@example.com`;
  return { email: address, username, password, password_confirm: password, ...names };
};

describe.each(engines)("what an address tells on %s", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    const environment = { TRUSTED_PROXY_HOPS: "1" };
    server = await openServer({ engine, worker: true, environment });
  });
  afterAll(() => server.close());

  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    server.fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const faces = [
    (name: string, body: object, headers = {}) => send(`/api/v1/auth/${name}/`, body, headers),
    (name: string, body: object, headers = {}) =>
      send(`/trpc/authentication.${camelCase(name)}`, body, headers),
  ] as const;
  const procedures: Readonly<Record<string, string>> = {
    "change-email/confirm": "confirmEmailChange",
    session: "startSession",
  };
  const camelCase = (name: string) =>
    procedures[name] ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  /** Nobody's failures are another's. */
  const freshClient = () => ({ "X-Forwarded-For": `198.51.100.${++people}` });
  /** Without what differs anyway: times, and what counts down. */
  const shown = async (answer: Response, ...own: readonly string[]) => {
    let body = await answer.text();
    for (const text of own) body = body.replaceAll(text, "…");
    return { status: answer.status, headers: [...answer.headers.keys()].sort(), body };
  };
  const registered = async () => {
    const someone = person();
    await send("/api/v1/auth/register/", someone);
    return someone;
  };
  const verified = async () => {
    const someone = await registered();
    const token = tokenIn(await mailedLink(server.url, someone.email));
    const answer = await server.fetch(`/api/v1/auth/verify-email/${token}/`);
    const { access } = await told<{ access: string }>(answer);
    return { ...someone, authorization: { Authorization: `Bearer ${access}` } };
  };

  test.each(["REST", "tRPC"])("registering answers alike for all, by %s", async (name) => {
    const call = faces[name === "REST" ? 0 : 1];
    const emails = [undefined, (await registered()).email, (await verified()).email];
    const answers = [];
    for (const email of emails) {
      const input = person(email);
      answers.push(await shown(await call("register", input), input.email, input.username));
    }
    expect(answers[0]?.status).toBe(name === "REST" ? 201 : 200);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test.each(["REST", "tRPC"])("signing in then answers alike for all, by %s", async (name) => {
    const call = faces[name === "REST" ? 0 : 1];
    const answers = [];
    for (const email of [undefined, (await registered()).email, (await verified()).email]) {
      const input = person(email);
      const password = `new ${input.password}`;
      await call("register", { ...input, password, password_confirm: password });
      for (const way of ["login", "session"]) {
        const answer = await call(way, { email: input.email, password }, freshClient());
        const id = answer.headers.get("x-request-id") ?? "no id";
        answers.push(
          await shown(answer, id, "authentication.login", "authentication.startSession"),
        );
      }
    }
    expect(answers[0]).toMatchObject({ status: 400 });
    expect(answers[0]?.body).toContain("User account is not active");
    expect(answers).toEqual(Array(6).fill(answers[0]));
  });

  test.each(["REST", "tRPC"])(
    "a mailed link leads to the configured shop, whatever Host was asked, by %s",
    async (name) => {
      const { email } = await verified();
      const path =
        name === "REST" ? "/api/v1/auth/forgot-password/" : "/trpc/authentication.forgotPassword";
      await new Promise<void>((resolve, reject) => {
        const headers = {
          ...{ Host: "evil.example", "X-Forwarded-Host": "evil.example" },
          ...{ "Content-Type": "application/json", Origin: server.url },
        };
        const asked = request(`${server.url}${path}`, { method: "POST", headers }, (answer) => {
          answer.resume().once("end", resolve);
        });
        asked.once("error", reject).end(JSON.stringify({ email }));
      });
      const leads = async () => new URL(await mailedLink(server.url, email));
      await expect.poll(async () => (await leads()).pathname).toMatch(/^\/reset-password\//);
      expect((await leads()).origin).toBe(server.config.storefrontUrl);
    },
  );

  test.each(["REST", "tRPC"])("a move is asked for and confirmed, by %s", async (name) => {
    const call = faces[name === "REST" ? 0 : 1];
    const someone = await verified();
    const target = `moved.${someone.email}`;
    const taken = await call(
      "change-email",
      { email: (await verified()).email },
      someone.authorization,
    );
    const free = await call("change-email", { email: target }, someone.authorization);
    expect(free.status).toBe(200);
    expect(await shown(taken)).toEqual(await shown(free));
    const link = await mailedLink(server.url, target);
    expect(new URL(link).pathname).toMatch(/^\/confirm-email\/[\w-]{43}$/);
    const token = tokenIn(link);
    expect((await call("change-email/confirm", { token })).status).toBe(401);
    const stranger = await verified();
    const refused = await call("change-email/confirm", { token }, stranger.authorization);
    expect(refused.status).toBe(400);
    const confirmed = await call("change-email/confirm", { token }, someone.authorization);
    expect(confirmed.status).toBe(200);
    const me = await server.fetch("/api/v1/users/me/", { headers: someone.authorization });
    expect(await me.json()).toMatchObject({ email: target, is_verified: true });
  });
});
