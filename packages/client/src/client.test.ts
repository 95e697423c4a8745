/** Guest carts, idempotency keys, batches, ended sessions and errors, against a real server. */
import { afterEach, expect, test, vi } from "vitest";
import { type Answers, type FakeApi, openFakeApi } from "../test/fake-api.ts";
import { createSoukClient, withIdempotencyKey } from "./client.ts";
import { errorReason, errorStatus, fieldErrors, isSoukError } from "./errors.ts";
import { memoryStorage } from "./storage.ts";

let api: FakeApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

async function open(answers: Answers, onSignedOut?: () => void) {
  api = await openFakeApi(answers);
  const options = { url: api.url, session: "cookie" as const, storage: memoryStorage() };
  return { souk: createSoukClient(onSignedOut ? { ...options, onSignedOut } : options), api };
}

const line = { variant_id: "0190a1b2-0000-7000-8000-000000000001", quantity: 1 };
const user = { id: "u1" };
const secondFactor = { challenge: "c1", methods: ["totp"], passkey: null };
const payment = { gateway: "test", token: "tok_ok" };

test("a guest's cart token is kept and sent with every later call", async () => {
  const { souk, api } = await open(({ path }) => ({
    data: { token: path === "cart.addLine" ? "guest-1" : null },
  }));

  await souk.api.cart.get.query();
  await souk.api.cart.addLine.mutate(line);
  await souk.api.cart.get.query();
  await souk.api.products.categories.query();

  const sent = api.asked.map(({ headers }) => headers["cart-token"]);
  expect(sent).toEqual([undefined, undefined, "guest-1", "guest-1"]);
});

test("two first additions at once share one cart", async () => {
  let carts = 0;
  const { souk, api } = await open(({ headers }) => {
    if (headers["cart-token"]) return { data: { token: null } };
    carts += 1;
    return { data: { token: `guest-${carts}` } };
  });

  await Promise.all([souk.api.cart.addLine.mutate(line), souk.api.cart.addLine.mutate(line)]);

  expect(carts).toBe(1);
  expect(api.asked[1]?.headers["cart-token"]).toBe("guest-1");
});

test("signing in sends the guest's cart along, then forgets it", async () => {
  const { souk, api } = await open(({ path }) => ({
    data: path === "cart.addLine" ? { token: "guest-1" } : { user },
  }));

  await souk.api.cart.addLine.mutate(line);
  await souk.api.authentication.startSession.mutate({ email: "a@example.com", password: "x" });
  await souk.api.cart.get.query();

  const sent = api.asked.map(({ headers }) => headers["cart-token"]);
  expect(sent).toEqual([undefined, "guest-1", undefined]);
});

test("a sign-in in two steps keeps the guest's cart until the second one is done", async () => {
  const { souk, api } = await open(({ path }) => {
    if (path === "cart.addLine") return { data: { token: "guest-1" } };
    if (path === "authentication.startSession") return { data: { second_factor: secondFactor } };
    return { data: { user } };
  });

  await souk.api.cart.addLine.mutate(line);
  await souk.api.authentication.startSession.mutate({ email: "a@example.com", password: "x" });
  await souk.api.authentication.sessionSecondStep.mutate({ challenge: "c1", code: "123456" });
  await souk.api.cart.get.query();

  const sent = api.asked.map(({ headers }) => headers["cart-token"]);
  expect(sent).toEqual([undefined, "guest-1", "guest-1", undefined]);
});

test("a session begins with its second step, and not before", async () => {
  const onSignedOut = vi.fn();
  const { souk } = await open(({ path }) => {
    if (path === "authentication.startSession") return { data: { second_factor: secondFactor } };
    if (path === "authentication.sessionSecondStep") return { data: { user } };
    return { status: 401, reason: "sign_in_required" };
  }, onSignedOut);
  const ask = () => souk.api.orders.list.query({}).catch(errorReason);

  await souk.api.authentication.startSession.mutate({ email: "a@example.com", password: "x" });
  expect(await ask()).toBe("sign_in_required");
  expect(onSignedOut).not.toHaveBeenCalled();
  await souk.api.authentication.sessionSecondStep.mutate({ challenge: "c1", code: "123456" });
  expect(await ask()).toBe("sign_in_required");
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("a refused sign-in keeps the guest's cart", async () => {
  const { souk, api } = await open(({ path }) =>
    path === "authentication.startSession"
      ? { status: 401, reason: "bad_credentials" }
      : { data: { token: "guest-1" } },
  );

  await souk.api.cart.addLine.mutate(line);
  const attempt = souk.api.authentication.startSession.mutate({ email: "a@b.c", password: "x" });
  await expect(attempt).rejects.toThrow();
  await souk.api.cart.get.query();

  expect(api.asked.at(-1)?.headers["cart-token"]).toBe("guest-1");
});

test("an idempotency key travels with its own call only, and such a call is never batched", async () => {
  const { souk, api } = await open(() => ({ data: {} }));

  await Promise.all([
    souk.api.orders.place.mutate({ payment }, withIdempotencyKey("key-1")),
    souk.api.orders.place.mutate({ payment }, withIdempotencyKey("key-2")),
    souk.api.cart.get.query(),
  ]);

  const keys = api.asked.map(({ path, headers }) => [path, headers["idempotency-key"]]);
  expect(keys.sort()).toEqual([
    ["cart.get", undefined],
    ["orders.place", "key-1"],
    ["orders.place", "key-2"],
  ]);
  expect(api.requests.every((paths) => paths.length === 1)).toBe(true);
});

test("questions asked together travel together, ten at most", async () => {
  const { souk, api } = await open(({ input }) => ({ data: input ?? null }));

  const slugs = Array.from({ length: 12 }, (_, index) => `c${index}`);
  const answers = await Promise.all(
    slugs.map((slug) => souk.api.products.category.query({ slug })),
  );

  expect(answers).toEqual(slugs.map((slug) => ({ slug })));
  expect(api.requests.map((paths) => paths.length)).toEqual([10, 2]);
});

test("a stale cookie is dropped, and a question is asked again as a guest", async () => {
  const onSignedOut = vi.fn();
  let stale = true;
  const { souk } = await open(({ path }) => {
    if (path === "authentication.endSession") stale = false;
    return stale ? { status: 401, reason: "session_ended" } : { data: { items: [] } };
  }, onSignedOut);

  await expect(souk.api.products.categories.query()).resolves.toEqual({ items: [] });
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("a session that ended elsewhere is noticed once, and a guest is no such thing", async () => {
  const onSignedOut = vi.fn();
  let live = false;
  const { souk } = await open(({ path }) => {
    if (path === "authentication.startSession") live = true;
    return live ? { data: { user } } : { status: 401, reason: "sign_in_required" };
  }, onSignedOut);

  await expect(souk.api.users.me.query()).rejects.toThrow();
  expect(onSignedOut).not.toHaveBeenCalled();
  await souk.api.authentication.startSession.mutate({ email: "a@example.com", password: "x" });
  live = false;
  await expect(souk.api.orders.list.query({})).rejects.toThrow();
  await expect(souk.api.users.me.query()).rejects.toThrow();
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("a guest's late answer does not end the session that began meanwhile", async () => {
  const onSignedOut = vi.fn();
  const { souk } = await open(async ({ path }) => {
    if (path === "authentication.startSession") return { data: { user } };
    await new Promise((resolve) => setTimeout(resolve, 40));
    return { status: 401, reason: "sign_in_required" };
  }, onSignedOut);

  const early = souk.api.users.me.query().catch(() => "a guest");
  await new Promise((resolve) => setTimeout(resolve, 10));
  await souk.api.authentication.startSession.mutate({ email: "a@example.com", password: "x" });

  await expect(early).resolves.toBe("a guest");
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("an error tells its reason, its status and its fields", async () => {
  const { souk, api } = await open(() => ({ status: 400, reason: "invalid_input" }));

  const refused: unknown = await souk.api.users.me.query().catch((error: unknown) => error);
  expect(isSoukError(refused)).toBe(true);
  expect([errorReason(refused), errorStatus(refused)]).toEqual(["invalid_input", 400]);
  expect(fieldErrors(refused)).toEqual({});

  await api.close();
  const unreachable: unknown = await souk.api.users.me.query().catch((error: unknown) => error);
  expect([errorReason(unreachable), errorStatus(unreachable)]).toEqual(["network_error", null]);
  expect(errorReason(new Error("ours"))).toBeNull();
});
