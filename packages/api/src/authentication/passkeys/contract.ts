/** Passkeys on the wire: WebAuthn level 3 in its JSON form, as browsers and libraries exchange it. */
import * as z from "zod";
import { Id, Text, Timestamp } from "../../kernel/contract.ts";

/** Passkeys of one account. */
export const MAX_PASSKEYS = 20;

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/, "Must be base64url.");
export const Transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);
export type Transport = z.infer<typeof Transport>;
const Attachment = z.enum(["cross-platform", "platform"]);
const Verification = z.enum(["discouraged", "preferred", "required"]);

const CredentialDescriptor = z.object({
  id: Base64Url,
  type: z.literal("public-key"),
  transports: z.array(Transport).optional(),
});

/** `PublicKeyCredentialRequestOptionsJSON`, for `navigator.credentials.get`. */
export const PasskeyRequest = z
  .object({
    challenge: Base64Url,
    timeout: z.int().optional(),
    rpId: z.string().optional(),
    allowCredentials: z.array(CredentialDescriptor).optional(),
    userVerification: Verification.optional(),
  })
  .meta({ id: "PasskeyRequest" });
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** `PublicKeyCredentialCreationOptionsJSON`, for `navigator.credentials.create`. */
export const PasskeyCreation = z
  .object({
    rp: z.object({ name: z.string(), id: z.string().optional() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: Base64Url,
    pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
    timeout: z.int().optional(),
    excludeCredentials: z.array(CredentialDescriptor).optional(),
    authenticatorSelection: z
      .object({
        authenticatorAttachment: Attachment.optional(),
        requireResidentKey: z.boolean().optional(),
        residentKey: Verification.optional(),
        userVerification: Verification.optional(),
      })
      .optional(),
    attestation: z.enum(["direct", "enterprise", "indirect", "none"]).optional(),
  })
  .meta({ id: "PasskeyCreation" });
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

const MAX_PART = 20_000;
const Part = Base64Url.max(MAX_PART);

const credential = {
  id: Part,
  rawId: Part,
  type: z.literal("public-key"),
  authenticatorAttachment: Attachment.optional(),
  /** What browsers add here says nothing that we rely on. */
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

/** `AuthenticationResponseJSON`: what an authenticator made of a request. */
export const PasskeyAnswer = z
  .strictObject({
    ...credential,
    response: z.object({
      clientDataJSON: Part,
      authenticatorData: Part,
      signature: Part,
      userHandle: Part.optional(),
    }),
  })
  .meta({ id: "PasskeyAnswer" });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** `RegistrationResponseJSON`: a new credential. */
export const NewPasskey = z
  .strictObject({
    ...credential,
    response: z.object({
      clientDataJSON: Part,
      attestationObject: Part,
      authenticatorData: Part.optional(),
      /** Those that we do not know are passed over. */
      transports: z.array(z.string().max(40)).max(20).optional(),
      publicKeyAlgorithm: z.int().optional(),
      publicKey: Part.optional(),
    }),
  })
  .meta({ id: "NewPasskey" });
export type NewPasskey = z.infer<typeof NewPasskey>;

export const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    is_backed_up: z.boolean().describe("Kept in step over several devices"),
    created_at: Timestamp,
    last_used_at: Timestamp.nullable(),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof Passkey>;

export const AddedPasskey = z
  .object({
    ...Passkey.shape,
    recovery_codes: z
      .array(z.string())
      .nullable()
      .describe("Shown once; each works once. Null: another factor guards the account already"),
  })
  .meta({ id: "AddedPasskey" });
export type AddedPasskey = z.infer<typeof AddedPasskey>;

export const PasskeyList = z.object({ items: z.array(Passkey) });
export type PasskeyList = z.infer<typeof PasskeyList>;

export const PasskeyCreationStart = z
  .object({ challenge: z.string(), options: PasskeyCreation })
  .meta({ id: "PasskeyCreationStart" });
export type PasskeyCreationStart = z.infer<typeof PasskeyCreationStart>;

export const AddPasskeyInput = z.strictObject({
  challenge: z.string().min(1).max(200),
  name: Text(60).describe("For people, such as `My phone`"),
  passkey: NewPasskey,
});
export type AddPasskeyInput = z.infer<typeof AddPasskeyInput>;

export const PasskeyRef = z.strictObject({ id: Id });
export type PasskeyRef = z.infer<typeof PasskeyRef>;

export const RenamePasskeyInput = z.strictObject({ id: Id, name: Text(60) });
export type RenamePasskeyInput = z.infer<typeof RenamePasskeyInput>;

export const PasskeySignInStart = z
  .object({ challenge: z.string(), options: PasskeyRequest })
  .meta({ id: "PasskeySignInStart" });
export type PasskeySignInStart = z.infer<typeof PasskeySignInStart>;

export const PasskeySignInInput = z.strictObject({
  challenge: z.string().min(1).max(200),
  passkey: PasskeyAnswer,
});
export type PasskeySignInInput = z.infer<typeof PasskeySignInInput>;
