/** A REST success: its status and its body. */
import type { Response } from "express";
import type { Route } from "./routes.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

export function sendResult(res: Response, route: Route, result: unknown): void {
  const status = statusOf(route, result);
  if (status === 204) {
    res.status(204).end();
    return;
  }
  const body = JSON.stringify(result ?? null);
  res.set("Content-Type", JSON_TYPE);
  res
    .status(status)
    .set("Content-Length", String(Buffer.byteLength(body)))
    .end(body);
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
