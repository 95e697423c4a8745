/** Mails about an account that moves to another address. None names the other address. */
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, note, paragraph } from "./letter.ts";
import { timeText } from "./time-text.ts";

const VALIDITY = "The link works once, for 24 hours, where you are signed in.";
const NOT_YOU = "If you did not ask for it, ignore this mail: nothing will happen.";

export interface EmailChangeLink {
  readonly to: string;
  readonly token: string;
}

export function emailChangeLetter(ctx: Context, { to, token }: EmailChangeLink): Letter {
  const link = `${ctx.ports.storefrontUrl}/confirm-email/${encodeURIComponent(token)}`;
  const { name: storeName } = ctx.store;
  const intro = `Please confirm that your account at ${storeName} is to have this address from now on.`;
  return letter({
    to,
    storeName,
    subject: `Confirm your new email address for ${storeName}`,
    heading: "Confirm your new email address",
    text: [intro, link, VALIDITY, NOT_YOU],
    body: html`${paragraph(intro)}${button("Confirm my new address", link)}${note(`${VALIDITY} ${NOT_YOU}`)}`,
  });
}

interface Occasion {
  readonly to: string;
  readonly at: Date;
}

/** To the address of now: its owner may not be who asked. */
export function emailChangeAnnouncedLetter(ctx: Context, { to, at }: Occasion): Letter {
  const { name: storeName } = ctx.store;
  const intro = `On ${timeText(at)} somebody who is signed in to your account at ${storeName} asked to move it to another address. Nothing has changed yet.`;
  return warning(ctx, to, {
    subject: `A new email address for your account at ${storeName}`,
    heading: "Somebody asked for a new email address",
    intro,
  });
}

/** To somebody who owns the address that another account asked for. */
export function emailChangeRefusedLetter(ctx: Context, to: string): Letter {
  const { name: storeName } = ctx.store;
  const intro = `Somebody tried to give this address to another account at ${storeName}. It belongs to your account, so nothing was changed.`;
  const you = "If it was you, sign in to the account of this address instead.";
  const link = ctx.ports.storefrontUrl;
  return letter({
    to,
    storeName,
    subject: `Your address has an account at ${storeName} already`,
    heading: "This address has an account already",
    text: [intro, you, link],
    body: html`${paragraph(intro)}${paragraph(you)}${button("Go to the shop", link)}`,
  });
}

export function emailChangedLetter(
  ctx: Context,
  { to, at, end }: Occasion & { readonly end: "old" | "new" },
): Letter {
  const { name: storeName } = ctx.store;
  const when = `On ${timeText(at)} the email address of your account at ${storeName} was changed`;
  const subject = `Your email address for ${storeName} was changed`;
  const heading = "Your email address was changed";
  if (end === "old") {
    const intro = `${when}. This address opens it no more, and gets no more mails about it. All other devices are signed out.`;
    const help = "If it was not you, write to the shop at once.";
    return letter({
      ...{ to, storeName, subject, heading },
      text: [intro, help],
      body: html`${paragraph(intro)}${paragraph(help)}`,
    });
  }
  const intro = `${when} to this one. All other devices are signed out.`;
  return warning(ctx, to, { subject, heading, intro });
}

interface Warning {
  readonly subject: string;
  readonly heading: string;
  readonly intro: string;
}

function warning(ctx: Context, to: string, { subject, heading, intro }: Warning): Letter {
  const link = `${ctx.ports.storefrontUrl}/forgot-password`;
  const you = "If it was you, there is nothing to do.";
  const notYou = "If it was not you, choose a new password at once: that signs out all devices.";
  return letter({
    ...{ to, storeName: ctx.store.name, subject, heading },
    text: [intro, you, notYou, link],
    body: html`${paragraph(intro)}${paragraph(you)}${paragraph(notYou)}${button("Choose a new password", link)}`,
  });
}
