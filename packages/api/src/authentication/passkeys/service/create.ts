/** Adding a passkey: the authenticator is asked for a new key, and its public half is kept. */
import { passkeys } from "@souk/db/schema";
import { record } from "../../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../../kernel/context.ts";
import { conflict, invalidField, notFound } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import { spend } from "../../../kernel/limits.ts";
import { findById, lockUser } from "../../../users/service/index.ts";
import {
  type ChallengeRow,
  findChallenge,
  openChallenge,
  spendChallenge,
} from "../../credentials/challenges.ts";
import { endSessionsOf } from "../../credentials/sessions.ts";
import { passkeyAdded } from "../../events.ts";
import { hasSecondFactor } from "../../second-factor/service/factors.ts";
import { issueRecoveryCodes } from "../../second-factor/service/recovery-codes.ts";
import {
  type AddedPasskey,
  type AddPasskeyInput,
  MAX_PASSKEYS,
  type PasskeyCreationStart,
  Transport,
} from "../contract.ts";
import { CEREMONY_MINUTES, creationFor, credentialIn, type NewCredential } from "./ceremonies.ts";
import { type PasskeyRow, passkeyOf, passkeysOf } from "./rows.ts";

const STARTS = { action: "passkey_creation", times: 30, withinMs: 15 * 60_000 };

export async function startCreation(ctx: Context<Customer>): Promise<PasskeyCreationStart> {
  const { userId } = ctx.actor;
  await spend(ctx, STARTS, userId);
  const user = await findById(ctx, userId);
  if (user === null) throw notFound("user");
  await refuseOneMore(ctx, userId);
  const options = await creationFor(ctx, user);
  const challenge = await openChallenge(ctx, {
    purpose: "passkey_creation",
    userId,
    webauthnChallenge: options.challenge,
    minutes: CEREMONY_MINUTES,
  });
  return { challenge, options };
}

export async function add(ctx: Context<Customer>, input: AddPasskeyInput): Promise<AddedPasskey> {
  const challenge = await findChallenge(ctx, "passkey_creation", input.challenge);
  const webauthnChallenge = challenge?.webauthnChallenge ?? null;
  if (challenge?.userId !== ctx.actor.userId || webauthnChallenge === null) throw expired();
  const credential = await credentialIn(ctx, { webauthnChallenge, passkey: input.passkey });
  if (credential === null) {
    throw invalidField("passkey", "wrong_passkey", "This passkey could not be made. Try again.");
  }
  return inTransaction(ctx, (ctx) => keep(ctx, { challenge, input, credential }));
}

interface Made {
  readonly challenge: ChallengeRow;
  readonly input: AddPasskeyInput;
  readonly credential: NewCredential;
}

async function keep(
  ctx: Context<Customer>,
  { challenge, input, credential }: Made,
): Promise<AddedPasskey> {
  const { userId } = ctx.actor;
  await lockUser(ctx, userId);
  if (!(await spendChallenge(ctx, challenge.id))) throw expired();
  await refuseOneMore(ctx, userId);
  const isFirstFactor = !(await hasSecondFactor(ctx, userId));
  const row = await insert(ctx, input, credential);
  const subject = { type: "user", id: userId };
  await record(ctx, { action: "passkey.added", subject, details: { passkey_id: row.id } });
  await publish(ctx, passkeyAdded(userId, row.id));
  return { ...passkeyOf(row), recovery_codes: isFirstFactor ? await beginToGuard(ctx) : null };
}

/** From here on a password alone signs nobody in, so whoever it signed in elsewhere is signed out. */
async function beginToGuard(ctx: Context<Customer>): Promise<string[]> {
  const { userId, sessionId } = ctx.actor;
  await endSessionsOf(ctx, userId, sessionId);
  return issueRecoveryCodes(ctx, userId);
}

async function insert(
  ctx: Context<Customer>,
  { name, passkey }: AddPasskeyInput,
  credential: NewCredential,
): Promise<PasskeyRow> {
  const [row] = await ctx.db
    .insert(passkeys)
    .values({
      ...credential,
      storeId: ctx.store.id,
      userId: ctx.actor.userId,
      name,
      transports: knownTransports(passkey.response.transports),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) throw conflict("passkey_known", "This passkey was added already.");
  return row;
}

/** Browsers name new ways before we know them; they are hints, and told to browsers alone. */
const knownTransports = (named: readonly string[] = []): Transport[] =>
  Transport.options.filter((transport) => named.includes(transport));

async function refuseOneMore(ctx: Context, userId: string): Promise<void> {
  if ((await passkeysOf(ctx, userId)).length < MAX_PASSKEYS) return;
  throw conflict("too_many_passkeys", `An account has at most ${MAX_PASSKEYS} passkeys.`);
}

const expired = () =>
  invalidField("challenge", "challenge_expired", "This has waited too long. Start again.");
