/** A session alone, perhaps a stolen one, must not be enough for what cannot be undone. */
import type { Context, Customer } from "./context.ts";
import { DomainError } from "./errors.ts";

/** How long a proof of identity counts as fresh. */
export const FRESH_MS = 10 * 60_000;

export function refuseUnlessFresh(ctx: Context, { authenticatedAt }: Customer): void {
  const since = authenticatedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (ctx.now().getTime() - since <= FRESH_MS) return;
  throw new DomainError(
    "forbidden",
    "fresh_sign_in_required",
    "Confirm first that it is you: this needs a sign-in of the last 10 minutes.",
  );
}
