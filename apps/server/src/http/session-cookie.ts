/** The browser's session as a cookie that no script can read. */
import type { SessionCookie } from "@souk/api";
import { parse, serialize } from "cookie";
import type { Request, Response } from "express";

export interface CookieStyle {
  /** Over HTTPS only, and bound to this very host by its name. */
  readonly secure: boolean;
}

const nameOf = ({ secure }: CookieStyle): string =>
  secure ? "__Host-souk_session" : "souk_session";

export function readSessionCookie(req: Request, style: CookieStyle): string | null {
  const header = req.headers.cookie;
  if (header === undefined) return null;
  return parse(header)[nameOf(style)] || null;
}

export function sessionCookieOf(res: Response, style: CookieStyle): SessionCookie {
  const common = { httpOnly: true, sameSite: "lax", path: "/", secure: style.secure } as const;
  const write = (value: string, expires: Date): void => {
    res.setHeader("Set-Cookie", serialize(nameOf(style), value, { ...common, expires }));
  };
  return {
    set: write,
    clear: () => write("", new Date(0)),
  };
}
