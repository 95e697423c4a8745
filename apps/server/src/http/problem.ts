/** Errors on the REST face: RFC 9457, and at once the members the source document's frontend reads. */
import { STATUS_CODES } from "node:http";
import { publicError } from "@souk/api";
import type { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Response } from "express";
import { exchangeOf } from "./exchange.ts";

/** A field of one of these names is told under `errors` only. */
const MEMBERS: ReadonlySet<string> = new Set([
  "type",
  "title",
  "status",
  "detail",
  "instance",
  "code",
  "request_id",
  "errors",
]);

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export function problemOf(error: TRPCError, requestId: string): Problem {
  const status = getHTTPStatusCodeFromError(error);
  const { message, reason, fields } = publicError(error);
  const atTop = Object.entries(fields).filter(([name]) => !MEMBERS.has(name));
  return {
    status,
    headers: errorHeaders([error]),
    body: {
      type: `/problems/${reason}`,
      title: STATUS_CODES[status] ?? "Error",
      status,
      detail: message,
      code: reason,
      request_id: requestId,
      ...(Object.keys(fields).length === 0 ? {} : { errors: fields }),
      ...Object.fromEntries(atTop),
    },
  };
}

/** What a client is told by headers, on either face. */
export function errorHeaders(errors: readonly TRPCError[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const error of errors) {
    const { retryAfterSeconds } = publicError(error);
    if (retryAfterSeconds !== null) headers["Retry-After"] = String(Math.ceil(retryAfterSeconds));
    if (error.code === "UNAUTHORIZED") headers["WWW-Authenticate"] = "Bearer";
  }
  return headers;
}

export function sendProblem(res: Response, error: TRPCError): void {
  const exchange = exchangeOf(res);
  exchange.report(error);
  send(res, problemOf(error, exchange.id));
}

/** For a status that tRPC has no name for. */
export function sendPlainProblem(
  res: Response,
  status: number,
  code: string,
  detail: string,
): void {
  const title = STATUS_CODES[status] ?? "Error";
  const request_id = exchangeOf(res).id;
  const body = { type: `/problems/${code}`, title, status, detail, code, request_id };
  send(res, { status, headers: {}, body });
}

function send(res: Response, { status, headers, body }: Problem): void {
  res.status(status).set(headers);
  res.set("Cache-Control", "no-store");
  res.set("Content-Type", "application/problem+json; charset=utf-8");
  res.end(JSON.stringify(body));
}
