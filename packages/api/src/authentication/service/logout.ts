/** Signing out. A session that ends takes its access tokens, refresh tokens and cookie with it. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import type { LogoutInput } from "../contract.ts";
import { findRefreshToken } from "./refresh-tokens.ts";
import { endAndRecord } from "./session-audit.ts";

/** Answers alike whether there was anything to end. Nobody ends another person's session. */
export async function logout(ctx: Context, input: LogoutInput): Promise<{ message: string }> {
  const { actor } = ctx;
  const known = await findRefreshToken(ctx, input.refresh);
  if (known !== null) {
    const userId = actor.kind === "customer" ? actor.userId : undefined;
    await end(ctx, known.sessionId, userId);
  }
  return { message: "Successfully logged out." };
}

export async function endBrowserSession(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "customer") await end(ctx, actor.sessionId, actor.userId);
  ctx.sessionCookie.clear();
}

const end = (ctx: Context, id: string, userId: string | undefined): Promise<string | null> =>
  inTransaction(ctx, (ctx) => endAndRecord(ctx, { id, userId }, "sign_out"));
