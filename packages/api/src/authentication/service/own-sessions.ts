/** Where a customer is signed in, and how they end it from afar. */
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import { lockUser } from "../../users/service/index.ts";
import type { DeviceSession, DeviceSessionList, DeviceSessionRef } from "../contract.ts";
import { type SessionRow, sessionsOf } from "../credentials/sessions.ts";
import { deviceName } from "./device-name.ts";
import { endAllAndRecord, endAndRecord } from "./session-audit.ts";

export async function listSessions(ctx: Context<Customer>): Promise<DeviceSessionList> {
  const rows = await sessionsOf(ctx, ctx.actor.userId);
  return { items: rows.map((row) => sessionOf(ctx, row)) };
}

/** The hash that names a session opens nothing. Another person's is "not found". */
export async function endDeviceSession(
  ctx: Context<Customer>,
  { id }: DeviceSessionRef,
): Promise<void> {
  const { userId } = ctx.actor;
  const ended = await inTransaction(ctx, (ctx) => endAndRecord(ctx, { id, userId }, "owner"));
  if (ended === null) throw notFound("session");
  if (id === ctx.actor.sessionId && ctx.actor.via === "cookie") ctx.sessionCookie.clear();
}

export function endOtherSessions(ctx: Context<Customer>): Promise<void> {
  const { userId, sessionId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    // Two devices that end each other do so one after the other.
    await lockUser(ctx, userId);
    await endAllAndRecord(ctx, { userId, keep: sessionId }, "owner");
  });
}

/** `is_current`: it is the one that asks, which no program is. */
export const sessionOf = ({ actor }: Context, row: SessionRow): DeviceSession => ({
  id: row.id,
  device: deviceName(row.userAgent),
  ip: row.ip,
  created_at: row.createdAt.toISOString(),
  last_used_at: row.lastUsedAt.toISOString(),
  is_current: actor.kind === "customer" && row.id === actor.sessionId,
});
