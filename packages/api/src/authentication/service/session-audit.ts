/** What the audit trail tells of sessions that somebody ends, their own or another person's. */
import { record } from "../../kernel/audit.ts";
import type { Context } from "../../kernel/context.ts";
import { endSession, endSessionsOf } from "../credentials/sessions.ts";

/** Who asked for it; a refresh token tells whose the device is. */
export type EndedBy = "sign_out" | "owner" | "staff";

/** In a unit of work. Answers whose it was; null: there was none, and nothing is recorded. */
export async function endAndRecord(
  ctx: Context,
  { id, userId }: { readonly id: string; readonly userId?: string | undefined },
  by: EndedBy,
): Promise<string | null> {
  const owner = await endSession(ctx, id, userId);
  if (owner === null) return null;
  await record(ctx, {
    action: "session.ended",
    subject: { type: "user", id: owner },
    details: { session: id, by },
    ...(by === "sign_out" ? { userId: owner } : {}),
  });
  return owner;
}

/** As `endAndRecord`, all of a user's but the one to keep. The caller has locked the user. */
export async function endAllAndRecord(
  ctx: Context,
  { userId, keep }: { readonly userId: string; readonly keep?: string },
  by: EndedBy,
): Promise<void> {
  const sessions = await endSessionsOf(ctx, userId, keep);
  if (sessions === 0) return;
  const subject = { type: "user", id: userId };
  await record(ctx, { action: "session.ended", subject, details: { sessions, by } });
}
