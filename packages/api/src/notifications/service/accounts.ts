/** What people get about their account: each event of the authentication domain, as a letter. */
import * as authentication from "../../authentication/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { LoggedEvent } from "../../kernel/event-log.ts";
import * as users from "../../users/service/index.ts";
import {
  emailChangeAnnouncedLetter,
  emailChangedLetter,
  emailChangeLetter,
  emailChangeRefusedLetter,
} from "../letters/email-change.ts";
import { recoveryCodesReplacedLetter, recoveryCodeUsedLetter } from "../letters/recovery-codes.ts";
import { suspiciousSignInLetter } from "../letters/suspicious-sign-in.ts";
import {
  knownAddressLetter,
  repeatedRegistrationLetter,
  type VerificationLink,
  verificationLetter,
} from "../letters/verification.ts";
import { textIn, type Write } from "./payload.ts";

async function linkOf(ctx: Context, event: LoggedEvent): Promise<VerificationLink | null> {
  const id = textIn(event, "verification_id");
  const link = id === null ? null : await authentication.verificationForMail(ctx, id);
  // Who asked again was registered before.
  const said = textIn(event, "registered_at");
  const registeredAt = said === null ? event.occurredAt : new Date(said);
  return link === null ? null : { ...link, registeredAt };
}

async function addressOf(ctx: Context, event: LoggedEvent): Promise<string | null> {
  const id = textIn(event, "user_id");
  const user = id === null ? null : await users.findById(ctx, id);
  return user?.email ?? null;
}

const verification: Write = async (ctx, event) => {
  const link = await linkOf(ctx, event);
  return link === null ? null : verificationLetter(ctx, link);
};

const registrationRepeated: Write = async (ctx, event) => {
  if (textIn(event, "verification_id") === null) {
    const to = await addressOf(ctx, event);
    return to === null ? null : knownAddressLetter(ctx, to);
  }
  const link = await linkOf(ctx, event);
  return link === null ? null : repeatedRegistrationLetter(ctx, link);
};

const emailChangeRequested: Write = async (ctx, event) => {
  const id = textIn(event, "email_change_id");
  const link = id === null ? null : await authentication.emailChangeForMail(ctx, id);
  return link === null ? null : emailChangeLetter(ctx, link);
};

async function endsOf(ctx: Context, event: LoggedEvent) {
  const id = textIn(event, "email_change_id");
  return id === null ? null : await authentication.emailChangeEnds(ctx, id);
}

/** To where the account lived then, wherever it lives by now. */
const emailChangeAnnounced: Write = async (ctx, event) => {
  const ends = await endsOf(ctx, event);
  if (ends === null) return null;
  return emailChangeAnnouncedLetter(ctx, { to: ends.old, at: event.occurredAt });
};

const emailChanged: Write = async (ctx, event) => {
  const ends = await endsOf(ctx, event);
  const end = textIn(event, "to") === "old" ? "old" : "new";
  if (ends === null) return null;
  return emailChangedLetter(ctx, { to: ends[end], at: event.occurredAt, end });
};

const emailChangeRefused: Write = async (ctx, event) => {
  const to = await addressOf(ctx, event);
  return to === null ? null : emailChangeRefusedLetter(ctx, to);
};

const signInAfterFailures: Write = async (ctx, event) => {
  const to = await addressOf(ctx, event);
  const id = textIn(event, "login_attempt_id");
  const from = id === null ? null : await authentication.signInForMail(ctx, id);
  if (to === null || from === null) return null;
  const failures = Number(Reflect.get(event.payload, "failures"));
  return suspiciousSignInLetter(ctx, { to, at: event.occurredAt, failures, ...from });
};

const recoveryCodesReplaced: Write = async (ctx, event) => {
  const to = await addressOf(ctx, event);
  return to === null ? null : recoveryCodesReplacedLetter(ctx, { to, at: event.occurredAt });
};

const recoveryCodeUsed: Write = async (ctx, event) => {
  const to = await addressOf(ctx, event);
  if (to === null) return null;
  const left = Number(Reflect.get(event.payload, "recovery_codes_left"));
  return recoveryCodeUsedLetter(ctx, { to, at: event.occurredAt, left });
};

export const accountLetters: Readonly<Record<string, Write>> = {
  "user.registered": verification,
  "verification.requested": verification,
  "registration.repeated": registrationRepeated,
  "email_change.requested": emailChangeRequested,
  "email_change.announced": emailChangeAnnounced,
  "email_change.refused": emailChangeRefused,
  "user.email_changed": emailChanged,
  "user.recovery_codes_replaced": recoveryCodesReplaced,
  "user.recovery_code_used": recoveryCodeUsed,
  "sign_in.after_failures": signInAfterFailures,
};
