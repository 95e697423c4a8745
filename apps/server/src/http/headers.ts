/** Security headers: the strictest for the API, and what each kind of page needs on top. */
import type { RequestHandler } from "express";
import helmet from "helmet";

const YEAR_SECONDS = 31_536_000;

/** For everything; pages replace the content security policy by their own. */
export function securityHeaders(production: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: production && { maxAge: YEAR_SECONDS, includeSubDomains: true },
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
    // Frames of mails have no origin of their own to be keyed by, and browsers complain of it.
    originAgentCluster: false,
  });
}

/** Personal unless an answer says otherwise. */
export const neverStored: RequestHandler = (_req, res, next) => {
  res.setHeader("Cache-Control", "no-store");
  next();
};

type Directives = Readonly<Record<string, string>>;

/** Everything from this server, nothing inline. */
const OWN: Directives = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

/** A page's policy: our own things, and the few more that it names. */
export const policyText = (more: Directives = {}): string =>
  Object.entries({ ...OWN, ...more })
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

export function pagePolicy(more: Directives = {}): RequestHandler {
  const text = policyText(more);
  return (_req, res, next) => {
    res.setHeader("Content-Security-Policy", text);
    next();
  };
}
