/** Who is signed in. Nobody is an answer too, not an error: pages ask before they know. */
import type { Context } from "../../kernel/context.ts";
import { findById, userOf } from "../../users/service/index.ts";
import type { CurrentSession } from "../contract.ts";

export async function currentSession(ctx: Context): Promise<CurrentSession> {
  if (ctx.actor.kind !== "customer") return { user: null };
  const row = await findById(ctx, ctx.actor.userId);
  return { user: row === null ? null : userOf(row) };
}
