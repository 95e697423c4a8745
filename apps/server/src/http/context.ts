/** From a request to the context of a call: who asks, from where, with which credentials. */
import type { Context } from "@souk/api";
import type { Request, Response } from "express";
import type { Services } from "../services.ts";
import { asTransportError } from "./edge-error.ts";
import { exchangeOf } from "./exchange.ts";
import { announceLimit } from "./limit-headers.ts";
import { acceptedLocale } from "./locale.ts";
import { type Origins, requireOwnPage } from "./origin.ts";
import { readSessionCookie, sessionCookieOf } from "./session-cookie.ts";

const USER_AGENT_LENGTH = 400;

/** `writes` tells whether the call may change something. Throws a transport error, never another. */
export type OpenContext = (req: Request, res: Response, writes: boolean) => Promise<Context>;

export function contextOpener(services: Services, origins: Origins): OpenContext {
  const style = { secure: services.config.profile === "production" };
  return async (req, res, writes) => {
    const exchange = exchangeOf(res);
    const bearer = bearerOf(req);
    const sessionCookie = readSessionCookie(req, style);
    if (writes && bearer === null && sessionCookie !== null) requireOwnPage(req, origins);
    try {
      const ctx = await services.contextFor({
        credentials: { bearer, sessionCookie },
        sessionCookie: sessionCookieOf(res, style),
        markReplayed: () => res.setHeader("Idempotency-Replayed", "true"),
        reportLimit: (standing) => announceLimit(res, standing),
        request: {
          id: exchange.id,
          ip: exchange.ip,
          userAgent: (req.get("user-agent") ?? "").slice(0, USER_AGENT_LENGTH),
          cartToken: req.get("cart-token") || null,
          idempotencyKey: req.get("idempotency-key") ?? null,
          locale: acceptedLocale(req.get("accept-language"), services.store),
        },
      });
      exchange.actor = ctx.actor;
      return ctx;
    } catch (error) {
      throw asTransportError(error);
    }
  };
}

/** Another scheme is none of our credentials; a Bearer without a token is a bad one. */
function bearerOf(req: Request): string | null {
  const match = /^bearer(?:\s+(.*))?$/i.exec(req.get("authorization")?.trim() ?? "");
  return match === null ? null : (match[1] ?? "").trim();
}
