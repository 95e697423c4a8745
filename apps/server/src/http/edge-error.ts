/** Refusals that the transport itself makes, before or beside any rule of the shop. */
import { DomainError, type ErrorKind, transportError } from "@souk/api";
import { isUnavailable } from "@souk/db";
import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";

const codes = {
  invalid: "BAD_REQUEST",
  forbidden: "FORBIDDEN",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Partial<Record<ErrorKind, TRPCError["code"]>>;

type ErrorDetails = NonNullable<ConstructorParameters<typeof DomainError>[3]>;

/** With a reason of its own that clients may branch on. */
export function refusal(
  kind: keyof typeof codes,
  reason: string,
  message: string,
  details: ErrorDetails = {},
): TRPCError {
  const cause = new DomainError(kind, reason, message, details);
  return new TRPCError({ code: codes[kind], message, cause });
}

export const malformed = (reason: string, message: string): TRPCError =>
  refusal("invalid", reason, message);

export const invalidFields = (fields: Readonly<Record<string, readonly string[]>>): TRPCError =>
  refusal("invalid", "invalid_input", "Invalid input.", { fields });

/** By status alone: its code in small letters is the reason. */
export const refusalOf = (code: TRPCError["code"], message: string): TRPCError =>
  new TRPCError({ code, message });

/** Whatever was thrown, as what both faces can tell. */
export function asTransportError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof DomainError) return transportError(error);
  if (isUnavailable(error)) {
    return refusal(
      "unavailable",
      "database_unavailable",
      "The database cannot be reached right now. Try again shortly.",
      { retryAfterSeconds: 2 },
    );
  }
  return getTRPCErrorFromUnknown(error);
}
