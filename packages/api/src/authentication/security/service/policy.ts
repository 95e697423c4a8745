/** What the store asks of its staff when they sign in. */
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { conflict } from "../../../kernel/errors.ts";
import { setSignInPolicy, signInPolicy } from "../../../stores/service.ts";
import { lockUser } from "../../../users/service/index.ts";
import { hasSecondFactor } from "../../second-factor/service/factors.ts";
import type { SignInPolicy, UpdateSignInPolicyInput } from "../contract.ts";

export async function policy(ctx: Context): Promise<SignInPolicy> {
  const { staffNeedsSecondFactor } = await signInPolicy(ctx);
  return { staff_needs_second_factor: staffNeedsSecondFactor };
}

/** It holds for all staff from their next call on. Nobody locks themselves out with it. */
export async function updatePolicy(
  ctx: Context<Staff>,
  input: UpdateSignInPolicyInput,
): Promise<SignInPolicy> {
  return inTransaction(ctx, async (ctx) => {
    if (input.staff_needs_second_factor) await refuseWithoutFactor(ctx);
    const staffNeedsSecondFactor = input.staff_needs_second_factor;
    if (await setSignInPolicy(ctx, { staffNeedsSecondFactor })) {
      await record(ctx, { action: "policy.changed", details: { ...input } });
    }
    return policy(ctx);
  });
}

async function refuseWithoutFactor(ctx: Context<Staff>): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "customer") {
    // Not while they take their own away on another device.
    await lockUser(ctx, actor.userId);
    if (await hasSecondFactor(ctx, actor.userId)) return;
  }
  throw conflict("own_second_factor_missing", "Set up a second factor of your own first.");
}
