/** Why a sign-in went the way it went, in words. */
const words: Readonly<Record<string, string>> = {
  signed_in: "Signed in",
  password_accepted: "Password right, second step due",
  identity_confirmed: "Confirmed who they are",
  email_verified: "Signed in by a mailed link",
  password_changed: "Password changed",
  password_reset: "Password reset by mail",
  unlocked: "Unlocked by staff",
  wrong_password: "Wrong password",
  wrong_code: "Wrong code",
  wrong_passkey: "Passkey not accepted",
  second_step_expired: "Second step came too late",
  unknown_account: "Unknown account",
  inactive_account: "Account not active",
  rate_limited: "Refused by a limit",
  unfinished: "Not finished",
};

/** One that these screens do not know yet is shown as the server calls it. */
export const attemptWords = (reason: string): string =>
  words[reason] ?? reason.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

export const attemptReasons: readonly (readonly [string, string])[] = Object.entries(words);
