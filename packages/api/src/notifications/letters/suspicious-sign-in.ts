/** Word to the owner that a sign-in succeeded after others had failed. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

export interface SuspiciousSignIn {
  readonly to: string;
  readonly at: Date;
  readonly failures: number;
  readonly device: string;
  readonly ip: string;
}

export function suspiciousSignInLetter(ctx: Context, signIn: SuspiciousSignIn): Letter {
  const { to, at, failures, device, ip } = signIn;
  const { name: storeName } = ctx.store;
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  const intro = `On ${timeText(at)} somebody signed in to your account at ${storeName}, after ${failures} tries that failed.`;
  const where = `Device: ${device}. Internet address: ${ip}.`;
  const you = "If it was you, there is nothing to do.";
  const notYou = "If it was not you, choose a new password at once: that signs out all devices.";
  return letter({
    to,
    storeName,
    subject: `A sign-in to ${storeName} after failed tries`,
    heading: "Was this you?",
    text: [intro, where, you, notYou, link],
    body: html`${paragraph(intro)}${paragraph(where)}${paragraph(you)}${paragraph(notYou)}${button("Choose a new password", link)}`,
  });
}
