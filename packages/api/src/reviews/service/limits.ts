/** How often reviews are written, voted on and reported: by client, and by account. */
import type { Context, Customer } from "../../kernel/context.ts";
import { type Limit, spend } from "../../kernel/limits.ts";

const HOUR_MS = 3_600_000;

interface Limits {
  readonly byClient: Limit;
  readonly byAccount: Limit;
}

const limits = (action: string, byClient: number, byAccount: number): Limits => ({
  byClient: { action, times: byClient, withinMs: HOUR_MS },
  byAccount: { action: `${action}_by_account`, times: byAccount, withinMs: HOUR_MS },
});

export const WRITING = limits("write_review", 60, 20);
export const VOTING = limits("vote_on_review", 600, 200);
export const REPORTING = limits("report_review", 60, 20);

export async function spendBoth(
  ctx: Context<Customer>,
  { byClient, byAccount }: Limits,
): Promise<void> {
  await spend(ctx, byClient);
  await spend(ctx, byAccount, ctx.actor.userId);
}
