/** A program at the door: its key, judged and counted in one statement. */
import { apiKeys } from "@souk/db/schema";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { ApiKeyActor, Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { permissionCatalogue } from "../../kernel/permissions.ts";
import { hashSecret } from "../../kernel/secrets.ts";
import { effective } from "./standing.ts";

/** Tells a key from an access token, and finds keys that leaked into a repository. */
export const KEY_PREFIX = "souk_";

/** Calls of one key in a minute. */
export const KEY_CALLS_A_MINUTE = 600;
const MINUTE_MS = 60_000;

/** Null: unknown, expired or revoked. Throws when the key was used too often in this minute. */
export async function useKey(ctx: Context, key: string): Promise<ApiKeyActor | null> {
  const now = ctx.now();
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  const [row] = await ctx.db
    .update(apiKeys)
    .set({
      lastUsedAt: now,
      minuteStartedAt: minute,
      minuteCount: sql`case when ${eq(apiKeys.minuteStartedAt, minute)} then ${apiKeys.minuteCount} + 1 else 1 end`,
    })
    .where(
      and(
        eq(apiKeys.storeId, ctx.store.id),
        eq(apiKeys.keyHash, hashSecret(key)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
    .returning();
  if (row === undefined) return null;
  const resetSeconds = Math.ceil((minute.getTime() + MINUTE_MS - now.getTime()) / 1000);
  ctx.reportLimit({
    name: "api_key",
    times: KEY_CALLS_A_MINUTE,
    withinSeconds: MINUTE_MS / 1000,
    remaining: Math.max(KEY_CALLS_A_MINUTE - row.minuteCount, 0),
    resetSeconds,
  });
  if (row.minuteCount > KEY_CALLS_A_MINUTE) {
    throw new DomainError("rate_limited", "api_key_too_fast", "Too many calls with this API key.", {
      retryAfterSeconds: resetSeconds,
    });
  }
  const held = effective(row.permissions);
  return {
    kind: "api_key",
    keyId: row.id,
    name: row.name,
    permissions: new Set(held.filter((name) => permissionCatalogue[name].forApiKeys)),
  };
}
