/**
 * REST over the router's own procedures, routed by the meta of trpc-to-openapi. Its stock handler is
 * not used: it loosens the shared schemas while it serves, and knows neither 201 nor 405.
 */
import type { Context } from "@souk/api";
import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { asTransportError, malformed, refusalOf } from "../edge-error.ts";
import { exchangeOf } from "../exchange.ts";
import { sendProblem } from "../problem.ts";
import type { SharedAnswers } from "../shared/answers.ts";
import { sendShared } from "../shared/send.ts";
import type { UploadReader } from "../upload.ts";
import { JSON_TYPE, sendResult } from "./answer.ts";
import { sendFile } from "./file.ts";
import { inputOf } from "./input.ts";
import { type Match, type Route, type RouteTable, routeTable, segmentsOf } from "./routes.ts";

export interface RestOptions {
  readonly router: AnyTRPCRouter;
  readonly bodyLimit: number;
  readonly readUpload: UploadReader;
  readonly openContext: (req: Request, res: Response, writes: boolean) => Promise<Context>;
  readonly answers: SharedAnswers;
  /** After a call that may have changed something. */
  readonly onWrite: () => void;
}

export function restHandler(options: RestOptions): RequestHandler {
  const table = routeTable(options.router);
  return async (req: Request, res: Response, _next: NextFunction) => {
    try {
      await answer(options, table, req, res);
    } catch (error) {
      sendProblem(res, asTransportError(error));
    }
  };
}

async function answer(
  options: RestOptions,
  table: RouteTable,
  req: Request,
  res: Response,
): Promise<void> {
  const match = table.find(decodedSegments(req.url));
  if (match === null) throw refusalOf("NOT_FOUND", "There is nothing at this address.");
  const route = routeFor(req.method, match);
  if (route === null) {
    res.setHeader("Allow", allowedMethods(match));
    if (req.method === "OPTIONS") {
      res.status(204).end();
      return;
    }
    throw refusalOf("METHOD_NOT_SUPPORTED", `${req.method} is not possible here.`);
  }
  const exchange = exchangeOf(res);
  exchange.route = `${route.method} /api${route.path}`;
  const writes = isWrite(route);
  const ctx = await options.openContext(req, res, writes);
  const { router } = options;
  const { name: path, type } = route.procedure;
  const call = (getRawInput: () => Promise<unknown>): Promise<unknown> =>
    callTRPCProcedure({ router, path, type, ctx, getRawInput, signal: undefined, batchIndex: 0 });
  const rawInput = async () => inputOf(req, route, match.values, options);
  if (options.answers.covers(route.procedure, ctx)) {
    const input = await rawInput();
    const make = () => call(async () => input);
    const { json, known } = await options.answers.answer(ctx, route.procedure, input, make);
    res.set("Content-Type", JSON_TYPE);
    sendShared(req, res, json, known);
    return;
  }
  const { file } = route.procedure.meta;
  if (file !== undefined) {
    await sendFile(res, file, (await rawInput()) ?? {}, (input) => call(async () => input));
    return;
  }
  const result = await call(rawInput);
  if (writes) res.once("finish", options.onWrite);
  sendResult(res, route, result);
}

const isWrite = ({ method, procedure }: Route): boolean =>
  method !== "GET" || procedure.type === "mutation";

function decodedSegments(url: string): string[] {
  const [path = ""] = url.split("?");
  try {
    return segmentsOf(path).map(decodeURIComponent);
  } catch {
    throw malformed("malformed_url", "The path is not valid percent-encoded UTF-8.");
  }
}

/** HEAD asks what GET would say; but not where GET changes something, such as using up a token. */
function routeFor(method: string, { routes }: Match): Route | null {
  if (method !== "HEAD") return routes.get(method) ?? null;
  const get = routes.get("GET");
  return get === undefined || isWrite(get) ? null : get;
}

function allowedMethods(match: Match): string {
  const head = routeFor("HEAD", match) === null ? [] : ["HEAD"];
  return [...match.routes.keys(), ...head, "OPTIONS"].join(", ");
}
