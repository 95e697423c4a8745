/** From a request to one of the routes, and its answer back: the least that HTTP asks for. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Asked, Route, Routes } from "./routes.ts";

const KEEP_ALIVE_MS = 65_000;
const TRPC = "/trpc/";
const PRODUCTS = "/api/v1/products/";

export function serve(routes: Routes, port: number): void {
  const server = createServer((req, res) => {
    answer(routes, req).then(
      ({ status, body }) => send(res, status, body),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        send(res, 500, "{}");
      },
    );
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, "127.0.0.1");
  process.once("SIGTERM", () => process.exit(0));
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function answer(routes: Routes, req: IncomingMessage): Promise<Answer> {
  const [path = "", search = ""] = (req.url ?? "").split("?");
  if (path === "/health") return { status: 200, body: "{}" };
  if (path.startsWith(TRPC)) {
    const route = routes.trpc.get(path.slice(TRPC.length));
    if (route === undefined) return { status: 404, body: "{}" };
    const text =
      req.method === "GET" ? (new URLSearchParams(search).get("input") ?? "") : await bodyOf(req);
    const data = await route.answer(askedOf(req, JSON.parse(text)));
    return { status: 200, body: JSON.stringify({ result: { data } }) };
  }
  const found = restRoute(routes, req, path, search);
  if (found === null) return { status: 404, body: "{}" };
  const { route, query } = found;
  const input: unknown = req.method === "GET" ? query : JSON.parse(await bodyOf(req));
  const body = JSON.stringify(await route.answer(askedOf(req, input)));
  return { status: route.status, body };
}

function restRoute(
  routes: Routes,
  req: IncomingMessage,
  path: string,
  search: string,
): { route: Route; query: object } | null {
  if (path.startsWith(PRODUCTS) && path.length > PRODUCTS.length) {
    const route = routes.rest.get(`GET ${PRODUCTS}*`);
    return route === undefined ? null : { route, query: { id: path.slice(PRODUCTS.length, -1) } };
  }
  const route = routes.rest.get(`${req.method} ${path}`);
  if (route === undefined) return null;
  const query = Object.fromEntries(new URLSearchParams(search));
  return { route, query: { ...query, limit: Number(query["limit"]) } };
}

const askedOf = (req: IncomingMessage, input: unknown): Asked => ({
  headers: req.headers,
  remoteAddress: req.socket.remoteAddress ?? "",
  input,
});

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function send(res: ServerResponse, status: number, body: string): void {
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}
