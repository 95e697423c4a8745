/** Word to the owner that a passkey was added or removed. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

export interface PasskeyChange {
  readonly to: string;
  readonly at: Date;
  readonly what: "added" | "removed";
}

const follows = {
  added: "It signs in without a password, on any device that has it.",
  removed: "It signs nobody in any more.",
} as const;

export function passkeyLetter(ctx: Context, { to, at, what }: PasskeyChange): Letter {
  const { name: storeName } = ctx.store;
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  const verb = what === "added" ? "added to" : "removed from";
  const intro = `A passkey was ${verb} your account at ${storeName} on ${timeText(at)}.`;
  const you = "If it was you, there is nothing to do.";
  const notYou = "If it was not you, choose a new password at once, and write to the shop.";
  return letter({
    to,
    storeName,
    subject: `A passkey was ${verb} your account at ${storeName}`,
    heading: `A passkey was ${what}`,
    text: [intro, follows[what], you, notYou, link],
    body: html`${paragraph(`${intro} ${follows[what]}`)}${paragraph(you)}${paragraph(notYou)}${button("Choose a new password", link)}`,
  });
}
