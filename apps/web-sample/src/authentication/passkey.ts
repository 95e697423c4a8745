/** What the browser does about passkeys, and plain words for when it does not. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { isSoukError } from "@souk/client";
import {
  NewPasskey,
  PasskeyAnswer,
  type PasskeyCreation,
  type PasskeyRequest,
} from "@souk/client/contracts/passkeys";
import { explainFault } from "../ui/use-submission.ts";

export const passkeysWork: boolean = browserSupportsWebAuthn();

export async function askForPasskey(request: PasskeyRequest): Promise<PasskeyAnswer> {
  const optionsJSON = request as PublicKeyCredentialRequestOptionsJSON;
  return PasskeyAnswer.parse(await startAuthentication({ optionsJSON }));
}

export async function makePasskey(creation: PasskeyCreation): Promise<NewPasskey> {
  const optionsJSON = creation as PublicKeyCredentialCreationOptionsJSON;
  return NewPasskey.parse(await startRegistration({ optionsJSON }));
}

const words: Readonly<Record<string, string>> = {
  NotAllowedError: "No passkey was used: it was cancelled, or it took too long.",
  AbortError: "No passkey was used: it was cancelled.",
  InvalidStateError: "This device holds a passkey for your account already.",
  SecurityError: "Passkeys do not work at this address.",
};

/** Browsers speak of their own faults in terms that nobody should have to read. */
export function explainPasskeyFault(error: unknown): string {
  if (isSoukError(error)) return explainFault(error);
  const name = error instanceof Error ? error.name : "";
  return words[name] ?? "Your browser could not use a passkey.";
}
