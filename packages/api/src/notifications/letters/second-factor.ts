/** Word to the owner that the second step of signing in was switched on or off. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

export interface SecondFactorChange {
  readonly to: string;
  readonly at: Date;
  readonly now: "on" | "off";
}

const follows = {
  on: "From now on signing in needs a code from the app. All other devices are signed out.",
  off: "From now on no code from the app is asked for when somebody signs in.",
} as const;

export function secondFactorLetter(ctx: Context, { to, at, now }: SecondFactorChange): Letter {
  const { name: storeName } = ctx.store;
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  const intro = `An authenticator app was switched ${now} for your account at ${storeName} on ${timeText(at)}.`;
  const you = "If it was you, there is nothing to do.";
  const notYou = "If it was not you, choose a new password at once, and write to the shop.";
  return letter({
    to,
    storeName,
    subject: `Your second factor for ${storeName} was switched ${now}`,
    heading: `Your second factor was switched ${now}`,
    text: [intro, follows[now], you, notYou, link],
    body: html`${paragraph(`${intro} ${follows[now]}`)}${paragraph(you)}${paragraph(notYou)}${button("Choose a new password", link)}`,
  });
}
