/** Mails about opening an account. They may reach strangers, so they carry no words of whoever asked. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, note, paragraph } from "./letter.ts";

export interface VerificationLink {
  readonly to: string;
  readonly token: string;
}

const linkOf = (ctx: Context, token: string): string =>
  `${ctx.ports.storefrontUrl}/verify-email/${encodeURIComponent(token)}`;

const VALIDITY = "The link works once, for 24 hours.";
const NOT_YOU = "If you did not ask for an account, ignore this mail: nothing will happen.";

export function verificationLetter(ctx: Context, { to, token }: VerificationLink): Letter {
  const link = linkOf(ctx, token);
  const { name: storeName } = ctx.store;
  const intro = `Please confirm that this is your address. It completes your account at ${storeName}.`;
  return letter({
    to,
    storeName,
    subject: `Confirm your email address for ${storeName}`,
    heading: "Confirm your email address",
    text: [intro, link, VALIDITY, NOT_YOU],
    body: html`${paragraph(intro)}${button("Confirm my address", link)}${note(`${VALIDITY} ${NOT_YOU}`)}`,
  });
}

/** To the owner of an account, when somebody registers with its address; they learn nothing of it. */
export function repeatedRegistrationLetter(
  ctx: Context,
  to: string,
  verification: VerificationLink | null,
): Letter {
  const { name: storeName } = ctx.store;
  const intro = `Somebody just tried to register at ${storeName} with this address, which already has an account.`;
  const common = {
    to,
    storeName,
    subject: `You already have an account at ${storeName}`,
    heading: "You already have an account",
  };
  const stranger = "If it was not you, there is nothing to do: your account is unchanged.";
  if (verification === null) {
    const link = ctx.ports.storefrontUrl;
    const hint = "If it was you, sign in with the password you chose before.";
    return letter({
      ...common,
      text: [intro, hint, link, stranger],
      body: html`${paragraph(intro)}${paragraph(hint)}${button("Go to the shop", link)}${note(stranger)}`,
    });
  }
  const link = linkOf(ctx, verification.token);
  const hint = "It still waits for you to confirm the address. This link replaces the earlier one.";
  return letter({
    ...common,
    text: [intro, hint, link, VALIDITY, stranger],
    body: html`${paragraph(intro)}${paragraph(hint)}${button("Confirm my address", link)}${note(`${VALIDITY} ${stranger}`)}`,
  });
}
