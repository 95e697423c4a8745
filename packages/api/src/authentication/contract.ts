/** Accounts on the wire: register, verify, sign in, stay signed in, sign out. */
import * as z from "zod";
import { Id, PageInput, pageOf, Text, Timestamp } from "../kernel/contract.ts";
import { Phone, User } from "../users/contract.ts";
import { PasskeyAnswer } from "./passkeys/contract.ts";
import { SecondFactorNeeded, SecondFactorProof } from "./second-factor/contract.ts";

/** Measured in Unicode characters after NFC; no composition rule (NIST SP 800-63B). A store may ask for more. */
export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 128;

export const Email = z
  .string()
  .trim()
  .max(254, "Use at most 254 characters.")
  .pipe(z.email("Enter a valid email address."));

export const Username = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{3,40}$/u, "Use 3 to 40 letters, digits, dots, dashes or underscores.");

/** No text of 128 characters is longer than this in JavaScript's units, before or after NFC. */
const PASSWORD_MAX_UNITS = 1024;

export const lengthOf = (password: string): number => [...password.normalize("NFC")].length;

export const NewPassword = z
  .string()
  .max(PASSWORD_MAX_UNITS, `Use at most ${PASSWORD_MAX_LENGTH} characters.`)
  .refine(
    (password) => lengthOf(password) >= PASSWORD_MIN_LENGTH,
    `Use at least ${PASSWORD_MIN_LENGTH} characters.`,
  )
  .refine(
    (password) => lengthOf(password) <= PASSWORD_MAX_LENGTH,
    `Use at most ${PASSWORD_MAX_LENGTH} characters.`,
  )
  .describe(`${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters of any kind`);

const PasswordAgain = z.string().max(PASSWORD_MAX_UNITS);

const alike = (one: string, other: string): boolean =>
  one.normalize("NFC") === other.normalize("NFC");

const NOT_ALIKE = "The two passwords do not match.";

export const RegisterInput = z
  .strictObject({
    email: Email,
    username: Username,
    password: NewPassword,
    password_confirm: PasswordAgain,
    first_name: Text(80),
    last_name: Text(80),
    phone: Phone.optional(),
    marketing_consent: z.boolean().default(false).describe("May the shop mail offers and news"),
  })
  .refine((input) => alike(input.password, input.password_confirm), {
    path: ["password_confirm"],
    message: NOT_ALIKE,
  });
export type RegisterInput = z.infer<typeof RegisterInput>;

export const RegisteredUser = z
  .object({
    email: z.string(),
    username: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    phone: z.string().nullable(),
  })
  .meta({
    id: "RegisteredUser",
    description: "What was asked for. It carries no id: a known address answers alike.",
  });

export const Registration = z.object({ message: z.string(), user: RegisteredUser });
export type Registration = z.infer<typeof Registration>;

export const VerifyEmailInput = z.strictObject({ token: z.string().min(1).max(200) });
export type VerifyEmailInput = z.infer<typeof VerifyEmailInput>;

export const ResendVerificationInput = z.strictObject({ email: Email });
export type ResendVerificationInput = z.infer<typeof ResendVerificationInput>;

export const LoginInput = z.strictObject({
  email: z.string().trim().min(1, "This field may not be blank.").max(254),
  password: z.string().min(1, "This field may not be blank.").max(PASSWORD_MAX_UNITS),
});
export type LoginInput = z.infer<typeof LoginInput>;

export const SignedIn = z
  .object({
    access: z.string().describe("JWT, 15 minutes"),
    refresh: z.string().describe("One use, 7 days; each use answers a new one"),
    user: User,
  })
  .meta({ id: "SignedIn" });
export type SignedIn = z.infer<typeof SignedIn>;

/** Where a second factor guards the account, the right password alone answers what is needed next. */
export const LoginAnswer = z.union([SignedIn, SecondFactorNeeded]);
export type LoginAnswer = z.infer<typeof LoginAnswer>;

export const RefreshInput = z.strictObject({ refresh: z.string().min(1).max(500) });
export type RefreshInput = z.infer<typeof RefreshInput>;

export const RefreshedTokens = z
  .object({ access: z.string(), refresh: z.string() })
  .meta({ id: "RefreshedTokens" });
export type RefreshedTokens = z.infer<typeof RefreshedTokens>;

export const LogoutInput = z.strictObject({ refresh: z.string().min(1).max(500) });
export type LogoutInput = z.infer<typeof LogoutInput>;

/** For browsers: the session lives in an HttpOnly cookie, so no token reaches a script. */
export const BrowserSession = z.object({ user: User }).meta({ id: "BrowserSession" });
export type BrowserSession = z.infer<typeof BrowserSession>;

export const StartSessionAnswer = z.union([BrowserSession, SecondFactorNeeded]);
export type StartSessionAnswer = z.infer<typeof StartSessionAnswer>;

export const CurrentSession = z
  .object({ user: User.nullable().describe("Null: nobody is signed in") })
  .meta({ id: "CurrentSession" });
export type CurrentSession = z.infer<typeof CurrentSession>;

export const ChangePasswordInput = z
  .strictObject({
    old_password: LoginInput.shape.password,
    new_password: NewPassword,
    new_password_confirm: PasswordAgain,
  })
  .refine((input) => alike(input.new_password, input.new_password_confirm), {
    path: ["new_password_confirm"],
    message: NOT_ALIKE,
  });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const ForgotPasswordInput = z.strictObject({ email: Email });
export type ForgotPasswordInput = z.infer<typeof ForgotPasswordInput>;

export const ResetPasswordInput = z
  .strictObject({
    token: z.string().min(1).max(200),
    new_password: NewPassword,
    new_password_confirm: PasswordAgain,
  })
  .refine((input) => alike(input.new_password, input.new_password_confirm), {
    path: ["new_password_confirm"],
    message: NOT_ALIKE,
  });
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>;

const SessionId = z.string().regex(/^[0-9a-f]{64}$/, "Must be a valid id.");

export const DeviceSession = z
  .object({
    id: SessionId,
    device: z.string().describe("For people, such as `Firefox on Android`"),
    ip: z.string().describe("Where it signed in"),
    created_at: Timestamp,
    last_used_at: Timestamp.describe("To the minute"),
    is_current: z.boolean().describe("It is the one that asks"),
  })
  .meta({ id: "DeviceSession" });
export type DeviceSession = z.infer<typeof DeviceSession>;

export const DeviceSessionList = z.object({ items: z.array(DeviceSession) });
export type DeviceSessionList = z.infer<typeof DeviceSessionList>;

export const DeviceSessionRef = z.strictObject({ id: SessionId });
export type DeviceSessionRef = z.infer<typeof DeviceSessionRef>;

export const LoginAttempt = z
  .object({
    id: Id,
    created_at: Timestamp,
    ip: z.string(),
    device: z.string().describe("For people, such as `Firefox on Android`"),
    result: z.enum(["succeeded", "failed"]),
    reason: z.string().describe("Such as `signed_in`, `wrong_password` or `rate_limited`"),
  })
  .meta({ id: "LoginAttempt" });
export type LoginAttempt = z.infer<typeof LoginAttempt>;

export const ListLoginAttemptsInput = z.strictObject({ ...PageInput.shape });
export type ListLoginAttemptsInput = z.infer<typeof ListLoginAttemptsInput>;

export const LoginAttemptPage = pageOf(LoginAttempt);
export type LoginAttemptPage = z.infer<typeof LoginAttemptPage>;

/**
 * A password (with a code, where an authenticator app is on), or a passkey that was asked for by
 * `passkeys.signInStart`. It makes the session fresh for 10 minutes.
 */
export const ConfirmIdentityInput = z
  .strictObject({
    password: LoginInput.shape.password.optional(),
    code: SecondFactorProof.shape.code,
    recovery_code: SecondFactorProof.shape.recovery_code,
    challenge: z.string().min(1).max(200).optional(),
    passkey: PasskeyAnswer.optional(),
  })
  .refine(
    ({ password, challenge, passkey }) =>
      (password === undefined) !== (passkey === undefined || challenge === undefined),
    "Send either your password, or a passkey with its challenge.",
  );
export type ConfirmIdentityInput = z.infer<typeof ConfirmIdentityInput>;

export const FreshUntil = z.object({ fresh_until: Timestamp }).meta({ id: "FreshUntil" });
export type FreshUntil = z.infer<typeof FreshUntil>;

export const ChangeEmailInput = z.strictObject({ email: Email });
export type ChangeEmailInput = z.infer<typeof ChangeEmailInput>;

export const ConfirmEmailChangeInput = z.strictObject({ token: z.string().min(1).max(200) });
export type ConfirmEmailChangeInput = z.infer<typeof ConfirmEmailChangeInput>;
