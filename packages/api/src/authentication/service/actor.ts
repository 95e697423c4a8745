/** Who calls, judged anew for each call: a session that has ended is refused from that moment on. */
import { KEY_PREFIX, standingOf, useKey } from "../../access/service/index.ts";
import type { Actor, Context, Customer } from "../../kernel/context.ts";
import { readAccessToken } from "../credentials/access-tokens.ts";
import { type LiveSession, liveSession, readSession } from "../credentials/sessions.ts";
import { hasSecondFactor } from "../second-factor/service/factors.ts";

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
  if (bearer?.startsWith(KEY_PREFIX)) return ofKey(ctx, bearer);
  if (bearer !== null) return ofBearer(ctx, bearer);
  if (sessionCookie !== null) return ofCookie(ctx, sessionCookie);
  return { kind: "anonymous" };
}

const ofKey = async (ctx: Context, key: string): Promise<Actor> =>
  (await useKey(ctx, key)) ?? { kind: "rejected", reason: "api_key_invalid" };

async function ofBearer(ctx: Context, token: string): Promise<Actor> {
  const reading = readAccessToken(ctx, token);
  if (!reading.ok) return { kind: "rejected", reason: reading.reason };
  const { sessionId, userId } = reading.claims;
  const session = await liveSession(ctx, sessionId);
  if (session?.userId !== userId) return { kind: "rejected", reason: "session_ended" };
  return ofSession(ctx, session, "token");
}

async function ofCookie(ctx: Context, secret: string): Promise<Actor> {
  const known = await readSession(ctx, secret);
  if (known === null) {
    ctx.sessionCookie.clear();
    return { kind: "anonymous" };
  }
  if (known.slid) ctx.sessionCookie.set(secret, known.session.expiresAt);
  return ofSession(ctx, known.session, "cookie");
}

const NOTHING: Pick<Customer, "permissions" | "lacksSecondFactor"> = {
  permissions: new Set(),
  lacksSecondFactor: false,
};

async function ofSession(
  ctx: Context,
  session: LiveSession,
  via: Customer["via"],
): Promise<Customer> {
  const { id: sessionId, userId, email, authenticatedAt, isStaff } = session;
  const rights = isStaff ? await rightsOf(ctx, userId) : NOTHING;
  return { kind: "customer", userId, sessionId, email, via, authenticatedAt, ...rights };
}

async function rightsOf(ctx: Context, userId: string): Promise<typeof NOTHING> {
  const { permissions, needsSecondFactor } = await standingOf(ctx, userId);
  const lacksSecondFactor = needsSecondFactor && !(await hasSecondFactor(ctx, userId));
  return { permissions, lacksSecondFactor };
}
