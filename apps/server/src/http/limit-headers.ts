/** How much of a limit is left, in the fields of the IETF draft "RateLimit header fields for HTTP" (10). */
import type { LimitStanding } from "@souk/api";
import type { Response } from "express";

/** `q` calls in `w` seconds; `r` of them are left, and in `t` seconds there is one more. */
export function announceLimit(res: Response, standing: LimitStanding): void {
  const { name, times, withinSeconds, remaining, resetSeconds } = standing;
  res.append("RateLimit-Policy", `"${name}";q=${times};w=${withinSeconds}`);
  res.append("RateLimit", `"${name}";r=${remaining};t=${resetSeconds}`);
}
