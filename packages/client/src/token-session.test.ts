/** Tokens are renewed once, in time, and given up only when the server refuses them. */
import { afterEach, expect, test, vi } from "vitest";
import { type Answers, type FakeApi, openFakeApi } from "../test/fake-api.ts";
import { createSoukClient } from "./client.ts";
import { errorReason } from "./errors.ts";
import { memoryStorage } from "./storage.ts";

let api: FakeApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const user = { id: "u1", email: "amal@example.com" };

function jwt(name: string, lifetimeSeconds = 900): string {
  const payload = Buffer.from(JSON.stringify({ iat: 1000, exp: 1000 + lifetimeSeconds, name }));
  return `e30.${payload.toString("base64url")}.signature`;
}

const bearer = (token: string): string => `Bearer ${token}`;

async function signedIn(answers: Answers, onSignedOut?: () => void) {
  api = await openFakeApi(answers);
  const storage = memoryStorage();
  const options = { url: api.url, session: "tokens" as const, storage };
  const souk = createSoukClient(onSignedOut ? { ...options, onSignedOut } : options);
  await souk.api.authentication.login.mutate({ email: user.email, password: "a password" });
  return { souk, api, storage };
}

const login = (access: string) => ({ data: { access, refresh: "refresh-1", user } });

test("an expired token is renewed once for many calls, and each call is sent again", async () => {
  const [old, renewed] = [jwt("old"), jwt("renewed")];
  const { souk, api } = await signedIn(async ({ path, headers }) => {
    if (path === "authentication.login") return login(old);
    if (path === "authentication.refresh") {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { data: { access: renewed, refresh: "refresh-2" } };
    }
    if (headers.authorization === bearer(renewed)) return { data: user };
    return { status: 401, reason: "token_expired" };
  });

  const answers = await Promise.all([
    souk.api.users.me.query(),
    souk.api.users.addresses.query(),
    souk.api.users.updateMe.mutate({ first_name: "Amal" }),
  ]);

  expect(answers).toEqual([user, user, user]);
  const refreshes = api.asked.filter(({ path }) => path === "authentication.refresh");
  expect(refreshes.map(({ input }) => input)).toEqual([{ refresh: "refresh-1" }]);
  expect(refreshes[0]?.headers.authorization).toBeUndefined();
});

test("an expired token is renewed for one's own sign-ins too, such as the list of devices", async () => {
  const [old, renewed] = [jwt("old"), jwt("renewed")];
  const { souk } = await signedIn(({ path, headers }) => {
    if (path === "authentication.login") return login(old);
    if (path === "authentication.refresh") {
      return { data: { access: renewed, refresh: "refresh-2" } };
    }
    if (headers.authorization === bearer(renewed)) return { data: { items: [] } };
    return { status: 401, reason: "token_expired" };
  });

  await expect(souk.api.authentication.listSessions.query()).resolves.toEqual({ items: [] });
  await expect(souk.api.authentication.confirmIdentity.mutate({ password: "x" })).resolves.toEqual({
    items: [],
  });
});

test("a wrong second step sets off no renewal", async () => {
  const { souk, api } = await signedIn(({ path }) =>
    path === "authentication.login" ? login(jwt("old", 20)) : { status: 400, reason: "wrong_code" },
  );

  const step = souk.api.authentication.loginSecondStep.mutate({ challenge: "c1", code: "123456" });
  await expect(step).rejects.toThrow("wrong_code");
  expect(api.asked.map(({ path }) => path).slice(1)).toEqual(["authentication.loginSecondStep"]);
});

test("the tokens come with the second step of a sign-in, and are kept", async () => {
  const needed = { second_factor: { challenge: "c1", methods: ["totp"], passkey: null } };
  const { souk, api } = await signedIn(({ path }) => {
    if (path === "authentication.login") return { data: needed };
    if (path === "authentication.loginSecondStep") return login(jwt("second"));
    return { data: user };
  });

  await souk.api.users.me.query();
  await souk.api.authentication.loginSecondStep.mutate({ challenge: "c1", code: "123456" });
  await souk.api.users.me.query();

  const me = api.asked.filter(({ path }) => path === "users.me");
  const sent = me.map(({ headers }) => headers.authorization);
  expect(sent).toEqual([undefined, bearer(jwt("second"))]);
});

test("a sign-in by passkey brings tokens too", async () => {
  const { souk, api } = await signedIn(({ path }) =>
    path === "authentication.passkeys.signIn" ? login(jwt("by passkey")) : { data: user },
  );

  const response = { clientDataJSON: "AA", authenticatorData: "AA", signature: "AA" };
  const passkey = { id: "AA", rawId: "AA", type: "public-key" as const, response };
  await souk.api.authentication.passkeys.signIn.mutate({ challenge: "c1", passkey });
  await souk.api.users.me.query();

  expect(api.asked.at(-1)?.headers.authorization).toBe(bearer(jwt("by passkey")));
});

test("a token about to expire is renewed before it is used", async () => {
  const [short, renewed] = [jwt("short", 20), jwt("renewed")];
  const { souk, api } = await signedIn(({ path }) => {
    if (path === "authentication.login") return login(short);
    if (path === "authentication.refresh") {
      return { data: { access: renewed, refresh: "refresh-2" } };
    }
    return { data: user };
  });

  await souk.api.users.me.query();

  const me = api.asked.filter(({ path }) => path === "users.me");
  expect(me.map(({ headers }) => headers.authorization)).toEqual([bearer(renewed)]);
});

test("a refused refresh signs out, says so once, and reports the first error", async () => {
  const onSignedOut = vi.fn();
  const { souk, api } = await signedIn(({ path }) => {
    if (path === "authentication.login") return login(jwt("old"));
    if (path === "authentication.refresh") return { status: 401, reason: "token_invalid" };
    return { status: 401, reason: "token_expired" };
  }, onSignedOut);

  const outcomes = await Promise.allSettled([
    souk.api.users.me.query(),
    souk.api.users.addresses.query(),
  ]);

  const reasons = outcomes.map((o) => (o.status === "rejected" ? errorReason(o.reason) : null));
  expect(reasons).toEqual(["token_expired", "token_expired"]);
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  await souk.api.products.categories.query().catch(() => undefined);
  expect(api.asked.at(-1)?.headers.authorization).toBeUndefined();
});

test("a busy server during a refresh does not sign anybody out", async () => {
  const onSignedOut = vi.fn();
  let busy = true;
  const renewed = jwt("renewed");
  const { souk } = await signedIn(({ path, headers }) => {
    if (path === "authentication.login") return login(jwt("old"));
    if (path === "authentication.refresh") {
      if (busy) return { status: 429, reason: "rate_limited" };
      return { data: { access: renewed, refresh: "refresh-2" } };
    }
    if (headers.authorization === bearer(renewed)) return { data: user };
    return { status: 401, reason: "token_expired" };
  }, onSignedOut);

  await expect(souk.api.users.me.query()).rejects.toThrow("token_expired");
  busy = false;
  await expect(souk.api.users.me.query()).resolves.toEqual(user);
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("a session revoked elsewhere ends here too, and questions go on as a guest's", async () => {
  const onSignedOut = vi.fn();
  const { souk } = await signedIn(({ path, headers }) => {
    if (path === "authentication.login") return login(jwt("old"));
    if (headers.authorization) return { status: 401, reason: "session_ended" };
    return { data: { items: [] } };
  }, onSignedOut);

  await expect(souk.api.products.categories.query()).resolves.toEqual({ items: [] });
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("signing out tells the server and forgets the tokens", async () => {
  const { souk, api } = await signedIn(({ path }) =>
    path === "authentication.login" ? login(jwt("old")) : { data: { message: "Bye." } },
  );

  await souk.signOut();
  await souk.api.users.me.query();

  expect(api.asked.map(({ path }) => path).slice(1)).toEqual(["authentication.logout", "users.me"]);
  expect(api.asked[1]?.input).toEqual({ refresh: "refresh-1" });
  expect(api.asked[2]?.headers.authorization).toBeUndefined();
});
