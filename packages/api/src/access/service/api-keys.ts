/** Keys for programs: made, listed, revoked. */
import { randomBytes } from "node:crypto";
import { apiKeys, users } from "@souk/db/schema";
import { and, count, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { conflict, DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import { takeTurns } from "../../kernel/limits.ts";
import { type Permission, permissionCatalogue, withImplied } from "../../kernel/permissions.ts";
import { hashSecret, randomSecret } from "../../kernel/secrets.ts";
import type {
  ApiKey,
  ApiKeyPage,
  ApiKeyRef,
  CreateApiKeyInput,
  CreatedApiKey,
  ListApiKeysInput,
} from "../contract.ts";
import { KEY_PREFIX } from "./key-use.ts";
import { refuseNotHeld } from "./roles.ts";
import { effective } from "./standing.ts";

type Ctx = Context<Staff>;
type Row = typeof apiKeys.$inferSelect;

/** Keys of one store that work. */
export const MAX_ACTIVE_KEYS = 100;

const CURSOR_ORDER = "api_keys";

/** Newest first. */
export async function listApiKeys(ctx: Context, input: ListApiKeysInput): Promise<ApiKeyPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select({ key: apiKeys, createdBy: users.email })
    .from(apiKeys)
    .leftJoin(users, and(eq(users.storeId, apiKeys.storeId), eq(users.id, apiKeys.createdBy)))
    .where(
      and(eq(apiKeys.storeId, ctx.store.id), after === null ? undefined : lt(apiKeys.id, after.id)),
    )
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ key, createdBy }) => apiKeyOf(key, createdBy, ctx.now())),
    next_cursor:
      last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.key.id }),
  };
}

/** The answer holds the whole key, which is kept nowhere. */
export async function createApiKey(ctx: Ctx, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  refuseForPeopleOnly(input.permissions);
  refuseNotHeld(ctx, input.permissions);
  const expiresAt = input.expires_at === null ? null : new Date(input.expires_at);
  if (expiresAt !== null && expiresAt <= ctx.now()) {
    throw invalidField("expires_at", "expiry_past", "Choose a time that is still to come.");
  }
  const prefix = `${KEY_PREFIX}${randomBytes(4).toString("hex")}`;
  const key = `${prefix}_${randomSecret()}`;
  return inTransaction(ctx, async (ctx) => {
    await refuseTooMany(ctx);
    const permissions = [...withImplied(input.permissions)];
    const row = await store(ctx, { name: input.name, prefix, key, permissions, expiresAt });
    await record(ctx, {
      action: "api_key.created",
      subject: { type: "api_key", id: row.id },
      details: { prefix, permissions, expires_at: expiresAt?.toISOString() ?? null },
    });
    return { ...apiKeyOf(row, emailOf(ctx), ctx.now()), key };
  });
}

/** At once. Revoking again changes nothing. */
export async function revokeApiKey(ctx: Ctx, input: ApiKeyRef): Promise<void> {
  const own = and(eq(apiKeys.storeId, ctx.store.id), eq(apiKeys.id, input.id.toLowerCase()));
  await inTransaction(ctx, async (ctx) => {
    const [revoked] = await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now() })
      .where(and(own, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id, prefix: apiKeys.prefix });
    if (revoked === undefined) {
      const [known] = await ctx.db.select({ id: apiKeys.id }).from(apiKeys).where(own);
      if (known === undefined) throw notFound("api key");
      return;
    }
    const subject = { type: "api_key", id: revoked.id };
    const details = { prefix: revoked.prefix };
    await record(ctx, { action: "api_key.revoked", subject, details });
  });
}

/** What decides about people and their rights is for people alone. */
function refuseForPeopleOnly(wanted: readonly Permission[]): void {
  const fields = wanted.flatMap((permission, i) =>
    permissionCatalogue[permission].forApiKeys
      ? []
      : [[`permissions.${i}`, [`An API key cannot hold ${permission}.`]]],
  );
  if (fields.length === 0) return;
  throw new DomainError("invalid", "permission_not_for_api_keys", "Invalid input.", {
    fields: Object.fromEntries(fields),
  });
}

/** Those who make keys take turns, so that their count is true. */
async function refuseTooMany(ctx: Context): Promise<void> {
  await takeTurns(ctx.db, [`api_keys:${ctx.store.id}`]);
  const [active] = await ctx.db
    .select({ count: count() })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.storeId, ctx.store.id),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.now())),
      ),
    );
  if (Number(active?.count) < MAX_ACTIVE_KEYS) return;
  throw conflict("too_many_api_keys", `A store has at most ${MAX_ACTIVE_KEYS} active API keys.`);
}

interface NewKey {
  readonly name: string;
  readonly prefix: string;
  readonly key: string;
  readonly permissions: string[];
  readonly expiresAt: Date | null;
}

async function store(ctx: Ctx, { key, ...columns }: NewKey): Promise<Row> {
  const now = ctx.now();
  const [row] = await ctx.db
    .insert(apiKeys)
    .values({
      ...columns,
      storeId: ctx.store.id,
      keyHash: hashSecret(key),
      createdBy: ctx.actor.kind === "customer" ? ctx.actor.userId : null,
      minuteStartedAt: now,
      minuteCount: 0,
      createdAt: now,
    })
    .returning();
  if (row === undefined) throw new Error("the API key was not stored");
  return row;
}

const emailOf = ({ actor }: Ctx): string | null => (actor.kind === "customer" ? actor.email : null);

const apiKeyOf = (row: Row, createdBy: string | null, now: Date): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  permissions: [...effective(row.permissions)],
  status: statusOf(row, now),
  created_at: row.createdAt.toISOString(),
  created_by: createdBy,
  expires_at: row.expiresAt?.toISOString() ?? null,
  revoked_at: row.revokedAt?.toISOString() ?? null,
  last_used_at: row.lastUsedAt?.toISOString() ?? null,
});

function statusOf({ revokedAt, expiresAt }: Row, now: Date): ApiKey["status"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "active";
}
