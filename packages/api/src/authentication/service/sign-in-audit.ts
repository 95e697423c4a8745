/** What the audit trail tells of signing in: who got in, who did not, and who was turned away. */
import { record } from "../../kernel/audit.ts";
import type { Context } from "../../kernel/context.ts";
import { firstLately } from "../../kernel/limits.ts";
import { WINDOW_MS } from "./failures.ts";

/** Other successes prove who somebody is, open nothing, and have entries of their own. */
const OPENS_A_SESSION: ReadonlySet<string> = new Set(["signed_in", "email_verified"]);

export interface Judged {
  readonly result: "succeeded" | "failed";
  readonly reason: string;
  readonly userId: string | null;
}

/** In the unit of work of the verdict. */
export async function recordVerdict(
  ctx: Context,
  account: string,
  { result, reason, userId }: Judged,
): Promise<void> {
  const about = userId === null ? {} : { subject: { type: "user", id: userId } };
  if (result === "failed") {
    await record(ctx, {
      action: "sign_in.failed",
      ...about,
      details: { reason },
      personal: { account },
    });
  } else if (userId !== null && OPENS_A_SESSION.has(reason)) {
    await record(ctx, { action: "sign_in.succeeded", ...about, details: { reason }, userId });
  }
}

export interface Refusal {
  readonly limit: "account" | "client";
  /** Whom the limit counts. */
  readonly key: string;
  /** The address that was tried. */
  readonly account: string;
}

/** A flood leaves one entry in each window, for each account and client. */
export async function recordRefusal(ctx: Context, { limit, key, account }: Refusal): Promise<void> {
  const who = `${limit}:${key}`;
  if (!(await firstLately(ctx, { action: "sign_in:refused", withinMs: WINDOW_MS }, who))) return;
  await record(ctx, { action: "sign_in.refused", details: { limit }, personal: { account } });
}
