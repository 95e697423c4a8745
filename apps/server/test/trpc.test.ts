/** The tRPC face: limits at its door, and a fast way that nobody can tell from the stock one. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOpener } from "../src/http/context.ts";
import { openExchange } from "../src/http/exchange.ts";
import { originsOf } from "../src/http/origin.ts";
import { sharedAnswers } from "../src/http/shared/answers.ts";
import { trpcHandler } from "../src/http/trpc/handler.ts";
import { uploadReader } from "../src/http/upload.ts";
import { echoRouter } from "./support/echo-router.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { type TrpcAnswer, told } from "./support/told.ts";

let server: TestServer;
/** The same router by both ways, without anything around them. */
let bare: Server;
let address: string;

beforeAll(async () => {
  server = await openServer({ router: echoRouter });
  const { services } = server;
  const faces = {
    router: echoRouter,
    bodyLimit: 10_000,
    readUpload: uploadReader(),
    answers: sharedAnswers(services.cache),
    openContext: contextOpener(services, originsOf(server.config)),
    onWrite: () => undefined,
  };
  const app = express();
  app.use(openExchange(services.log, 0));
  app.use("/fast", trpcHandler(faces));
  app.use("/stock", trpcHandler({ ...faces, fastQueries: false }));
  bare = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => bare.once("listening", resolve));
  address = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
});
afterAll(async () => {
  bare.closeAllConnections();
  bare.close();
  await server.close();
});

const input = (value: unknown): string => `input=${encodeURIComponent(JSON.stringify(value))}`;

describe("the fast way answers what the stock handler answers", () => {
  const asked: [path: string, init?: RequestInit][] = [
    ["special"],
    ["list"],
    [`list?${input({ size: 3 })}`],
    [`list?${input({ size: "3" })}`],
    [`list?${input({ nope: 1 })}`],
    [`list?${input(null)}`],
    ["list?input="],
    [`get?${input({ id: "ü" })}`],
    ["get"],
    ["bug"],
    ["limited"],
    ["away"],
    ["nothing"],
    ["toString"],
    ["create"],
    ["big"],
    ["special,special?batch=1"],
    ["special?batch=1"],
    [`get,list?batch=1&${input({ 0: { id: "a" }, 1: { size: 1 } })}`],
    [`get,list?batch=1&${input({ 1: { size: 1 } })}`],
    [`special,bug,limited,away?batch=1`],
    ["away,away?batch=1"],
    [`special,nothing?batch=1`],
    [`special,create?batch=1`],
    [`get,get?batch=1&${input([{ id: "a" }])}`],
    [`get,get?batch=1&${input("text")}`],
    [`get?batch=1&${input({ 0: null })}`],
    [`${Array(20).fill("special").join(",")}?batch=1`],
    [`${Array(21).fill("special").join(",")}?batch=1`],
    ["special%2Cspecial?batch=1"],
    ["special?batch=0"],
    ["special?connectionParams=%7B%7D"],
    ["special,special?batch=1", { headers: { "trpc-accept": "application/jsonl" } }],
    ["special", { headers: { "Content-Type": "application/json" } }],
    ["special", { headers: { "Content-Type": "multipart/form-data" } }],
    ["context", { headers: { "X-Request-Id": "request-1", Authorization: "Bearer x" } }],
  ];

  test.each(asked)("%s", async (path, init = {}) => {
    const ask = async (way: string) => {
      const headers = { "X-Request-Id": "request-0", ...init.headers };
      const response = await fetch(`${address}/${way}/${path}`, { ...init, headers });
      const { status } = response;
      const told = ["content-type", "vary", "retry-after", "www-authenticate", "x-request-id"];
      return {
        status,
        headers: told.map((name) => [name, response.headers.get(name)]),
        body: await response.text(),
      };
    };
    const stock = await ask("stock");
    expect(stock.body.length).toBeGreaterThan(0);
    expect(await ask("fast")).toEqual(stock);
  });
});

describe("its door", () => {
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await server.fetch(`/trpc/${path}`, init);
    return {
      status: response.status,
      headers: response.headers,
      body: await told<TrpcAnswer>(response),
    };
  };
  const post = (path: string, body: NonNullable<RequestInit["body"]>, type = "application/json") =>
    call(path, { method: "POST", body, headers: { "Content-Type": type } });

  test("takes a mutation with and without a body", async () => {
    expect((await post("create", '{"name":"a"}')).body).toEqual({
      result: { data: { name: "a" } },
    });
    expect((await call("replayed", { method: "POST" })).status).toBe(200);
  });

  test("refuses harmful input as the REST face does", async () => {
    const harmful = [
      '{"__proto__":{}}',
      '{"name":"a\\u0000"}',
      '{"name":"a\\ud800"}',
      `${"[".repeat(40)}${"]".repeat(40)}`,
      '{"a',
    ];
    for (const text of harmful) {
      expect((await post("create", text)).status).toBe(400);
      expect((await call(`list?input=${encodeURIComponent(text)}`)).status).toBe(400);
    }
  });

  test.each([
    ["a form", "name=a", "application/x-www-form-urlencoded", 415],
    ["plain text", '{"name":"a"}', "text/plain", 415],
    ["too much", JSON.stringify({ name: "a".repeat(1_100_000) }), "application/json", 413],
  ])("refuses %s", async (_what, body, type, status) => {
    const answer = await post("create", body, type);
    expect(answer.status).toBe(status);
    expect(answer.body.error.data["httpStatus"]).toBe(status);
  });

  test("limits batches, and never mixes their kinds", async () => {
    expect((await call(`${Array(21).fill("special").join(",")}?batch=1`)).status).toBe(400);
    expect((await post("create,special?batch=1", '{"0":{"name":"a"}}')).status).toBe(400);
  });

  test("knows GET, POST and OPTIONS", async () => {
    const { status, headers } = await call("special", { method: "DELETE" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, POST, OPTIONS");
    expect((await call("create", { method: "GET" })).status).toBe(405);
  });

  test("leads nowhere below a procedure", async () => {
    expect((await call("x/special")).status).toBe(404);
    expect((await call("%ff")).status).toBe(400);
  });

  test("is never stored", async () => {
    expect((await call("special")).headers.get("cache-control")).toBe("no-store");
  });
});
