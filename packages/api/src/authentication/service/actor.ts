/** Who calls, judged anew for each call: a session that has ended is refused from that moment on. */
import type { Actor, Context } from "../../kernel/context.ts";
import { readAccessToken } from "../credentials/access-tokens.ts";
import { liveSession, readSession } from "../credentials/sessions.ts";

export interface Credentials {
  readonly bearer: string | null;
  readonly sessionCookie: string | null;
}

/**
 * A bearer token is sent on purpose, so a bad one is refused. A cookie is sent by itself, so a bad one
 * is taken away and its browser is anybody.
 */
export async function actorOf(ctx: Context, credentials: Credentials): Promise<Actor> {
  const { bearer, sessionCookie } = credentials;
  if (bearer !== null) return ofBearer(ctx, bearer);
  if (sessionCookie !== null) return ofCookie(ctx, sessionCookie);
  return { kind: "anonymous" };
}

async function ofBearer(ctx: Context, token: string): Promise<Actor> {
  const reading = readAccessToken(ctx, token);
  if (!reading.ok) return { kind: "rejected", reason: reading.reason };
  const { sessionId, userId } = reading.claims;
  const session = await liveSession(ctx, sessionId);
  if (session?.userId !== userId) return { kind: "rejected", reason: "session_ended" };
  return { kind: "customer", userId, sessionId, email: session.email, via: "token" };
}

async function ofCookie(ctx: Context, secret: string): Promise<Actor> {
  const known = await readSession(ctx, secret);
  if (known === null) {
    ctx.sessionCookie.clear();
    return { kind: "anonymous" };
  }
  const { id: sessionId, userId, email, expiresAt } = known.session;
  if (known.slid) ctx.sessionCookie.set(secret, expiresAt);
  return { kind: "customer", userId, sessionId, email, via: "cookie" };
}
