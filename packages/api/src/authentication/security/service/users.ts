/** Keeping somebody out, and letting them in again. */
import { assertMayManage, assertNotLastOwner } from "../../../access/service/index.ts";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { lockUser, setActive } from "../../../users/service/index.ts";
import { endSessionsOf } from "../../credentials/sessions.ts";
import { voidEmailChanges } from "../../service/email-changes.ts";
import { voidPasswordResets } from "../../service/password-resets.ts";
import { voidVerifications } from "../../service/verifications.ts";
import type { DisableUserInput, UserRef } from "../contract.ts";

/** At once: sessions end, and no link that was mailed opens anything. */
export async function disableUser(ctx: Context<Staff>, input: DisableUserInput): Promise<void> {
  const id = input.id.toLowerCase();
  await inTransaction(ctx, async (ctx) => {
    await lockToManage(ctx, id);
    await assertNotLastOwner(ctx, id);
    if (!(await setActive(ctx, id, false))) return;
    const sessions = await endSessionsOf(ctx, id);
    await voidPasswordResets(ctx, id);
    await voidVerifications(ctx, id);
    await voidEmailChanges(ctx, id);
    await recordAct(ctx, "user.disabled", { id, sessions, reason: input.reason });
  });
}

export async function enableUser(ctx: Context<Staff>, input: UserRef): Promise<void> {
  const id = input.id.toLowerCase();
  await inTransaction(ctx, async (ctx) => {
    await lockToManage(ctx, id);
    if (await setActive(ctx, id, true)) await recordAct(ctx, "user.enabled", { id });
  });
}

async function lockToManage(ctx: Context<Staff>, id: string): Promise<void> {
  const { actor } = ctx;
  if ((await lockUser(ctx, id)) === null) throw notFound("user");
  if (actor.kind === "customer" && actor.userId === id) {
    throw conflict("own_account", "Ask somebody else: this is your own account.");
  }
  await assertMayManage(ctx, id);
}

interface Facts {
  readonly id: string;
  readonly sessions?: number;
  readonly reason?: string;
}

/** The reason is free text, which may tell of persons. */
const recordAct = (
  ctx: Context,
  action: AuditAction,
  { id, reason, ...details }: Facts,
): Promise<void> =>
  record(ctx, {
    action,
    subject: { type: "user", id },
    details,
    ...(reason === undefined || reason === "" ? {} : { personal: { reason } }),
  });
