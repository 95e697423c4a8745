/** Settings and price lists over HTTP: every node goes by them, kept answers too, by both faces. */
import { access, authentication, products } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

const PASSWORD = "a long enough secret";
/** What is promised of other nodes. */
const WITHIN_MS = 5000;

describe.each(engines)("the settings on several nodes on %s", (engine) => {
  let first: TestServer;
  let second: TestServer;
  let token: string;
  beforeAll(async () => {
    first = await openServer({ engine });
    second = await openServer({ engine, database: first.database });
    const ctx = first.services.systemContext();
    const passwordHash = await authentication.hashPassword(PASSWORD);
    const email = "owner@example.com";
    const names = { username: "owner", firstName: "Omar", lastName: "Owner" };
    await access.appoint(ctx, "owner", { email, ...names, passwordHash });
    const answer = await send("POST", "/auth/login/", { email, password: PASSWORD });
    token = (await told<{ access: string }>(answer)).access;
    await products.saveProduct(ctx, {
      ...{ slug: "mug", title: "Mug" },
      variants: [{ sku: "MUG", price: 1200, onHand: 7 }],
    });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  const send = (method: string, path: string, body: object) =>
    first.fetch(`/api/v1${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const currenciesOf = async (node: TestServer) =>
    (await told<{ currencies: string[] }>(await node.fetch("/api/v1/store/"))).currencies;
  const statusIn = async (node: TestServer, currency: string) =>
    (await node.fetch(`/api/v1/products/?currency=${currency}`)).status;
  const priceOn = async (node: TestServer, path = "/api/v1/products/mug/") => {
    const { variants } = await told<{ variants: { price: { amount: number } }[] }>(
      await node.fetch(path),
    );
    return variants[0]?.price.amount;
  };

  test("are seen at once where they were changed, and elsewhere within seconds", async () => {
    for (const node of [first, second]) expect(await currenciesOf(node)).toEqual(["EUR"]);
    expect((await send("PATCH", "/admin/settings/", { currencies: ["USD"] })).status).toBe(200);
    const changedAt = Date.now();
    expect(await currenciesOf(first)).toEqual(["EUR", "USD"]);
    expect(await statusIn(first, "USD")).toBe(200);
    expect(first.services.systemContext().store.currencies).toEqual(["USD"]);
    const working = second.services.systemContext();
    await vi.waitUntil(async () => (await currenciesOf(second)).length === 2, {
      ...{ timeout: WITHIN_MS, interval: 50 },
    });
    expect(Date.now() - changedAt).toBeLessThan(WITHIN_MS);
    expect(await statusIn(second, "USD")).toBe(200);
    // Background work that began before goes by them too.
    expect(working.store.currencies).toEqual(["USD"]);
  });

  test("tell shoppers the languages of the catalogue, its own first", async () => {
    const store = await told<{ locales: string[] }>(await first.fetch("/api/v1/store/"));
    expect(store.locales).toEqual(["en", "fr"]);
  });

  test("name the field where a currency is not sold in, by both faces", async () => {
    const rest = await first.fetch("/api/v1/products/mug/?currency=GBP");
    expect(rest.status).toBe(400);
    expect(await rest.json()).toMatchObject({
      ...{ code: "currency_unknown", currency: ["This store does not sell in GBP."] },
    });
    const input = encodeURIComponent(JSON.stringify({ id: "mug", currency: "GBP" }));
    const trpc = await first.fetch(`/trpc/products.get?input=${input}`);
    expect(await trpc.json()).toMatchObject({
      error: { data: { reason: "currency_unknown", fields: { currency: [expect.any(String)] } } },
    });
  });

  test("let a price list for everybody change what every node answers, kept or not", async () => {
    expect([await priceOn(first), await priceOn(second)]).toEqual([1200, 1200]);
    const made = await send("POST", "/admin/price-lists/", { name: "Sale" });
    expect(made.status).toBe(201);
    const { id } = await told<{ id: string }>(made);
    const entries = [{ sku: "MUG", amount: 900 }];
    const set = await send("PUT", `/admin/price-lists/${id}/entries/`, { entries });
    expect(await set.json()).toEqual({ saved: 1, removed: 0, unchanged: 0 });
    expect([await priceOn(first), await priceOn(second)]).toEqual([900, 900]);
    const soon = new Date(Date.now() + 1500).toISOString();
    await send("PATCH", `/admin/price-lists/${id}/`, { ends_at: soon });
    expect(await priceOn(second)).toBe(900);
    await vi.waitUntil(async () => (await priceOn(second)) === 1200, { timeout: 5000 });
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
  });

  test("tell each wrong row of a price list by its number, as REST does", async () => {
    const { id } = await told<{ id: string }>(
      await send("POST", "/admin/price-lists/", { name: "Wrong" }),
    );
    const entries = [
      { sku: "MUG", amount: 900 },
      { sku: "CUP", amount: 1 },
    ];
    const refused = await send("PUT", `/admin/price-lists/${id}/entries/`, { entries });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      ...{ code: "entries_invalid", errors: { "entries.1.sku": [expect.any(String)] } },
    });
  });
});
