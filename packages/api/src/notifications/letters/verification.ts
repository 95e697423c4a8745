/** Mails about opening an account. They may reach strangers, so they carry no words of whoever asked. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, note, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

export interface VerificationLink {
  readonly to: string;
  readonly token: string;
  /** Of the registration that the link brings into force, which may have been a stranger's. */
  readonly registeredAt: Date;
}

const linkOf = (ctx: Context, token: string): string =>
  `${ctx.ports.storefrontUrl}/verify-email/${encodeURIComponent(token)}`;

const VALIDITY = "The link works once, for 24 hours.";
const NOT_YOU = "If you did not register then, ignore this mail: nothing will happen.";

export function verificationLetter(ctx: Context, mailed: VerificationLink): Letter {
  const link = linkOf(ctx, mailed.token);
  const { name: storeName } = ctx.store;
  const intro = `Please confirm that this is your address. It completes the registration at ${storeName} of ${timeText(mailed.registeredAt)}, with the password that was chosen then.`;
  return letter({
    to: mailed.to,
    storeName,
    subject: `Confirm your email address for ${storeName}`,
    heading: "Confirm your email address",
    text: [intro, link, VALIDITY, NOT_YOU],
    body: html`${paragraph(intro)}${button("Confirm my address", link)}${note(`${VALIDITY} ${NOT_YOU}`)}`,
  });
}

/** To the owner of an account, when somebody registers with its address; they learn nothing of it. */
export function knownAddressLetter(ctx: Context, to: string): Letter {
  const { name: storeName } = ctx.store;
  const intro = `Somebody just tried to register at ${storeName} with this address, which already has an account.`;
  const hint = "If it was you, sign in with the password you chose before.";
  const stranger = "If it was not you, there is nothing to do: your account is unchanged.";
  const link = ctx.ports.storefrontUrl;
  return letter({
    to,
    storeName,
    subject: `You already have an account at ${storeName}`,
    heading: "You already have an account",
    text: [intro, hint, link, stranger],
    body: html`${paragraph(intro)}${paragraph(hint)}${button("Go to the shop", link)}${note(stranger)}`,
  });
}

/** To an address that is registered anew before anybody proved it: one of them may be a stranger. */
export function repeatedRegistrationLetter(ctx: Context, mailed: VerificationLink): Letter {
  const link = linkOf(ctx, mailed.token);
  const { name: storeName } = ctx.store;
  const intro = `Somebody registered once more at ${storeName} with this address, on ${timeText(mailed.registeredAt)}.`;
  const hint = "If it was you, this link completes that registration, with the password of then.";
  const stranger =
    "If it was not you, do not open it. The link of your own registration still works.";
  return letter({
    to: mailed.to,
    storeName,
    subject: `Confirm your email address for ${storeName}`,
    heading: "Confirm your email address",
    text: [intro, hint, link, VALIDITY, stranger],
    body: html`${paragraph(intro)}${paragraph(hint)}${button("Confirm my address", link)}${note(`${VALIDITY} ${stranger}`)}`,
  });
}
