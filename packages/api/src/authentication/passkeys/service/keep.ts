/** The passkeys of whoever asks: told, named and removed. */
import { passkeys } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { standingOf } from "../../../access/service/index.ts";
import { record } from "../../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import { lockUser } from "../../../users/service/index.ts";
import { passkeyRemoved } from "../../events.ts";
import { hasSecondFactor } from "../../second-factor/service/factors.ts";
import { deleteRecoveryCodes } from "../../second-factor/service/recovery-codes.ts";
import type { Passkey, PasskeyList, PasskeyRef, RenamePasskeyInput } from "../contract.ts";
import { passkeyOf, passkeysOf } from "./rows.ts";

export async function list(ctx: Context<Customer>): Promise<PasskeyList> {
  const rows = await passkeysOf(ctx, ctx.actor.userId);
  return { items: rows.map(passkeyOf) };
}

export async function rename(
  ctx: Context<Customer>,
  { id, name }: RenamePasskeyInput,
): Promise<Passkey> {
  const [row] = await ctx.db.update(passkeys).set({ name }).where(own(ctx, id)).returning();
  if (row === undefined) throw notFound("passkey");
  return passkeyOf(row);
}

/** The devices that it signed in stay so: their owner ends them in the list of sessions. */
export function remove(ctx: Context<Customer>, { id }: PasskeyRef): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    const removed = await ctx.db.delete(passkeys).where(own(ctx, id)).returning();
    if (removed.length === 0) throw notFound("passkey");
    if (!(await hasSecondFactor(ctx, userId))) await leaveUnguarded(ctx, userId);
    const subject = { type: "user", id: userId };
    await record(ctx, { action: "passkey.removed", subject, details: { passkey_id: id } });
    await publish(ctx, passkeyRemoved(userId, id));
  });
}

/** Recovery codes stand in for a factor, and go with the last one. */
async function leaveUnguarded(ctx: Context, userId: string): Promise<void> {
  if ((await standingOf(ctx, userId)).needsSecondFactor) {
    throw conflict(
      "second_factor_required",
      "This store asks its staff for a second factor. Add another one first.",
    );
  }
  await deleteRecoveryCodes(ctx, userId);
}

const own = ({ store, actor }: Context<Customer>, id: string) =>
  and(eq(passkeys.storeId, store.id), eq(passkeys.userId, actor.userId), eq(passkeys.id, id));
