/** The REST edge on a router of its own: addresses, query strings, bodies, methods. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { echoRouter, effectsSoFar } from "./support/echo-router.ts";
import { openServer, type TestServer } from "./support/open-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ router: echoRouter });
});
afterAll(() => server.close());

const get = async (path: string, init: RequestInit = {}) => {
  const response = await server.fetch(path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
};

const send = (
  method: string,
  path: string,
  body: NonNullable<RequestInit["body"]> | null,
  type = "application/json",
) => get(path, { method, body, headers: type === "" ? {} : { "Content-Type": type } });

describe("query strings are read by the schema's own types", () => {
  test.each([
    ["text=12", { text: "12" }],
    ["text=", { text: "" }],
    ["text=null", { text: "null" }],
    ["size=12", { size: 12 }],
    ["size=", {}],
    ["ratio=-1.5e1", { ratio: -15 }],
    ["flag=false", { flag: false }],
    ["flag=true", { flag: true }],
    ["flag=", {}],
    ["kind=b", { kind: "b" }],
    ["kind=", {}],
    ["words=a&words=b,c", { words: ["a", "b,c"] }],
    ["words=a", { words: ["a"] }],
    ["words=", {}],
    ["sizes=1&sizes=2", { sizes: [1, 2] }],
    ["limit=5", { limit: 5 }],
    ["text=caf%C3%A9+au+lait", { text: "café au lait" }],
  ])("%s", async (query, expected) => {
    const { status, body } = await get(`/api/v1/items/?${query}`);
    expect(status).toBe(200);
    expect(body).toEqual({ limit: 24, ...expected });
  });

  test.each([
    ["flag=0", "flag"],
    ["flag=False", "flag"],
    ["size=null", "size"],
    ["ratio=null", "ratio"],
    ["size=1.5", "size"],
    ["size=0x10", "size"],
    ["size=%201", "size"],
    ["size=1e999", "size"],
    ["sizes=1&sizes=x", "sizes.1"],
    ["surprise=1", "surprise"],
    ["text=a&text=b", "text"],
    ["surprise=1&surprise=2", "surprise"],
    ["__proto__=1", "__proto__"],
    ["words[]=a", "words[]"],
    ["text=a%00b", "text"],
  ])("%s is refused by name", async (query, field) => {
    const { status, body } = await get(`/api/v1/items/?${query}`);
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toEqual([field]);
  });

  test("a broken encoding is refused, half a character too", async () => {
    expect((await get("/api/v1/items/?text=%ED%A0%80")).status).toBe(400);
    expect((await get("/api/v1/items/?text=%E0%A4%A")).body).toMatchObject({
      status: 400,
      code: "malformed_url",
    });
  });

  test("tRPC takes no texts for numbers, whatever REST calls went before", async () => {
    await get("/api/v1/items/?size=12&flag=false");
    const input = encodeURIComponent(JSON.stringify({ size: "12" }));
    expect((await get(`/trpc/list?input=${input}`)).status).toBe(400);
    expect((await send("POST", "/api/v1/items/", '{"name":"a","size":"12"}')).status).toBe(400);
  });
});

describe("addresses", () => {
  test("answer with and without the slash at the end", async () => {
    expect((await get("/api/v1/items")).status).toBe(200);
    expect((await get("/api/v1/items/")).status).toBe(200);
  });

  test("a literal goes before a parameter", async () => {
    expect((await get("/api/v1/items/special/")).body).toBe("the literal");
    expect((await get("/api/v1/items/other/")).body).toEqual({ id: "other" });
  });

  test("path parameters are decoded", async () => {
    expect((await get("/api/v1/items/a%2Fb%20%C3%A9/")).body).toEqual({ id: "a/b é" });
  });

  test("a broken encoding is 400, a NUL as well", async () => {
    expect((await get("/api/v1/items/%E0%A4%A/")).status).toBe(400);
    expect((await get("/api/v1/items/a%00b/")).body.errors).toHaveProperty("id");
  });

  test.each([
    "/api/v1/nothing/",
    "/api/v1/",
    "/api/",
    "/api/v1//items/",
    "/api/v1/items//",
    "/api/V1/items/",
  ])("%s is 404", async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(body.code).toBe("not_found");
  });

  test("the path wins: the same name again is an unknown field", async () => {
    const patched = await send("PATCH", "/api/v1/items/7/", '{"id":"8","name":"x"}');
    expect(patched.body).toMatchObject({ status: 400, id: ["Unknown field."] });
    expect((await get("/api/v1/items/7/?id=8")).body).toMatchObject({ status: 400 });
    expect((await send("PATCH", "/api/v1/items/7/", '{"name":"x"}')).body).toEqual({
      id: "7",
      name: "x",
    });
  });

  test("one that is too long is 414", async () => {
    expect((await get(`/api/v1/items/?text=${"a".repeat(9000)}`)).status).toBe(414);
  });
});

describe("methods", () => {
  test("a wrong one is 405 and says which are right", async () => {
    const { status, headers } = await get("/api/v1/items/", { method: "PUT" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
  });

  test("OPTIONS says them with 204", async () => {
    const { status, headers } = await get("/api/v1/items/7/", { method: "OPTIONS" });
    expect(status).toBe(204);
    expect(headers.get("allow")).toBe("GET, PATCH, DELETE, HEAD, OPTIONS");
  });

  test("HEAD is GET without a body", async () => {
    const head = await get("/api/v1/items/?size=1", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.body).toBe("");
    expect(head.headers.get("content-length")).toBe(String('{"size":1,"limit":24}'.length));
    expect((await get("/api/v1/items/?size=x", { method: "HEAD" })).status).toBe(400);
  });

  test("HEAD never uses up what GET would", async () => {
    const before = effectsSoFar();
    const { status, headers } = await get("/api/v1/use-up/7/", { method: "HEAD" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, OPTIONS");
    expect(effectsSoFar()).toBe(before);
    expect((await get("/api/v1/use-up/7/")).status).toBe(200);
  });

  test("a deletion ignores its body and answers 204 without one", async () => {
    const { status, body, headers } = await send("DELETE", "/api/v1/items/7/", '{"junk":');
    expect(status).toBe(204);
    expect(body).toBe("");
    expect(headers.get("content-type")).toBeNull();
  });
});

describe("bodies", () => {
  test("a good one answers the documented status", async () => {
    const { status, body, headers } = await send("POST", "/api/v1/items/", '{"name":"Zellige"}');
    expect(status).toBe(201);
    expect(body).toEqual({ name: "Zellige" });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test("a charset of UTF-8 is fine, others are 415", async () => {
    const ok = await send(
      "POST",
      "/api/v1/items/",
      '{"name":"é"}',
      "application/json; charset=UTF-8",
    );
    expect(ok.status).toBe(201);
    const latin = "application/json; charset=iso-8859-1";
    expect((await send("POST", "/api/v1/items/", "{}", latin)).status).toBe(415);
  });

  test.each([
    ["text/plain", '{"name":"a"}'],
    ["application/x-www-form-urlencoded", "name=a"],
    ["multipart/form-data; boundary=x", "--x--"],
  ])("%s is 415", async (type, body) => {
    const answer = await send("POST", "/api/v1/items/", body, type);
    expect(answer.body).toMatchObject({ status: 415, code: "unsupported_media_type" });
  });

  test("a compressed one is 415", async () => {
    const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
    const init = { method: "POST", headers, body: "x" };
    expect((await get("/api/v1/items/", init)).status).toBe(415);
  });

  test.each([
    ['{"name":"a', "malformed_json"],
    ["[]", "object_expected"],
    ['"text"', "object_expected"],
    ["null", "object_expected"],
    [`{"data":${"[".repeat(40)}${"]".repeat(40)}}`, "nested_too_deeply"],
    ['{"__proto__":{"a":1}}', "invalid_input"],
    ['{"data":{"constructor":1}}', "invalid_input"],
    ['{"name":"a\\u0000b"}', "invalid_input"],
    ['{"name":"a\\ud800"}', "invalid_input"],
    ['{"data":{"\\udc00":1}}', "invalid_input"],
  ])("%s is 400", async (body, code) => {
    expect((await send("POST", "/api/v1/items/", body)).body).toMatchObject({ status: 400, code });
  });

  test.each(['{"__proto__":{"a":1}}', '{"data":[{"constructor":{"prototype":1}}]}'])(
    "%s names what bites later",
    async (body) => {
      const { errors } = (await send("POST", "/api/v1/items/", body)).body;
      expect(Object.values(errors)).toEqual([["This name is not allowed."]]);
    },
  );

  test("half a character is refused by its field, a whole one is taken", async () => {
    const half = '{"name":"a","data":{"sizes":["L","\\ud83c"]}}';
    const { errors } = (await send("POST", "/api/v1/items/", half)).body;
    expect(errors).toEqual({ "data.sizes.1": ["Half a character is not allowed."] });
    const whole = await send("POST", "/api/v1/items/", '{"name":"\\ud83c\\udf75"}');
    expect(whole.status).toBeLessThan(300);
  });

  test("bytes that are no UTF-8 are 400", async () => {
    const answer = await send("POST", "/api/v1/items/", new Uint8Array([0x22, 0xff, 0x22]));
    expect(answer.body).toMatchObject({ status: 400, code: "malformed_json" });
  });

  test("none at all leaves the schema to say what is missing", async () => {
    const { status, body } = await send("POST", "/api/v1/items/", null, "");
    expect(status).toBe(400);
    expect(body.name).toEqual(["This field is required."]);
  });

  test("one beyond the limit is 413, and nothing happens", async () => {
    const before = effectsSoFar();
    const big = JSON.stringify({ name: "a".repeat(1_100_000) });
    expect((await send("POST", "/api/v1/items/", big)).body).toMatchObject({ status: 413 });
    const stream = new Blob([big]).stream();
    const chunked = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    const headers = { "Content-Type": "application/json" };
    expect((await get("/api/v1/items/", { ...chunked, headers })).status).toBe(413);
    expect(effectsSoFar()).toBe(before);
  });

  test("unknown fields are refused by name, as are stray parameters", async () => {
    const { body } = await send("POST", "/api/v1/items/", '{"name":"a","role":"admin"}');
    expect(body).toMatchObject({ status: 400, role: ["Unknown field."] });
    const stray = await send("POST", "/api/v1/items/?debug=1", '{"name":"a"}');
    expect(stray.body).toMatchObject({ status: 400, debug: ["Unknown parameter."] });
  });
});
