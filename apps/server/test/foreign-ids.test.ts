/** Ids of other people and of another store: wherever they are given, there is no such thing. */
import { access, appRouter, authentication, products, shipping, users } from "@souk/api";
import { passkeys } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProcedureInfo, proceduresOf } from "../src/http/procedures.ts";
import { catalogBelongings } from "./support/catalog-belongings.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { productBelongings } from "./support/product-belongings.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "a long enough secret";
const procedures = proceduresOf(appRouter);

const postalAddress = {
  ...{ first_name: "Amina", last_name: "Alaoui", line1: "1 rue des Tanneurs" },
  ...{ city: "Marseille", postal_code: "13001", country_code: "FR" },
};

type Input = Readonly<Record<string, unknown>>;

/** What everybody may look at, or holds the secret of. */
const NOBODYS = [
  ...["authentication.verifyEmail", "products.brand", "products.category"],
  ...["products.collections.get", "products.get"],
  ...["reviews.list", "reviews.summary"],
];

describe.each(engines)("ids of others on %s", (engine) => {
  let server: TestServer;
  let next: TestServer;
  /** By procedure: what would reach something of the owner's. */
  let inputs: Readonly<Record<string, Input>>;
  /** By procedure: lists that the owner's id would fill. */
  let filters: Readonly<Record<string, Input>>;
  let theirs: string;
  let stranger: string;
  let neighbour: string;

  beforeAll(async () => {
    server = await openServer({ engine });
    const DATABASE_URL = server.database.url;
    next = await openServer({ engine, environment: { DATABASE_URL, SOUK_STORE: "next-door" } });
    theirs = await member(server, "theirs", "owner");
    stranger = await member(server, "stranger");
    neighbour = await member(next, "neighbour", "owner");
    ({ inputs, filters } = await belongings());
  });
  afterAll(async () => {
    await next.close();
    await server.close();
  });

  async function member(at: TestServer, name: string, role?: string): Promise<string> {
    const ctx = at.services.systemContext();
    const passwordHash = await authentication.hashPassword(PASSWORD);
    const names = { username: name, firstName: "Amina", lastName: "Alaoui" };
    const account = { ...names, email: `${name}@example.com`, passwordHash };
    const { id } = await users.addUser(ctx, { ...account, phone: null });
    await users.confirmEmail(ctx, id);
    if (role !== undefined) await access.appoint(ctx, role, account);
    const body = { email: account.email, password: PASSWORD };
    const answer = await send(at, "", "POST", "/api/v1/auth/login/", body);
    return (await told<{ access: string }>(answer)).access;
  }

  const send = (at: TestServer, token: string, method: string, path: string, body?: object) =>
    at.fetch(path, {
      method,
      headers: {
        ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        "Idempotency-Key": `${method}${path.length}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const mine = async <T = { id: string }>(method: string, path: string, body?: object) => {
    const answer = await send(server, theirs, method, `/api/v1${path}`, body);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };

  async function belongings() {
    const ctx = server.services.systemContext();
    const me = await mine("GET", "/users/me/");
    await products.saveProduct(ctx, {
      ...{ slug: "tea-glass", title: "Tea glass" },
      variants: [{ price: 1250, onHand: 5 }],
    });
    const shown = await mine<{ variants: { id: string }[] }>("GET", "/products/tea-glass/");
    const variant = shown.variants[0]?.id;
    await shipping.saveMethod(ctx, {
      ...{ code: "standard", name: "Standard", description: "", amount: 490, freeFrom: null },
      ...{ countries: [], minDays: 2, maxDays: 4, position: 1 },
    });
    const fill = () =>
      mine<{ lines: { id: string }[] }>("POST", "/cart/lines/", { variant_id: variant });
    await fill();
    await mine("PUT", "/cart/addresses/", { shipping_address: postalAddress });
    await mine("PUT", "/cart/shipping-method/", { code: "standard" });
    const payment = { gateway: "test", token: "tok_visa" };
    const order = await mine<{ id: string; number: string }>("POST", "/orders/", { payment });
    const [line] = (await fill()).lines;
    const address = await mine("POST", "/users/me/addresses/", { type: "other", ...postalAddress });
    const sessions = await mine<{ items: { id: string }[] }>("GET", "/auth/sessions/");
    const held = ["orders:read"];
    const role = await mine("POST", "/admin/roles/", { name: "Packers", permissions: held });
    const key = await mine("POST", "/admin/api-keys/", { name: "Stock", permissions: held });
    const [passkey] = await ctx.db
      .insert(passkeys)
      .values({
        ...{ storeId: ctx.store.id, userId: me.id, name: "Key", credentialId: "credential" },
        ...{ publicKey: "key", counter: 0, transports: [], isBackedUp: false },
      })
      .returning({ id: passkeys.id });
    const session = { id: sessions.items[0]?.id };
    return {
      inputs: {
        ...(await catalogBelongings(ctx, me.id, variant ?? "")),
        ...(await productBelongings((path, body) => mine("POST", `/admin/${path}`, body))),
        "access.deleteRole": { id: role.id },
        "access.revokeApiKey": { id: key.id },
        "access.updateRole": { id: role.id, name: "Mine" },
        "access.withdrawRole": { user_id: me.id, role_id: role.id },
        "authentication.endDeviceSession": session,
        "authentication.passkeys.remove": { id: passkey?.id },
        "authentication.passkeys.rename": { id: passkey?.id, name: "Mine" },
        "authentication.security.disableUser": { id: me.id },
        "authentication.security.enableUser": { id: me.id },
        "authentication.security.endSession": session,
        "authentication.security.endSessionsOfUser": { id: me.id },
        "cart.addLine": { variant_id: variant },
        "cart.removeLine": { line_id: line?.id },
        "cart.updateLine": { line_id: line?.id, quantity: 2 },
        "orders.get": { number: order.number },
        "orders.getAny": { number: order.id },
        "access.grantRole": { email: "neighbour@example.com", role_id: role.id },
        "privacy.erasePerson": { id: me.id, confirm: "theirs@example.com" },
        "privacy.exportPerson": { id: me.id },
        "users.getAddress": { id: address.id },
        "users.deleteAddress": { id: address.id },
        "users.get": { id: me.id },
        "users.updateAddress": { id: address.id, city: "Fes" },
      },
      filters: {
        "authentication.security.attempts": { account: "theirs@example.com" },
        "authentication.security.sessions": { user_id: me.id },
        "core.audit": { subject_id: me.id },
        "orders.listAll": { user_id: me.id },
        "users.list": { search: "theirs@" },
      },
    };
  }

  const infoOf = (name: string): ProcedureInfo => {
    const info = procedures.find((procedure) => procedure.name === name);
    if (info === undefined) throw new Error(`there is no ${name}`);
    return info;
  };

  async function byRest(at: TestServer, token: string, { meta }: ProcedureInfo, input: Input) {
    const { method = "GET", path = "" } = meta.openapi ?? {};
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? "");
    const address = path.replace(/\{(\w+)\}/g, (_, field: string) => String(input[field]));
    const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !named.includes(key)));
    const bodiless = method === "GET" || method === "DELETE";
    const query = bodiless ? `?${new URLSearchParams(rest as Record<string, string>)}` : "";
    const body = bodiless ? undefined : rest;
    const answer = await send(at, token, method, `/api${address}${query}`, body);
    const text = await answer.text();
    return { status: answer.status, found: text === "" ? null : JSON.parse(text).items };
  }

  async function byTrpc(at: TestServer, token: string, procedure: ProcedureInfo, input: Input) {
    const { name, type } = procedure;
    const query = `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const answer = await (type === "query"
      ? send(at, token, "GET", `/trpc/${name}${query}`)
      : send(at, token, "POST", `/trpc/${name}`, input));
    const { result } = await told<Partial<TrpcAnswer>>(answer);
    const data = result?.data as { items?: unknown[] } | undefined;
    return { status: answer.status, found: data?.items ?? null };
  }

  it("has every operation that takes an id in its path", () => {
    const withId = procedures.filter(({ meta }) => meta.openapi?.path?.includes("{"));
    const names = withId.map(({ name }) => name).filter((name) => !NOBODYS.includes(name));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(names));
  });

  it("of another person are not found, on both faces", async () => {
    for (const [name, input] of Object.entries(inputs)) {
      const procedure = infoOf(name);
      if (procedure.meta.access === "staff" || name === "cart.addLine") continue;
      for (const face of [byRest, byTrpc]) {
        const { status } = await face(server, stranger, procedure, input);
        expect(status, `${name} by ${face.name}`).toBe(404);
      }
    }
  });

  it("of another store are not found by its neighbour's owner, on both faces", async () => {
    for (const [name, input] of Object.entries(inputs)) {
      for (const face of [byRest, byTrpc]) {
        const { status } = await face(next, neighbour, infoOf(name), input);
        expect(status, `${name} by ${face.name}`).toBe(404);
      }
    }
  });

  it("of another store fill no list of its neighbour's owner, on both faces", async () => {
    for (const [name, input] of Object.entries(filters)) {
      for (const face of [byRest, byTrpc]) {
        const own = await face(server, theirs, infoOf(name), input);
        expect(own.found, `${name} by ${face.name}`).not.toHaveLength(0);
        const { status, found } = await face(next, neighbour, infoOf(name), input);
        expect({ status, found }, `${name} by ${face.name}`).toEqual({ status: 200, found: [] });
      }
    }
  });

  it("left everything as it was", async () => {
    const { city } = await mine<{ city: string }>(
      "GET",
      `/users/me/addresses/${inputs["users.getAddress"]?.["id"]}/`,
    );
    expect(city).toBe(postalAddress.city);
    expect((await mine<{ lines: object[] }>("GET", "/cart/")).lines).toHaveLength(1);
    expect((await mine<{ items: object[] }>("GET", "/auth/passkeys/")).items).toHaveLength(1);
    const roles = await mine<{ items: { name: string }[] }>("GET", "/admin/roles/");
    expect(roles.items.map(({ name }) => name)).toContain("Packers");
  });

  it("are ids of a token that another store does not know", async () => {
    for (const path of ["/api/v1/users/me/", "/trpc/users.me"]) {
      expect((await send(next, theirs, "GET", path)).status).toBe(401);
    }
  });
});
