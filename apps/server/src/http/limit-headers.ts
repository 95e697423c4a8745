/** How much of a limit is left, in the fields of the IETF draft "RateLimit header fields for HTTP" (10). */
import type { LimitStanding } from "@souk/api";
import type { Response } from "express";

const announced = new WeakMap<Response, Map<string, LimitStanding>>();

/**
 * `q` calls in `w` seconds; `r` of them are left, and in `t` seconds there is one more. Of a limit that
 * is met twice, as in a batch or by a unit of work that ran again, the last word counts.
 */
export function announceLimit(res: Response, standing: LimitStanding): void {
  // A batch that is answered bit by bit has begun already.
  if (res.headersSent) return;
  const limits = announced.get(res) ?? new Map<string, LimitStanding>();
  announced.set(res, limits.set(standing.name, standing));
  const fields = (write: (limit: LimitStanding) => string) => [...limits.values()].map(write);
  res.setHeader("RateLimit-Policy", fields(policyOf).join(", "));
  res.setHeader("RateLimit", fields(restOf).join(", "));
}

const policyOf = ({ name, times, withinSeconds }: LimitStanding): string =>
  `"${name}";q=${times};w=${withinSeconds}`;

const restOf = ({ name, remaining, resetSeconds }: LimitStanding): string =>
  `"${name}";r=${remaining};t=${resetSeconds}`;
