/** How a shared answer travels: anybody may keep it, and asks each time whether it still holds. */
import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** Who signs in, or asks in another language, gets another answer. */
const VARY = "Authorization, Cookie, Accept-Language";

/** Sends `body`, or 304 to whoever has it. */
export function sendShared(req: Request, res: Response, body: string, known: boolean): void {
  // Weak: the same answer may travel compressed or not.
  const tag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  res.vary(VARY).set({
    "Cache-Control": "public, max-age=0, must-revalidate",
    ETag: tag,
    "X-Cache": known ? "hit" : "miss",
  });
  if (holds(req, tag)) {
    res.removeHeader("Content-Type");
    res.status(304).end();
    return;
  }
  res
    .status(200)
    .set("Content-Length", String(Buffer.byteLength(body)))
    .end(body);
}

function holds(req: Request, tag: string): boolean {
  const known = req.get("if-none-match");
  if (known === undefined) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((item) => bare(item) === bare(tag));
}
