/** Staying signed in: a refresh token for new tokens. */
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { freeAt } from "../../kernel/limits.ts";
import type { RefreshedTokens, RefreshInput } from "../contract.ts";
import { issueAccessToken } from "../credentials/access-tokens.ts";
import {
  endSession,
  extendSession,
  type LiveSession,
  liveSession,
  lockSession,
} from "../credentials/sessions.ts";
import { refreshTokenReused } from "../events.ts";
import {
  findRefreshToken,
  issuedSince,
  issueRefreshToken,
  spendRefreshToken,
} from "./refresh-tokens.ts";

/** Refreshes of one session in an hour: many times what a 15-minute access token needs. */
export const REFRESH_LIMIT = 120;
const HOUR_MS = 3_600_000;

/** A spent token that comes again ends its session, and with it whatever was made of its successor. */
export async function refresh(ctx: Context, input: RefreshInput): Promise<RefreshedTokens> {
  // The refusal is thrown outside, since what it did must stay done.
  const exchanged = await inTransaction(ctx, (ctx) => exchange(ctx, input.refresh));
  if (exchanged === null) throw refused();
  const { session, refresh } = exchanged;
  const claims = { userId: session.userId, sessionId: session.id };
  return { access: await issueAccessToken(ctx, claims, session.endsAt), refresh };
}

async function exchange(
  ctx: Context,
  token: string,
): Promise<{ session: LiveSession; refresh: string } | null> {
  const known = await findRefreshToken(ctx, token);
  if (known === null) return null;
  // First the session, then its tokens, as ending a session does.
  const held = await lockSession(ctx, known.sessionId);
  if (held === null) return null;
  if (known.usedAt === null && known.expiresAt <= ctx.now()) return null;
  await refuseHaste(ctx, known.sessionId);
  if (!(await spendRefreshToken(ctx, known.id))) {
    await endSession(ctx, known.sessionId);
    await publish(ctx, refreshTokenReused(held.userId, known.sessionId));
    const subject = { type: "user", id: held.userId };
    const details = { session: known.sessionId };
    await record(ctx, { action: "refresh_token.reused", subject, details });
    return null;
  }
  const session = await liveSession(ctx, known.sessionId);
  if (session === null) return null;
  const expiresAt = await extendSession(ctx, session);
  return { session, refresh: await issueRefreshToken(ctx, { id: session.id, expiresAt }) };
}

async function refuseHaste(ctx: Context, sessionId: string): Promise<void> {
  const now = ctx.now().getTime();
  const issued = await issuedSince(ctx, sessionId, new Date(now - HOUR_MS));
  const free = freeAt(issued, { times: REFRESH_LIMIT, withinMs: HOUR_MS });
  const [oldest = ctx.now()] = issued;
  const resetAt = free === 0 ? oldest.getTime() + HOUR_MS : free;
  const retryAfterSeconds = Math.max(Math.ceil((resetAt - now) / 1000), 1);
  ctx.reportLimit({
    name: "refresh",
    times: REFRESH_LIMIT,
    withinSeconds: HOUR_MS / 1000,
    remaining: Math.max(REFRESH_LIMIT - issued.length - 1, 0),
    resetSeconds: retryAfterSeconds,
  });
  if (free === 0) return;
  throw new DomainError("rate_limited", "too_many_refreshes", "Too many refreshes. Try later.", {
    retryAfterSeconds,
  });
}

const refused = (): DomainError =>
  new DomainError("unauthenticated", "refresh_token_invalid", "Token is invalid or expired.");
