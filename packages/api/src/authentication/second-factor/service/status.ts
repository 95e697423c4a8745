/** What guards the caller's account beside the password. */
import { passkeys } from "@souk/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { standingOf } from "../../../access/service/index.ts";
import type { Context, Customer } from "../../../kernel/context.ts";
import type { SecondFactorStatus } from "../contract.ts";
import { totpOf } from "./factors.ts";
import { recoveryCodesLeft } from "./recovery-codes.ts";

export async function status(ctx: Context<Customer>): Promise<SecondFactorStatus> {
  const { userId } = ctx.actor;
  const since = (await totpOf(ctx, userId))?.confirmedAt ?? null;
  return {
    totp: { enabled: since !== null, since: since?.toISOString() ?? null },
    recovery_codes_left: await recoveryCodesLeft(ctx, userId),
    passkeys: await passkeysOf(ctx, userId),
    required_for_staff: (await standingOf(ctx, userId)).needsSecondFactor,
  };
}

async function passkeysOf(ctx: Context, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(passkeys)
    .where(and(eq(passkeys.storeId, ctx.store.id), eq(passkeys.userId, userId)));
  return row?.count ?? 0;
}
