/** What is recorded in the audit trail, in words. */
const words: Readonly<Record<string, string>> = {
  "access.denied": "Was denied access",
  "api_key.created": "Made an API key",
  "api_key.revoked": "Revoked an API key",
  "consent.changed": "Changed a consent",
  "email.change_requested": "Asked to change an address",
  "email.changed": "Changed an address",
  "email.verified": "Verified an address",
  "identity.confirmed": "Confirmed who they are",
  "limit.reached": "Ran into a limit",
  "orders.claimed": "Claimed guest orders",
  "passkey.added": "Added a passkey",
  "passkey.removed": "Removed a passkey",
  "password.changed": "Changed a password",
  "password.reset": "Reset a password",
  "password.reset_requested": "Asked to reset a password",
  "person.erased": "Erased a person's data",
  "person.exported": "Exported a person's data",
  "policy.changed": "Changed the sign-in policy",
  "recovery_codes.replaced": "Replaced recovery codes",
  "refresh_token.reused": "Used a spent token",
  "role.created": "Made a role",
  "role.deleted": "Deleted a role",
  "role.granted": "Granted a role",
  "role.updated": "Changed a role",
  "role.withdrawn": "Withdrew a role",
  "second_factor.disabled": "Switched the second factor off",
  "second_factor.enabled": "Switched the second factor on",
  "security.unlocked": "Lifted a lock",
  "session.ended": "Ended a session",
  "sign_in.failed": "Failed to sign in",
  "sign_in.refused": "Was refused by a limit",
  "sign_in.succeeded": "Signed in",
  "user.disabled": "Disabled an account",
  "user.enabled": "Enabled an account",
  "user.registered": "Registered",
};

/** One that these screens do not know yet is shown as the server calls it. */
export const actionWords = (action: string): string => words[action] ?? action;

const familyWords: readonly (readonly [string, string])[] = [
  ["sign_in", "Sign-ins"],
  ["session", "Sessions"],
  ["password", "Passwords"],
  ["second_factor", "Second factors"],
  ["passkey", "Passkeys"],
  ["recovery_codes", "Recovery codes"],
  ["refresh_token", "Spent tokens"],
  ["identity", "Proofs of identity"],
  ["limit", "Limits"],
  ["security", "Lifted locks"],
  ["policy", "Policy"],
  ["access", "Denied access"],
  ["user", "Accounts"],
  ["email", "Mail addresses"],
  ["consent", "Consents"],
  ["person", "Exports and erasures"],
  ["orders", "Claimed orders"],
  ["role", "Roles"],
  ["api_key", "API keys"],
];

export const actionFamilies = familyWords;

const alarming = new Set([
  "access.denied",
  "limit.reached",
  "refresh_token.reused",
  "sign_in.failed",
  "sign_in.refused",
]);

export const isAlarming = (action: string): boolean => alarming.has(action);
