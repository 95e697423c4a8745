/** What a sign-in is answered that needs a second step. */
import type { Context } from "../../../kernel/context.ts";
import { openChallenge } from "../../credentials/challenges.ts";
import type { PasskeyRequest } from "../../passkeys/contract.ts";
import { requestFor } from "../../passkeys/service/ceremonies.ts";
import {
  SECOND_STEP_MINUTES,
  type SecondFactorMethod,
  type SecondFactorNeeded,
} from "../contract.ts";
import { hasPasskey, hasTotp } from "./factors.ts";
import { recoveryCodesLeft } from "./recovery-codes.ts";

export interface Offer {
  readonly methods: readonly SecondFactorMethod[];
  readonly passkey: PasskeyRequest | null;
}

/** Made before the unit of work of the sign-in. Null: the password is enough. */
export async function offerTo(ctx: Context, userId: string): Promise<Offer | null> {
  const methods = await methodsOf(ctx, userId);
  if (methods.length === 0) return null;
  const passkey = methods.includes("passkey") ? await requestFor(ctx, userId) : null;
  return { methods, passkey };
}

/** In that unit of work: whether it is still all there is. The caller has locked the user. */
export async function stillOffered(
  ctx: Context,
  userId: string,
  offer: Offer | null,
): Promise<boolean> {
  const methods = await methodsOf(ctx, userId);
  return methods.join() === (offer?.methods ?? []).join();
}

export async function askForSecondFactor(
  ctx: Context,
  userId: string,
  { methods, passkey }: Offer,
): Promise<SecondFactorNeeded> {
  const challenge = await openChallenge(ctx, {
    purpose: "second_factor",
    userId,
    webauthnChallenge: passkey?.challenge ?? null,
    minutes: SECOND_STEP_MINUTES,
  });
  return { second_factor: { challenge, methods: [...methods], passkey } };
}

/** Recovery codes stand in for a factor; without one they guard nothing. */
async function methodsOf(ctx: Context, userId: string): Promise<SecondFactorMethod[]> {
  const methods: SecondFactorMethod[] = [];
  if (await hasTotp(ctx, userId)) methods.push("totp");
  if (await hasPasskey(ctx, userId)) methods.push("passkey");
  if (methods.length === 0) return [];
  return (await recoveryCodesLeft(ctx, userId)) > 0 ? [...methods, "recovery_code"] : methods;
}
