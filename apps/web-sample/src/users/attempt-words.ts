/** Why a sign-in went the way it went, in words: for its owner and for staff. */
const words: Readonly<Record<string, string>> = {
  signed_in: "Signed in",
  password_accepted: "Right password, then asked for the second step",
  identity_confirmed: "Identity confirmed again",
  email_verified: "Signed in by a mailed link",
  password_changed: "Password changed",
  password_reset: "Password reset by mail",
  unlocked: "Unlocked by the shop",
  wrong_password: "Wrong password",
  wrong_code: "Right password, wrong code",
  wrong_passkey: "Passkey refused",
  second_step_expired: "Right password, but the second step took too long",
  unknown_account: "Unknown account",
  inactive_account: "Refused: the account was not active",
  rate_limited: "Refused by a limit",
  unfinished: "Not finished",
};

/** One that these screens do not know yet is shown as the server calls it. */
export const attemptWords = (reason: string): string =>
  words[reason] ?? reason.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

export const attemptReasons: readonly (readonly [string, string])[] = Object.entries(words);
