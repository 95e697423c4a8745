/** tRPC on Express: limits first, then the fast way for queries, and the stock handler for the rest. */
import type { Context } from "@souk/api";
import { type AnyTRPCRouter, getTRPCErrorShape, type TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Request, RequestHandler, Response } from "express";
import { asTransportError, malformed, refusalOf } from "../edge-error.ts";
import { exchangeOf } from "../exchange.ts";
import { parseJson, readJsonText } from "../json.ts";
import { errorHeaders } from "../problem.ts";
import { proceduresOf } from "../procedures.ts";
import type { SharedAnswers } from "../shared/answers.ts";
import type { UploadReader } from "../upload.ts";
import { answerQueryCall, readQueryCall, sendQueryAnswer } from "./fast-queries.ts";
import { answerUpload } from "./uploads.ts";

/** The most calls of one batch. */
export const MAX_BATCH_SIZE = 20;

const METHODS = "GET, POST, OPTIONS";

export interface TrpcOptions {
  readonly router: AnyTRPCRouter;
  readonly bodyLimit: number;
  readonly readUpload: UploadReader;
  readonly openContext: (req: Request, res: Response, writes: boolean) => Promise<Context>;
  readonly answers: SharedAnswers;
  readonly onWrite: () => void;
  /** Off only to compare the two ways. */
  readonly fastQueries?: boolean;
}

export function trpcHandler(options: TrpcOptions): RequestHandler {
  const { router, answers, fastQueries = true } = options;
  const queries = new Map(
    proceduresOf(router)
      .filter(({ type }) => type === "query")
      .map((procedure) => [procedure.name, procedure]),
  );
  const uploads = new Map(
    proceduresOf(router).flatMap(({ name, meta }) =>
      meta.upload ? [[name, meta.upload.maxBytes] as const] : [],
    ),
  );
  const stock = stockHandler(router);
  return async (req, res, next) => {
    try {
      if (req.method === "OPTIONS") {
        res.status(204).set("Allow", METHODS).end();
        return;
      }
      const upload = uploadIn(req, uploads);
      if (upload !== null) {
        exchangeOf(res).route = `POST /trpc/${upload.path}`;
        const ctx = await options.openContext(req, res, true);
        res.once("finish", options.onWrite);
        const { readUpload } = options;
        await answerUpload({ router, readUpload, ctx, ...upload }, req, res);
        return;
      }
      const { name, query, input } = await readCall(req, options.bodyLimit);
      const writes = req.method !== "GET";
      exchangeOf(res).route = `${req.method} /trpc/${name.slice(0, 200)}`;
      const ctx = await options.openContext(req, res, writes);
      const call = fastQueries ? readQueryCall(req, queries, name, query, input) : null;
      if (call !== null && call.paths.length <= MAX_BATCH_SIZE) {
        const answer = await answerQueryCall({ router, queries, answers }, call, ctx);
        for (const error of answer.errors) exchangeOf(res).report(error);
        res.set(errorHeaders(answer.errors));
        sendQueryAnswer(req, res, answer);
        return;
      }
      contexts.set(res, ctx);
      if (writes) res.once("finish", options.onWrite);
      await stock(req, res, next);
    } catch (error) {
      sendTrpcError(router, res, asTransportError(error));
    }
  };
}

const contexts = new WeakMap<object, Context>();

function stockHandler(router: AnyTRPCRouter): RequestHandler {
  return createExpressMiddleware({
    router,
    maxBatchSize: MAX_BATCH_SIZE,
    createContext: ({ res }) => contexts.get(res),
    responseMeta: ({ errors }) => ({ headers: new Headers(errorHeaders(errors)) }),
    onError: ({ error, req }) => {
      if (req.res !== undefined) exchangeOf(req.res).report(error);
    },
  });
}

interface Call {
  readonly name: string;
  readonly query: URLSearchParams;
  /** Of a GET: what its `input` parameter holds. */
  readonly input: unknown;
}

/** Refuses what no procedure should ever see, and leaves the body as a text to the stock handler. */
async function readCall(req: Request, bodyLimit: number): Promise<Call> {
  if (req.method !== "GET" && req.method !== "POST") {
    throw refusalOf("METHOD_NOT_SUPPORTED", `${req.method} is not possible here.`);
  }
  const [path = "", search = ""] = req.url.split(/\?(.*)/s);
  const name = decodedName(path);
  const query = new URLSearchParams(search);
  if (req.method === "GET") {
    const text = query.get("input");
    return { name, query, input: text ? parseJson(text, "The input") : undefined };
  }
  // A mutation without input may come without a body; the stock handler wants one all the same.
  const body = (await readJsonText(req, bodyLimit)) ?? "{}";
  parseJson(body, "The body");
  req.body = body;
  req.headers["content-type"] = "application/json";
  return { name, query, input: undefined };
}

/** The procedure that takes this file; null where the call is any other. */
function uploadIn({ method, url }: Request, uploads: ReadonlyMap<string, number>) {
  const [address = ""] = url.split("?");
  const path = decodedName(address);
  const maxBytes = uploads.get(path);
  return method === "POST" && maxBytes !== undefined ? { path, maxBytes } : null;
}

function decodedName(path: string): string {
  const segment = path.replace(/^\//, "");
  if (segment.includes("/")) throw refusalOf("NOT_FOUND", "There is nothing at this address.");
  try {
    return decodeURIComponent(segment);
  } catch {
    throw malformed("malformed_url", "The path is not valid percent-encoded UTF-8.");
  }
}

/** An error of the transport itself, in the shape that procedures' errors have. */
export function sendTrpcError(router: AnyTRPCRouter, res: Response, error: TRPCError): void {
  const exchange = exchangeOf(res);
  exchange.report(error);
  const shape: { data?: object } = getTRPCErrorShape({
    config: router._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
  const data = { ...shape.data, requestId: exchange.id };
  res.status(getHTTPStatusCodeFromError(error)).set(errorHeaders([error]));
  if (error.code === "METHOD_NOT_SUPPORTED") res.set("Allow", METHODS);
  res.set("Content-Type", "application/json");
  res.end(JSON.stringify({ error: { ...shape, data } }));
}
