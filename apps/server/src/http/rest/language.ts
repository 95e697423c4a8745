/** Which language an answer is written in, for what is read in several. */
import { type Context, servedLocale } from "@souk/api";
import type { Request, Response } from "express";
import type { Route } from "./routes.ts";

/** Of a success only: errors are not translated. */
export function announceLanguage(req: Request, res: Response, route: Route, ctx: Context): void {
  const reads = route.method === "GET" && route.fields.has("locale");
  if (!reads || route.parameters.includes("locale")) return;
  const asked = new URL(req.url, "http://host").searchParams.get("locale") || null;
  res.set("Content-Language", servedLocale(ctx.store, asked ?? ctx.request.locale));
}
