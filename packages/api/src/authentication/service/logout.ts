/** Signing out. A session that ends takes its access tokens, refresh tokens and cookie with it. */
import type { Context } from "../../kernel/context.ts";
import type { LogoutInput } from "../contract.ts";
import { endSession } from "../credentials/sessions.ts";
import { findRefreshToken } from "./refresh-tokens.ts";

/** Answers alike whether there was anything to end. Nobody ends another person's session. */
export async function logout(ctx: Context, input: LogoutInput): Promise<{ message: string }> {
  const { actor } = ctx;
  const known = await findRefreshToken(ctx, input.refresh);
  if (known !== null) {
    await endSession(ctx, known.sessionId, actor.kind === "customer" ? actor.userId : undefined);
  }
  return { message: "Successfully logged out." };
}

export async function endBrowserSession(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "customer") await endSession(ctx, actor.sessionId);
  ctx.sessionCookie.clear();
}
