/** What a failed call tells: a stable reason to branch on, and messages for each field. */
import type { AppRouter } from "@souk/api";
import { TRPCClientError } from "@trpc/client";

export type SoukError = TRPCClientError<AppRouter>;

/** What the server says of an error; absent when no answer came at all. */
export interface SoukErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly reason: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** When trying again can help. */
  readonly retryAfterSeconds: number | null;
  /** Say it to support: it finds the call in the server's log. */
  readonly requestId: string | null;
}

export function isSoukError(error: unknown): error is SoukError {
  return error instanceof TRPCClientError;
}

/** What the server answered, or null when it could not be reached or this is another error. */
export function errorData(error: unknown): SoukErrorData | null {
  if (!isSoukError(error)) return null;
  const data: Partial<SoukErrorData> | null | undefined = error.data;
  if (typeof data?.httpStatus !== "number") return null;
  return {
    code: data.code ?? "INTERNAL_SERVER_ERROR",
    httpStatus: data.httpStatus,
    reason: data.reason ?? "internal_error",
    fields: data.fields ?? {},
    retryAfterSeconds: data.retryAfterSeconds ?? null,
    requestId: data.requestId ?? null,
  };
}

/** Such as `cart_changed`; `network_error` when no answer came; null for an error of another kind. */
export function errorReason(error: unknown): string | null {
  if (!isSoukError(error)) return null;
  return errorData(error)?.reason ?? "network_error";
}

/** The HTTP status of the answer, or null when none came. */
export function errorStatus(error: unknown): number | null {
  return errorData(error)?.httpStatus ?? null;
}

/** How long to wait before trying again can help; null when the server did not say. */
export function retryAfterSeconds(error: unknown): number | null {
  return errorData(error)?.retryAfterSeconds ?? null;
}

/** Field name, or `non_field_errors`, to the messages about it. */
export function fieldErrors(error: unknown): Readonly<Record<string, readonly string[]>> {
  return errorData(error)?.fields ?? {};
}

/** Nobody is signed in: not a fault, but an answer. */
export function isSignInRequired(error: unknown): boolean {
  return errorReason(error) === "sign_in_required";
}
