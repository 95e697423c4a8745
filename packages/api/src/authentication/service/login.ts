/** Signing in by password; where a second factor guards the account, the first half of it. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import {
  canonicalEmail,
  findByEmail,
  heldPasswordHash,
  lockUser,
  renewPasswordHash,
  type UserRow,
} from "../../users/service/index.ts";
import type { LoginAnswer, LoginInput, StartSessionAnswer } from "../contract.ts";
import { hashPassword, needsRehash, verifyPassword } from "../credentials/passwords.ts";
import type { SecondFactorNeeded } from "../second-factor/contract.ts";
import {
  askForSecondFactor,
  type Offer,
  offerTo,
  stillOffered,
} from "../second-factor/service/offer.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "./attempts.ts";
import { cookieOf, type Device, type Holding, openDevice, tokensOf } from "./sign-in.ts";

export async function login(ctx: Context, input: LoginInput): Promise<LoginAnswer> {
  const entry = await byPassword(ctx, input, "tokens");
  return "session" in entry ? tokensOf(ctx, entry) : entry;
}

export async function startBrowserSession(
  ctx: Context,
  input: LoginInput,
): Promise<StartSessionAnswer> {
  const entry = await byPassword(ctx, input, "cookie");
  return "session" in entry ? cookieOf(ctx, entry) : entry;
}

type Entry = Device | SecondFactorNeeded;

/**
 * An unknown address is limited, hashed for, judged and answered like a known one; what was registered
 * with an address that has an account already, like an account that nobody verified.
 */
async function byPassword(ctx: Context, input: LoginInput, holding: Holding): Promise<Entry> {
  const attempt = await beginAttempt(ctx, canonicalEmail(input.email));
  for (;;) {
    const known = await findByEmail(ctx, input.email);
    const heldHash = await heldPasswordHash(ctx, input.email);
    const right = await verifyPassword(known?.passwordHash ?? null, input.password);
    const opens = right && isOpen(known);
    // Whoever is turned away waits for both, whatever there is to compare with.
    const held = !opens && (await verifyPassword(heldHash, input.password));
    const entry = await (opens
      ? enter(ctx, attempt, known, holding)
      : inTransaction(ctx, (ctx) => turnAway(ctx, attempt, known, right || held)));
    if (entry === "changed") continue;
    if (typeof entry === "string") throw refusals[entry]();
    if (opens) await renewHash(ctx, known, input.password);
    return entry;
  }
}

type Refusal = keyof typeof refusals;

const isOpen = (user: UserRow | null): user is UserRow =>
  user?.isActive === true && user.emailVerifiedAt !== null;

async function turnAway(
  ctx: Context,
  attempt: Attempt,
  known: UserRow | null,
  isRegistered: boolean,
): Promise<Refusal> {
  const wrong = known === null ? "unknown_account" : "wrong_password";
  const reason = isRegistered ? "inactive_account" : wrong;
  await judgeAttempt(ctx, attempt, { result: "failed", reason, userId: known?.id ?? null });
  return isRegistered ? "account_inactive" : "invalid_credentials";
}

async function enter(
  ctx: Context,
  attempt: Attempt,
  known: UserRow,
  holding: Holding,
): Promise<Entry | "changed"> {
  const offer = await offerTo(ctx, known.id);
  return inTransaction(ctx, (ctx) => letIn(ctx, attempt, { known, offer }, holding));
}

/** What the password was checked against, and what its owner would have to show next. */
interface Checked {
  readonly known: UserRow;
  readonly offer: Offer | null;
}

async function letIn(
  ctx: Context,
  attempt: Attempt,
  { known, offer }: Checked,
  holding: Holding,
): Promise<Entry | "changed"> {
  const user = await lockUser(ctx, known.id);
  // The account, or what guards it beside the password, was changed while it was being checked.
  if (!isOpen(user) || user.passwordHash !== known.passwordHash) return "changed";
  const userId = user.id;
  if (!(await stillOffered(ctx, userId, offer))) return "changed";
  const reason = offer === null ? "signed_in" : "password_accepted";
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason, userId });
  return offer === null ? openDevice(ctx, user, holding) : askForSecondFactor(ctx, userId, offer);
}

/** Only now is the password known, so an older hash is brought up to today's parameters. */
async function renewHash(ctx: Context, known: UserRow, password: string): Promise<void> {
  if (!needsRehash(known.passwordHash)) return;
  const passwordHash = await hashPassword(password);
  await renewPasswordHash(ctx, known.id, { from: known.passwordHash, to: passwordHash });
}

const refusal = (reason: string, message: string) => (): DomainError =>
  new DomainError("invalid", reason, message, { fields: { non_field_errors: [message] } });

const refusals = {
  invalid_credentials: refusal("invalid_credentials", "Invalid email or password"),
  account_inactive: refusal("account_inactive", "User account is not active"),
} as const;
