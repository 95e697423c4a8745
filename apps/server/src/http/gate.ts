/** The first door: addresses that are too long, and more work at once than this node takes. */
import type { RequestHandler } from "express";
import { refusal } from "./edge-error.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { sendPlainProblem, sendProblem } from "./problem.ts";

export const MAX_URL_BYTES = 8192;

export const limitUrl: RequestHandler = (req, res, next) => {
  if (req.url.length <= MAX_URL_BYTES) return next();
  sendPlainProblem(res, 414, "uri_too_long", `An address may have ${MAX_URL_BYTES} bytes at most.`);
};

/** Refuses early what would only wait: those already accepted keep their speed. */
export function shedOverload(maximum: number, lifecycle: Lifecycle): RequestHandler {
  return (_req, res, next) => {
    // Whoever keeps a connection open should look for another node now.
    if (lifecycle.stopping) res.setHeader("Connection", "close");
    if (lifecycle.running >= maximum) {
      const details = { retryAfterSeconds: 1 };
      sendProblem(
        res,
        refusal("unavailable", "overloaded", "Too busy. Try again shortly.", details),
      );
      return;
    }
    lifecycle.running += 1;
    res.once("close", () => {
      lifecycle.running -= 1;
    });
    next();
  };
}
