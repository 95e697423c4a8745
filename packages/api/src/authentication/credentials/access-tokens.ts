/** Access tokens: JWTs of 15 minutes, signed with HS256 and nothing else. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { uuid7 } from "@souk/db";
import { createJWT, type JWT, parseJWT } from "oslo/jwt";
import type { Context } from "../../kernel/context.ts";
import type { KeyRing } from "../../ports/secrets.ts";

export const ACCESS_TOKEN_SECONDS = 15 * 60;

const ISSUER = "souk";
const TYPE = "access";
/** How far the clocks of two nodes may be apart. */
const CLOCK_SKEW_MS = 60_000;

export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
}

export type AccessReading =
  | { readonly ok: true; readonly claims: AccessClaims }
  | { readonly ok: false; readonly reason: "token_invalid" | "token_expired" };

/** `endsAt`: no token outlives its session. */
export function issueAccessToken(
  ctx: Context,
  { userId, sessionId }: AccessClaims,
  endsAt: Date,
): Promise<string> {
  // oslo would take the machine's clock; ours is the context's.
  const iat = seconds(ctx.now());
  const [key] = ctx.ports.secrets.accessTokens;
  const exp = Math.min(iat + ACCESS_TOKEN_SECONDS, seconds(endsAt));
  return createJWT(
    "HS256",
    key.bytes,
    { iat, exp, sid: sessionId, type: TYPE },
    {
      headers: { kid: key.id },
      issuer: ISSUER,
      audiences: [ctx.store.id],
      subject: userId,
      jwtId: uuid7(),
    },
  );
}

/**
 * oslo's validateJWT judges the expiry before the signature, takes a header without a type, and leaves
 * issuer, audience and everything else to its caller; and it waits in the pool that hashes passwords.
 * So the signature is checked here, at once, and each claim after it.
 */
export function readAccessToken(ctx: Context, token: string): AccessReading {
  const jwt = isSigned(ctx.ports.secrets.accessTokens, token) ? parsed(token) : null;
  const claims = jwt === null ? null : claimsOf(ctx, jwt);
  if (jwt === null || claims === null) return { ok: false, reason: "token_invalid" };
  const expired = Number(jwt.expiresAt) <= ctx.now().getTime();
  return expired ? { ok: false, reason: "token_expired" } : { ok: true, claims };
}

/**
 * By the key that the token names, if it is one of ours: a key that was rotated out still reads what it
 * signed. Compares the text of the signature, so that there is one way only to write it.
 */
function isSigned(ring: KeyRing, token: string): boolean {
  const kid = Reflect.get(headerOf(token), "kid");
  const key = ring.find(({ id }) => id === kid);
  if (key === undefined) return false;
  const end = token.lastIndexOf(".");
  const expected = createHmac("sha256", key.bytes)
    .update(token.slice(0, Math.max(end, 0)))
    .digest();
  const given = Buffer.from(token.slice(end + 1));
  const wanted = Buffer.from(expected.toString("base64url"));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function parsed(token: string): JWT | null {
  try {
    return parseJWT(token);
  } catch {
    return null;
  }
}

function claimsOf(ctx: Context, jwt: JWT): AccessClaims | null {
  const { issuer, audiences, subject, jwtId, issuedAt, expiresAt, notBefore } = jwt;
  const now = ctx.now().getTime();
  const sid: unknown = Reflect.get(jwt.payload, "sid");
  const ours =
    isOurHeader(jwt) &&
    issuer === ISSUER &&
    audiences?.length === 1 &&
    audiences[0] === ctx.store.id &&
    Reflect.get(jwt.payload, "type") === TYPE &&
    jwtId !== null &&
    issuedAt !== null &&
    issuedAt.getTime() <= now + CLOCK_SKEW_MS &&
    (notBefore === null || notBefore.getTime() <= now + CLOCK_SKEW_MS) &&
    expiresAt !== null &&
    expiresAt.getTime() - issuedAt.getTime() <= ACCESS_TOKEN_SECONDS * 1000;
  return ours && subject !== null && typeof sid === "string"
    ? { userId: subject, sessionId: sid }
    : null;
}

/** oslo fills in a missing type, so the header is read as it was written; `jwk` and `crit` are not ours. */
function isOurHeader({ value }: JWT): boolean {
  const header = headerOf(value);
  return (
    Object.keys(header).sort().join() === "alg,kid,typ" &&
    Reflect.get(header, "alg") === "HS256" &&
    Reflect.get(header, "typ") === "JWT"
  );
}

/** Empty when there is none to read. */
function headerOf(token: string): object {
  try {
    const [part = ""] = token.split(".");
    const header: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof header === "object" && header !== null ? header : {};
  } catch {
    return {};
  }
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
