/** What every way of signing in ends with: a device session, and the guest's cart in the customer's. */
import { adoptGuestCart } from "../../cart/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type UserRow, userOf } from "../../users/service/index.ts";
import type { BrowserSession, SignedIn } from "../contract.ts";
import { issueAccessToken } from "../credentials/access-tokens.ts";
import { endSession, type OpenedSession, openSession } from "../credentials/sessions.ts";
import { issueRefreshToken } from "./refresh-tokens.ts";
import { reportFailuresBefore } from "./suspicious-sign-in.ts";

/** How the device holds its session. */
export type Holding = "tokens" | "cookie";

export interface Device {
  readonly user: UserRow;
  readonly session: OpenedSession;
  readonly refresh: string | null;
}

/** In the unit of work that let the person in. */
export async function openDevice(ctx: Context, user: UserRow, holding: Holding): Promise<Device> {
  // The browser's earlier session would be left over, with nobody to end it.
  if (holding === "cookie" && ctx.actor.kind === "customer" && ctx.actor.via === "cookie") {
    await endSession(ctx, ctx.actor.sessionId);
  }
  await reportFailuresBefore(ctx, user);
  const session = await openSession(ctx, user.id);
  const refresh = holding === "tokens" ? await issueRefreshToken(ctx, session) : null;
  await adoptGuestCart(ctx, user.id);
  return { user, session, refresh };
}

/** After it: signing waits for more than the database. */
export async function tokensOf(ctx: Context, device: Device): Promise<SignedIn> {
  const { user, session, refresh } = device;
  if (refresh === null) throw new Error("this device holds a cookie");
  const claims = { userId: user.id, sessionId: session.id };
  const access = await issueAccessToken(ctx, claims, session.endsAt);
  return { access, refresh, user: userOf(user) };
}

/** After it: a unit of work may run twice, and the browser must get the secret of the one that held. */
export function cookieOf(ctx: Context, { user, session }: Device): BrowserSession {
  ctx.sessionCookie.set(session.secret, session.expiresAt);
  return { user: userOf(user) };
}
