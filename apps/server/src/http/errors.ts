/** The last door: whatever went wrong on the way ends in the documented shape, never in a stack. */
import type { ErrorRequestHandler, RequestHandler } from "express";
import { asTransportError, malformed, refusalOf } from "./edge-error.ts";
import { exchangeOf } from "./exchange.ts";
import { sendProblem } from "./problem.ts";

export const nothingHere: RequestHandler = (req, res) => {
  const reads = req.method === "GET" || req.method === "HEAD";
  if (reads) return sendProblem(res, refusalOf("NOT_FOUND", "There is nothing at this address."));
  res.setHeader("Allow", "GET, HEAD");
  sendProblem(res, refusalOf("METHOD_NOT_SUPPORTED", `${req.method} is not possible here.`));
};

/** Express and its middleware mark what the caller did wrong by a `status` below 500. */
export const everyError: ErrorRequestHandler = (error, _req, res, _next) => {
  if (res.headersSent) {
    // The answer has begun and cannot be taken back: only its cut end can say that it failed.
    exchangeOf(res).report(asTransportError(error));
    res.destroy();
    return;
  }
  const status: unknown =
    typeof error === "object" && error !== null && Reflect.get(error, "status");
  if (error instanceof URIError || status === 400) {
    return sendProblem(res, malformed("malformed_url", "The address is malformed."));
  }
  if (status === 404 || status === 403) {
    return sendProblem(res, refusalOf("NOT_FOUND", "There is nothing at this address."));
  }
  sendProblem(res, asTransportError(error));
};
