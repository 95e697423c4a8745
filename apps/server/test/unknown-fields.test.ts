/** What a call may say: documented fields, filters and sorts, and of the lists documented values only. */
import { access, appRouter, authentication } from "@souk/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type ProcedureInfo, proceduresOf } from "../src/http/procedures.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type Problem, type TrpcAnswer, told } from "./support/told.ts";

const PASSWORD = "a long enough secret";
const SOME_ID = "01890000-0000-7000-8000-000000000000";
const procedures = proceduresOf(appRouter);
const queries = procedures.filter(({ type }) => type === "query");

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await openServer();
  const passwordHash = await authentication.hashPassword(PASSWORD);
  const email = "owner@example.com";
  const names = { username: "owner", firstName: "Omar", lastName: "Alaoui" };
  await access.appoint(server.services.systemContext(), "owner", { ...names, email, passwordHash });
  const answer = await server.fetch("/api/v1/auth/login/", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const signedIn = await told<{ access: string }>(answer);
  headers = { Authorization: `Bearer ${signedIn.access}` };
});
afterAll(() => server.close());

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set("file", new Blob(["a file"], { type: "image/png" }), "a.png");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The fields of an error, on either face. */
async function refusedFields({ name, type, meta }: ProcedureInfo, field: string, value: string) {
  const { path = "", method = "GET" } = meta.openapi ?? {};
  const ids = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => [id, SOME_ID]));
  const address = `/api${path.replace(/\{\w+\}/g, SOME_ID)}`;
  const own = { ...headers, "Idempotency-Key": "a-key" };
  const post = (body: Readonly<Record<string, string>>) =>
    meta.upload === undefined
      ? { headers: { ...own, "Content-Type": "application/json" }, body: JSON.stringify(body) }
      : { headers: own, body: formOf(body) };
  const inQuery = method === "GET" || method === "DELETE";
  const rest = await (inQuery
    ? server.fetch(`${address}?${field}=${value}`, { method, headers })
    : server.fetch(address, { method, ...post({ [field]: value }) }));
  const input = { ...ids, [field]: value };
  const trpc = await (type === "query"
    ? server.fetch(`/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
    : server.fetch(`/trpc/${name}`, { method: "POST", ...post(input) }));
  expect([rest.status, trpc.status], `${name} ${field}`).toEqual([400, 400]);
  const { errors } = await told<Problem>(rest);
  const { error } = await told<TrpcAnswer>(trpc);
  return [Object.keys(errors), Object.keys(error.data["fields"] ?? {})];
}

interface Described {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>;
}

const listed = queries.flatMap((procedure) => {
  const [input] = procedure.inputs;
  const { properties = {} } = z.toJSONSchema(input as z.ZodType, { io: "input" }) as Described;
  const choices = Object.entries(properties).filter(([, { enum: values }]) => values !== undefined);
  return choices.map(([field]) => ({ name: procedure.name, field, procedure }));
});

describe("a call", () => {
  it.each(procedures.map((procedure) => ({ name: procedure.name, procedure })))(
    "says nothing that is not documented: $name",
    async ({ procedure }) => {
      const fields = await refusedFields(procedure, "no_such_field", "1");
      for (const named of fields) expect(named).toContain("no_such_field");
    },
  );

  it.each(listed)("chooses from the documented list only: $field of $name", async (one) => {
    const fields = await refusedFields(one.procedure, one.field, "no_such_value");
    // Beside it only what had to be given.
    for (const named of fields) expect(named).toContain(one.field);
  });

  it("has lists to choose from", () => {
    const names = listed.map(({ name, field }) => `${name} ${field}`);
    expect(names).toEqual(expect.arrayContaining(["products.list sort", "orders.list status"]));
  });
});
