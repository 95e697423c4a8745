/** The two WebAuthn ceremonies: what is asked of an authenticator, and whether its answer is right. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import {
  COSEALG,
  decodeAttestationObject,
  decodeClientDataJSON,
  isoBase64URL,
} from "@simplewebauthn/server/helpers";
import type { Context, Ports } from "../../../kernel/context.ts";
import type { UserRow } from "../../../users/service/index.ts";
import {
  type NewPasskey,
  type PasskeyAnswer,
  PasskeyCreation,
  PasskeyRequest,
} from "../contract.ts";
import { findByCredential, noteUse, type PasskeyRow, passkeysOf } from "./rows.ts";

/** The time that the person has, as long as a challenge lives. */
export const CEREMONY_MINUTES = 10;

const timeout = CEREMONY_MINUTES * 60_000;
const algorithms = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256];

/** Null: a passkey will say who it is, so nothing is told of anybody's. */
export async function requestFor(ctx: Context, userId: string | null): Promise<PasskeyRequest> {
  const known = userId === null ? null : await passkeysOf(ctx, userId);
  const options = await generateAuthenticationOptions({
    rpID: hostOf(ctx.ports),
    ...(known === null ? {} : { allowCredentials: known.map(descriptorOf) }),
    userVerification: "required",
    timeout,
  });
  return PasskeyRequest.parse(options);
}

export interface Given {
  /** What the authenticator was asked to sign. */
  readonly webauthnChallenge: string;
  readonly answer: PasskeyAnswer;
  /** Null: whoever's passkey it is. */
  readonly userId: string | null;
}

/**
 * Whose passkey gave the answer; null when anything is wrong with it. Not for a unit of work: it waits
 * for more than the database.
 */
export async function provenBy(ctx: Context, given: Given): Promise<{ userId: string } | null> {
  const known = await findByCredential(ctx, given.answer.id);
  const use = known === null ? null : await useIn(ctx, known, given);
  if (known === null || use === null || !(await noteUse(ctx, known.id, use))) return null;
  return { userId: known.userId };
}

/** What a right answer tells of its authenticator. */
export interface Use {
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** Judges an answer and writes nothing. */
export async function useIn(
  ctx: Context,
  known: PasskeyRow,
  { webauthnChallenge, answer, userId }: Given,
): Promise<Use | null> {
  if (userId !== null && known.userId !== userId) return null;
  if (!namesOwner(answer, known, userId)) return null;
  try {
    if (isEmbedded(answer.response.clientDataJSON)) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertionOf(answer),
      expectedChallenge: webauthnChallenge,
      expectedOrigin: [...ctx.ports.passkeyOrigins],
      expectedRPID: hostOf(ctx.ports),
      credential: {
        id: known.credentialId,
        publicKey: isoBase64URL.toBuffer(known.publicKey),
        counter: known.counter,
      },
      requireUserVerification: true,
    });
    const { newCounter: counter, credentialBackedUp: isBackedUp } = authenticationInfo;
    return verified ? { counter, isBackedUp } : null;
  } catch {
    // The library throws at whatever is wrong with an answer.
    return null;
  }
}

/** An authenticator that chose the account itself has to say which. */
function namesOwner(
  { response }: PasskeyAnswer,
  known: PasskeyRow,
  userId: string | null,
): boolean {
  if (response.userHandle === undefined) return userId !== null;
  return response.userHandle === isoBase64URL.fromBuffer(handleOf(known.userId));
}

export async function creationFor(
  ctx: Context,
  { id, email, firstName, lastName }: UserRow,
): Promise<PasskeyCreation> {
  const known = await passkeysOf(ctx, id);
  const options = await generateRegistrationOptions({
    rpName: ctx.store.name,
    rpID: hostOf(ctx.ports),
    userID: handleOf(id),
    userName: email,
    userDisplayName: `${firstName} ${lastName}`.trim() || email,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(descriptorOf),
    supportedAlgorithmIDs: algorithms,
    timeout,
  });
  return PasskeyCreation.parse(options);
}

export interface NewCredential extends Use {
  readonly credentialId: string;
  readonly publicKey: string;
}

/** Null when anything is wrong with it. Not for a unit of work. */
export async function credentialIn(
  ctx: Context,
  { webauthnChallenge, passkey }: { webauthnChallenge: string; passkey: NewPasskey },
): Promise<NewCredential | null> {
  try {
    if (isEmbedded(passkey.response.clientDataJSON) || isAttested(passkey)) return null;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: attestationOf(passkey),
      expectedChallenge: webauthnChallenge,
      expectedOrigin: [...ctx.ports.passkeyOrigins],
      expectedRPID: hostOf(ctx.ports),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (registrationInfo === undefined) return null;
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    if (credential.id.length > MAX_CREDENTIAL_ID || credential.id !== passkey.id) return null;
    const publicKey = isoBase64URL.fromBuffer(credential.publicKey);
    return { credentialId: credential.id, publicKey, counter: credential.counter, isBackedUp };
  } catch {
    return null;
  }
}

/** 1023 bytes, as WebAuthn has it, in base64url. */
const MAX_CREDENTIAL_ID = 1364;

const assertionOf = ({ id, rawId, type, response }: PasskeyAnswer) => {
  const { clientDataJSON, authenticatorData, signature } = response;
  const signed = { clientDataJSON, authenticatorData, signature };
  return { id, rawId, type, clientExtensionResults: {}, response: signed };
};

const attestationOf = ({ id, rawId, type, response }: NewPasskey) => {
  const { clientDataJSON, attestationObject } = response;
  const made = { clientDataJSON, attestationObject };
  return { id, rawId, type, clientExtensionResults: {}, response: made };
};

/** Certificates are not asked for; verifying one would follow the addresses that it names. */
function isAttested({ response }: NewPasskey): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  const format = attestation.get("fmt");
  const isOwn = format === "packed" && attestation.get("attStmt").get("x5c") === undefined;
  return format !== "none" && !isOwn;
}

/** In a frame of another site's page, where a person does not see whom they answer. */
const isEmbedded = (clientDataJSON: string): boolean =>
  decodeClientDataJSON(clientDataJSON).crossOrigin === true;

/** Passkeys belong to the storefront's host. */
const hostOf = ({ storefrontUrl }: Ports): string => new URL(storefrontUrl).hostname;

/** What an authenticator knows the user by: tells nothing to whoever reads it there. */
const handleOf = (userId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(userId.replaceAll("-", ""), "hex"));

const descriptorOf = ({ credentialId, transports }: PasskeyRow) => ({
  id: credentialId,
  transports: [...transports],
});
