/** Whether somebody has a second factor at hand: judged first, and spent in the unit of work it opens. */
import { totpFactors } from "@souk/db/schema";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { invalidField } from "../../../kernel/errors.ts";
import { totpStepOf } from "../../credentials/totp.ts";
import type { PasskeyAnswer } from "../../passkeys/contract.ts";
import { provenBy } from "../../passkeys/service/ceremonies.ts";
import type { SecondFactorProof } from "../contract.ts";
import { totpOf } from "./factors.ts";
import { spendRecoveryCode } from "./recovery-codes.ts";
import { totpSecretOf } from "./totp.ts";

/** False: it was used already. True for one caller only. */
export type Spend = (ctx: Context) => Promise<boolean>;

const never: Spend = async () => false;

/** Codes are computed and signatures checked outside of a unit of work, which waits for nothing else. */
export async function judgeProof(
  ctx: Context,
  userId: string,
  given: SecondFactorProof,
  webauthnChallenge: string | null,
): Promise<Spend> {
  const { code, recovery_code: recoveryCode, passkey } = given;
  if (code !== undefined) return judgeCode(ctx, userId, code);
  if (recoveryCode !== undefined) return (ctx) => spendRecoveryCode(ctx, userId, recoveryCode);
  if (passkey !== undefined) return judgePasskey(ctx, userId, passkey, webauthnChallenge);
  return never;
}

async function judgeCode(ctx: Context, userId: string, code: string): Promise<Spend> {
  const factor = await totpOf(ctx, userId);
  if (!factor?.confirmedAt) return never;
  const step = await totpStepOf(totpSecretOf(ctx, factor), code, ctx.now());
  return step === null ? never : (ctx) => spendStep(ctx, factor.id, step);
}

/** No code works twice, nor one that is older than the last. */
async function spendStep(ctx: Context, factorId: string, step: number): Promise<boolean> {
  const spent = await ctx.db
    .update(totpFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(totpFactors.storeId, ctx.store.id),
        eq(totpFactors.id, factorId),
        or(isNull(totpFactors.lastStep), lt(totpFactors.lastStep, step)),
      ),
    )
    .returning({ id: totpFactors.id });
  return spent.length > 0;
}

/** Its answer is to one challenge, which whoever asked spends. */
async function judgePasskey(
  ctx: Context,
  userId: string,
  answer: PasskeyAnswer,
  webauthnChallenge: string | null,
): Promise<Spend> {
  if (webauthnChallenge === null) return never;
  const proven = await provenBy(ctx, { webauthnChallenge, answer, userId });
  return proven?.userId === userId ? async () => true : never;
}

const messages = {
  code: "This code is not right, or was used already.",
  recovery_code: "This recovery code is not right, or was used already.",
  passkey: "This passkey does not belong to the account.",
} as const;

/** Names the field that was sent. */
export function wrongProof(given: SecondFactorProof) {
  const fields = ["code", "recovery_code", "passkey"] as const;
  const field = fields.find((name) => given[name] !== undefined) ?? "code";
  return invalidField(field, "wrong_code", messages[field]);
}
