/** One known file of ours. Its folder may lie below a dotted one, such as pnpm's. */
import type { NextFunction, Response } from "express";

export function sendFile(
  res: Response,
  root: string,
  name: string,
  next: NextFunction,
  maxAge = "0",
): void {
  const cacheControl = maxAge !== "0";
  res.sendFile(name, { root, cacheControl, maxAge }, (error?: Error) => {
    // A reader who goes away in the middle is no error of ours.
    if (error && !res.headersSent) next(error);
  });
}
