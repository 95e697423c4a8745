/** Recovery codes: a way in for whoever lost the authenticator. Stored as hashes, one use each. */
import { randomBytes } from "node:crypto";
import { recoveryCodes } from "@souk/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { base32 } from "oslo/encoding";
import { record } from "../../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../../kernel/context.ts";
import { conflict } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import { hashSecret } from "../../../kernel/secrets.ts";
import { lockUser } from "../../../users/service/index.ts";
import { recoveryCodesReplaced, recoveryCodeUsed } from "../../events.ts";
import type { RecoveryCodes } from "../contract.ts";
import { hasSecondFactor } from "./factors.ts";

const CODES = 10;
/** 80 bit: what is stored of one cannot be turned back by trying. */
const CODE_BYTES = 10;

/** None of the old ones works any more. */
export function replaceRecoveryCodes(ctx: Context<Customer>): Promise<RecoveryCodes> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    if (!(await hasSecondFactor(ctx, userId))) {
      throw conflict("no_second_factor", "There is no second factor that they could stand in for.");
    }
    const codes = await issueRecoveryCodes(ctx, userId);
    await record(ctx, { action: "recovery_codes.replaced", subject: { type: "user", id: userId } });
    await publish(ctx, recoveryCodesReplaced(userId));
    return { codes };
  });
}

/** The caller has locked the user. */
export async function issueRecoveryCodes(ctx: Context, userId: string): Promise<string[]> {
  await deleteRecoveryCodes(ctx, userId);
  const codes = Array.from({ length: CODES }, newCode);
  const { store, now } = ctx;
  await ctx.db.insert(recoveryCodes).values(
    codes.map((code) => ({
      storeId: store.id,
      userId,
      codeHash: hashSecret(asStored(code)),
      createdAt: now(),
    })),
  );
  return codes;
}

/** True for one caller only, however many try it at once. The owner hears of it. */
export async function spendRecoveryCode(
  ctx: Context,
  userId: string,
  code: string,
): Promise<boolean> {
  const spent = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now() })
    .where(and(unused(ctx, userId), eq(recoveryCodes.codeHash, hashSecret(asStored(code)))))
    .returning({ id: recoveryCodes.id });
  if (spent.length === 0) return false;
  await publish(ctx, recoveryCodeUsed(userId, await recoveryCodesLeft(ctx, userId)));
  return true;
}

export async function recoveryCodesLeft(ctx: Context, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ left: sql<number>`count(*)`.mapWith(Number) })
    .from(recoveryCodes)
    .where(unused(ctx, userId));
  return row?.left ?? 0;
}

export async function deleteRecoveryCodes(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.storeId, ctx.store.id), eq(recoveryCodes.userId, userId)));
}

const unused = (ctx: Context, userId: string) =>
  and(
    eq(recoveryCodes.storeId, ctx.store.id),
    eq(recoveryCodes.userId, userId),
    isNull(recoveryCodes.usedAt),
  );

/** Such as `k3x7-qm2a-5rtz-hv6c`. */
function newCode(): string {
  const letters = base32.encode(randomBytes(CODE_BYTES), { includePadding: false }).toLowerCase();
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** As people type it: letter case, spaces and dashes do not count. */
const asStored = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, "");
