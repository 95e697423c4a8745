/** Mails about passwords: the link to a new one, and word to the owner that it is in force. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, note, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

export interface PasswordResetLink {
  readonly to: string;
  readonly token: string;
}

const VALIDITY = "The link works once, for one hour.";
const NOT_YOU =
  "If you did not ask for it, ignore this mail: your password stays as it is. Nobody can use the link without this mail.";

export function passwordResetLetter(ctx: Context, { to, token }: PasswordResetLink): Letter {
  const link = `${ctx.ports.storefrontUrl}/reset-password/${encodeURIComponent(token)}`;
  const { name: storeName } = ctx.store;
  const intro = `Somebody, most likely you, asked for a new password for your account at ${storeName}.`;
  return letter({
    to,
    storeName,
    subject: `Choose a new password for ${storeName}`,
    heading: "Choose a new password",
    text: [intro, link, VALIDITY, NOT_YOU],
    body: html`${paragraph(intro)}${button("Choose a new password", link)}${note(`${VALIDITY} ${NOT_YOU}`)}`,
  });
}

export interface PasswordChange {
  readonly to: string;
  readonly at: Date;
  /** How it came about, and which devices it signed out. */
  readonly how: "changed" | "reset";
}

const happened = {
  changed: "by somebody who is signed in and knew the old one. All other devices are signed out.",
  reset: "by a link that was mailed to this address. All devices are signed out.",
} as const;

export function passwordChangedLetter(ctx: Context, { to, at, how }: PasswordChange): Letter {
  const { name: storeName } = ctx.store;
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  const intro = `The password of your account at ${storeName} was changed on ${timeText(at)}, ${happened[how]}`;
  const you = "If it was you, there is nothing to do.";
  const notYou = "If it was not you, choose a new password at once.";
  return letter({
    to,
    storeName,
    subject: `Your password for ${storeName} was changed`,
    heading: "Your password was changed",
    text: [intro, you, notYou, link],
    body: html`${paragraph(intro)}${paragraph(you)}${paragraph(notYou)}${button("Choose a new password", link)}`,
  });
}
