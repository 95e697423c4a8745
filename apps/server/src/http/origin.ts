/** Which pages may call from a browser: cross-origin reads, and writes that a cookie vouches for. */
import cors from "cors";
import type { Request, RequestHandler } from "express";
import type { Config } from "../config.ts";
import { refusal } from "./edge-error.ts";

export interface Origins {
  /** Whether this request comes from a page of ours or of the allow-list. */
  allows(origin: string, host: string | undefined): boolean;
  readonly listed: ReadonlySet<string>;
}

export function originsOf(config: Config): Origins {
  const listed = new Set(config.allowedOrigins);
  const own = new Set([new URL(config.publicUrl).origin, new URL(config.storefrontUrl).origin]);
  return {
    listed,
    // A browser lets no page choose the Host it sends, so equality means "the same site".
    allows: (origin, host) =>
      listed.has(origin) || own.has(origin) || (URL.parse(origin)?.host ?? "") === host,
  };
}

const DAY_SECONDS = 86_400;

/** Cross-origin answers for the exact allow-list. Preflights go on, to be answered by their route. */
export function crossOrigin({ listed }: Origins): RequestHandler {
  const handler = cors((req: { headers: { origin?: string | undefined } }, done) => {
    const { origin } = req.headers;
    done(null, {
      origin: origin !== undefined && listed.has(origin) ? origin : false,
      credentials: true,
      methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
      allowedHeaders: [
        "Authorization",
        "Cart-Token",
        "Content-Type",
        "Idempotency-Key",
        "X-Request-Id",
        "trpc-accept",
      ],
      exposedHeaders: [
        "X-Request-Id",
        "Retry-After",
        "RateLimit",
        "RateLimit-Policy",
        "Idempotency-Replayed",
      ],
      maxAge: DAY_SECONDS,
      preflightContinue: true,
    });
  });
  return (req, res, next) => {
    res.vary("Origin");
    handler(req, res, next);
  };
}

/**
 * A cookie travels with requests of any page, so it vouches for a write only when the browser says
 * that the page is one of ours. Clients that are no browsers send neither header.
 */
export function requireOwnPage(req: Request, origins: Origins): void {
  const { origin, host } = req.headers;
  const allowed = origin !== undefined && origins.allows(origin, host);
  const crossSite = req.headers["sec-fetch-site"] === "cross-site";
  if (allowed || (origin === undefined && !crossSite)) return;
  throw refusal(
    "forbidden",
    "origin_not_allowed",
    "This page may not act for the signed-in browser. Its origin is not on the allow-list.",
  );
}
