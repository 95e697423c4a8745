/** Word to the owner that recovery codes were made anew, or that one let somebody in. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

const YOU = "If it was you, there is nothing to do.";
const NOT_YOU = "If it was not you, choose a new password at once, and write to the shop.";

interface Told {
  readonly to: string;
  readonly subject: string;
  readonly heading: string;
  readonly intro: string;
}

export interface ReplacedCodes {
  readonly to: string;
  readonly at: Date;
}

export function recoveryCodesReplacedLetter(ctx: Context, { to, at }: ReplacedCodes): Letter {
  const { name } = ctx.store;
  return told(ctx, {
    to,
    subject: `Your recovery codes for ${name} were replaced`,
    heading: "Your recovery codes were replaced",
    intro: `New recovery codes were made for your account at ${name} on ${timeText(at)}. The old ones stopped working.`,
  });
}

export interface UsedCode {
  readonly to: string;
  readonly at: Date;
  readonly left: number;
}

export function recoveryCodeUsedLetter(ctx: Context, { to, at, left }: UsedCode): Letter {
  const { name } = ctx.store;
  return told(ctx, {
    to,
    subject: `A recovery code of your account at ${name} was used`,
    heading: "A recovery code was used",
    intro: `A recovery code took the place of your second factor for your account at ${name} on ${timeText(at)}. ${codesLeft(left)}`,
  });
}

function codesLeft(left: number): string {
  if (left === 0) return "None is left: make new ones.";
  return left === 1 ? "One code is left." : `${left} codes are left.`;
}

function told(ctx: Context, { intro, ...about }: Told): Letter {
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  return letter({
    ...about,
    storeName: ctx.store.name,
    text: [intro, YOU, NOT_YOU, link],
    body: html`${paragraph(intro)}${paragraph(YOU)}${paragraph(NOT_YOU)}${button("Choose a new password", link)}`,
  });
}
