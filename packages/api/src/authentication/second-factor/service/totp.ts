/** An authenticator app: set up, confirmed by its first code, switched off. */
import { totpFactors } from "@souk/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { standingOf } from "../../../access/service/index.ts";
import { record } from "../../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../../kernel/context.ts";
import { conflict, invalidField } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import { seal, unseal } from "../../../kernel/secrets.ts";
import { lockUser } from "../../../users/service/index.ts";
import { endSessionsOf } from "../../credentials/sessions.ts";
import { newTotpSecret, totpSecretText, totpStepOf, totpUri } from "../../credentials/totp.ts";
import { secondFactorDisabled, secondFactorEnabled } from "../../events.ts";
import type { ConfirmTotpInput, RecoveryCodes, TotpSetup } from "../contract.ts";
import { hasPasskey, type TotpRow, totpOf } from "./factors.ts";
import { deleteRecoveryCodes, issueRecoveryCodes } from "./recovery-codes.ts";

/** Replaces a secret that was never confirmed. Nothing guards the account before `confirmTotp`. */
export function setUpTotp(ctx: Context<Customer>): Promise<TotpSetup> {
  const { userId, email } = ctx.actor;
  const secret = newTotpSecret();
  const sealedSecret = seal(ctx.ports.secrets.sealing, secret, aboutTotp(userId));
  return inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    const known = await totpOf(ctx, userId);
    if (known?.confirmedAt) throw alreadyOn();
    await deleteTotp(ctx, userId);
    const row = { storeId: ctx.store.id, userId, sealedSecret, createdAt: ctx.now() };
    await ctx.db.insert(totpFactors).values(row);
    const label = { issuer: ctx.store.name, account: email };
    return { secret: totpSecretText(secret), uri: totpUri(label, secret) };
  });
}

/** From here on a password alone signs nobody in, so whoever it signed in elsewhere is signed out. */
export async function confirmTotp(
  ctx: Context<Customer>,
  { code }: ConfirmTotpInput,
): Promise<RecoveryCodes> {
  const { userId, sessionId } = ctx.actor;
  const factor = await totpOf(ctx, userId);
  if (factor === null) throw notSetUp();
  if (factor.confirmedAt !== null) throw alreadyOn();
  const step = await totpStepOf(totpSecretOf(ctx, factor), code, ctx.now());
  if (step === null) throw invalidField("code", "wrong_code", WRONG_FIRST_CODE);
  return inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    if (!(await confirm(ctx, factor, step))) throw replacedMeanwhile();
    const codes = await issueRecoveryCodes(ctx, userId);
    await endSessionsOf(ctx, userId, sessionId);
    await record(ctx, { action: "second_factor.enabled", subject: { type: "user", id: userId } });
    await publish(ctx, secondFactorEnabled(userId));
    return { codes };
  });
}

export function disableTotp(ctx: Context<Customer>): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    const known = await totpOf(ctx, userId);
    if (!known?.confirmedAt) throw conflict("totp_not_enabled", "No authenticator app is on.");
    const passkeyStays = await hasPasskey(ctx, userId);
    if (!passkeyStays && (await standingOf(ctx, userId)).needsSecondFactor) throw required();
    await deleteTotp(ctx, userId);
    if (!passkeyStays) await deleteRecoveryCodes(ctx, userId);
    await record(ctx, { action: "second_factor.disabled", subject: { type: "user", id: userId } });
    await publish(ctx, secondFactorDisabled(userId));
  });
}

/** Throws when the operator's key is gone. */
export const totpSecretOf = (ctx: Context, factor: TotpRow): Uint8Array<ArrayBuffer> =>
  unseal(ctx.ports.secrets.sealing, factor.sealedSecret, aboutTotp(factor.userId));

/** A secret that was copied to another person's row does not open there. */
const aboutTotp = (userId: string): string => `totp:${userId}`;

/** The code that confirms is spent with it. False: another call was first. */
async function confirm(ctx: Context, factor: TotpRow, step: number): Promise<boolean> {
  const confirmed = await ctx.db
    .update(totpFactors)
    .set({ confirmedAt: ctx.now(), lastStep: step })
    .where(
      and(
        eq(totpFactors.storeId, ctx.store.id),
        eq(totpFactors.id, factor.id),
        isNull(totpFactors.confirmedAt),
      ),
    )
    .returning({ id: totpFactors.id });
  return confirmed.length > 0;
}

async function deleteTotp(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .delete(totpFactors)
    .where(and(eq(totpFactors.storeId, ctx.store.id), eq(totpFactors.userId, userId)));
}

const WRONG_FIRST_CODE = "This is not the code of now. Check the clock of the device.";

const alreadyOn = () => conflict("totp_enabled", "An authenticator app is on already.");
const notSetUp = () => conflict("totp_not_set_up", "Set an authenticator app up first.");
const replacedMeanwhile = () =>
  conflict("totp_replaced", "The authenticator app was set up anew meanwhile. Start again.");
const required = () =>
  conflict(
    "second_factor_required",
    "This store asks its staff for a second factor. Add a passkey first.",
  );
