/** A REST success: its status, its body, and who may keep it for how long. */
import { createHash } from "node:crypto";
import { type Context, servedLocale } from "@souk/api";
import type { Request, Response } from "express";
import type { Route } from "./routes.ts";

/** What everybody sees alike: a shared cache may keep it, if it asks each time whether it still holds. */
const SHARED_DOMAINS: ReadonlySet<string> = new Set(["products", "stores"]);

export function sendResult(
  req: Request,
  res: Response,
  route: Route,
  ctx: Context,
  result: unknown,
): void {
  announceLanguage(req, res, route, ctx);
  const status = statusOf(route, result);
  if (status === 204) {
    res.status(204).end();
    return;
  }
  const body = JSON.stringify(result ?? null);
  const [domain = ""] = route.procedure.name.split(".");
  const shared = ctx.actor.kind === "anonymous" && route.method === "GET";
  res.set("Content-Type", "application/json; charset=utf-8");
  if (shared && SHARED_DOMAINS.has(domain)) {
    // Weak: the same answer may travel compressed or not.
    const tag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
    res.set({ "Cache-Control": "public, max-age=0, must-revalidate", ETag: tag });
    if (isKnown(req, tag)) {
      res.removeHeader("Content-Type");
      res.status(304).end();
      return;
    }
  }
  res
    .status(status)
    .set("Content-Length", String(Buffer.byteLength(body)))
    .end(body);
}

/** Texts that are translated; `Accept-Language` matters where the address names no language. */
function announceLanguage(req: Request, res: Response, route: Route, ctx: Context): void {
  if (route.method !== "GET" || !route.fields.has("locale")) return;
  if (route.parameters.includes("locale")) return;
  const asked = new URL(req.url, "http://host").searchParams.get("locale") || null;
  if (asked === null) res.vary("Accept-Language");
  res.set("Content-Language", servedLocale(ctx.store, asked ?? ctx.request.locale));
}

/** Monitors read the status line: an ill service says so there too. */
function statusOf({ procedure, successStatus }: Route, result: unknown): number {
  const ill =
    procedure.name === "core.health" &&
    typeof result === "object" &&
    result !== null &&
    Reflect.get(result, "status") === "unhealthy";
  return ill ? 503 : successStatus;
}

function isKnown(req: Request, tag: string): boolean {
  const known = req.get("if-none-match");
  if (known === undefined) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((item) => bare(item) === bare(tag));
}
