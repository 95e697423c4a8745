/** Second factors on the wire: an authenticator app, recovery codes, and the second step of a sign-in. */
import * as z from "zod";
import { Timestamp } from "../../kernel/contract.ts";
import { PasskeyAnswer, PasskeyRequest } from "../passkeys/contract.ts";

/** RFC 6238: SHA-1, 6 digits, 30 seconds, as all authenticator apps have it. */
export const TotpCode = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Enter the 6 digits that the app shows."))
  .describe("Six digits; spaces do not count");

/** Letter case, spaces and dashes do not count. */
export const RecoveryCode = z.string().trim().min(8, "Enter one whole recovery code.").max(40);

/** Minutes that a right password waits for its second factor. */
export const SECOND_STEP_MINUTES = 10;

export const SecondFactorMethod = z.enum(["totp", "recovery_code", "passkey"]);
export type SecondFactorMethod = z.infer<typeof SecondFactorMethod>;

export const SecondFactorNeeded = z
  .object({
    second_factor: z.object({
      challenge: z
        .string()
        .describe(`Goes into the second step, within ${SECOND_STEP_MINUTES} minutes`),
      methods: z.array(SecondFactorMethod),
      passkey: PasskeyRequest.nullable().describe("For the browser, where a passkey may serve"),
    }),
  })
  .meta({
    id: "SecondFactorNeeded",
    description: "The password was right. Nobody is signed in before the second step.",
  });
export type SecondFactorNeeded = z.infer<typeof SecondFactorNeeded>;

/** One of the three. */
export const SecondFactorProof = z.strictObject({
  code: TotpCode.optional(),
  recovery_code: RecoveryCode.optional(),
  passkey: PasskeyAnswer.optional(),
});
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

export const SecondStepInput = z
  .strictObject({ challenge: z.string().min(1).max(200), ...SecondFactorProof.shape })
  .refine(
    ({ code, recovery_code, passkey }) =>
      [code, recovery_code, passkey].filter((proof) => proof !== undefined).length === 1,
    "Send exactly one of code, recovery_code and passkey.",
  );
export type SecondStepInput = z.infer<typeof SecondStepInput>;

export const SecondFactorStatus = z
  .object({
    totp: z.object({ enabled: z.boolean(), since: Timestamp.nullable() }),
    recovery_codes_left: z.int(),
    passkeys: z.int(),
    required_for_staff: z.boolean().describe("The store's policy, and the caller is staff"),
  })
  .meta({ id: "SecondFactorStatus" });
export type SecondFactorStatus = z.infer<typeof SecondFactorStatus>;

export const TotpSetup = z
  .object({
    secret: z.string().describe("Base32, to be typed where a QR code cannot be read"),
    uri: z.string().describe("otpauth:// for the QR code"),
  })
  .meta({ id: "TotpSetup", description: "In force once a first code has confirmed it." });
export type TotpSetup = z.infer<typeof TotpSetup>;

export const ConfirmTotpInput = z.strictObject({ code: TotpCode });
export type ConfirmTotpInput = z.infer<typeof ConfirmTotpInput>;

export const RecoveryCodes = z
  .object({ codes: z.array(z.string()).describe("Shown once; each works once") })
  .meta({ id: "RecoveryCodes" });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
