/** One request and its answer: the id that names them everywhere, and the line the log keeps. */
import { randomBytes } from "node:crypto";
import type { Actor } from "@souk/api";
import { getTRPCErrorFromUnknown, type TRPCError } from "@trpc/server";
import type { RequestHandler, Response } from "express";
import { describeError, type Logger } from "../log.ts";
import { clientIp } from "./client-ip.ts";

export interface Exchange {
  readonly id: string;
  readonly ip: string;
  /** The pattern that answered, never the address: addresses may hold secrets. */
  route: string;
  actor: Actor | null;
  /** A bug, whole and into the log; a refusal leaves its code in the request's own line. */
  report(error: TRPCError): void;
}

const exchanges = new WeakMap<object, Exchange>();

export function exchangeOf(res: object): Exchange {
  const exchange = exchanges.get(res);
  if (exchange === undefined) throw new Error("openExchange has not seen this request");
  return exchange;
}

const ACCEPTED_ID = /^[A-Za-z0-9._-]{8,64}$/;

export function openExchange(log: Logger, trustedProxyHops: number): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    const offered = req.get("x-request-id") ?? "";
    const id = ACCEPTED_ID.test(offered) ? offered : randomBytes(12).toString("hex");
    const ip = clientIp(req.socket.remoteAddress, req.headers["x-forwarded-for"], trustedProxyHops);
    let refusedFor: string | undefined;
    const exchange: Exchange = {
      id,
      ip,
      route: "",
      actor: null,
      report(error) {
        const transportError = getTRPCErrorFromUnknown(error);
        refusedFor = transportError.code;
        if (transportError.code !== "INTERNAL_SERVER_ERROR") return;
        const cause = transportError.cause ?? transportError;
        log.error({ request_id: id, route: exchange.route, error: describeError(cause) }, "bug");
      },
    };
    exchanges.set(res, exchange);
    res.setHeader("X-Request-Id", id);
    res.once("close", () => {
      logLine(log, res, exchange, {
        method: req.method,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        ...(refusedFor === undefined ? {} : { error_code: refusedFor }),
        ...(res.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
}

function logLine(log: Logger, res: Response, exchange: Exchange, more: object): void {
  const { id, ip, route, actor } = exchange;
  // Files are asked for by the dozen, and nobody looks for them.
  const level = res.statusCode >= 500 ? "error" : route === "" ? "debug" : "info";
  log[level](
    {
      request_id: id,
      route,
      status: res.statusCode,
      ip,
      ...(actor === null ? {} : { actor: actor.kind }),
      ...(actor?.kind === "customer" ? { user_id: actor.userId } : {}),
      ...(actor?.kind === "api_key" ? { api_key_id: actor.keyId } : {}),
      ...more,
    },
    "request",
  );
}
