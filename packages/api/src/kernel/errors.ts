/** What a business rule may say no with. Transport codes are decided elsewhere, once. */

export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "unprocessable"
  | "rate_limited"
  | "payment_failed"
  | "unavailable";

/** Field name, or `non_field_errors`, to the messages about it. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export interface ErrorDetails {
  readonly fields?: FieldErrors;
  /** When trying again can help, for `rate_limited` and `unavailable`. */
  readonly retryAfterSeconds?: number;
}

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly kind: ErrorKind;
  /** Stable and machine-readable, such as `cart_changed`. Clients branch on it. */
  readonly reason: string;
  readonly fields: FieldErrors | null;
  readonly retryAfterSeconds: number | null;

  constructor(kind: ErrorKind, reason: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.reason = reason;
    this.fields = details.fields ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

export const notFound = (what: string): DomainError =>
  new DomainError("not_found", `${what.replaceAll(" ", "_")}_not_found`, `No such ${what}.`);

export const conflict = (reason: string, message: string, details?: ErrorDetails): DomainError =>
  new DomainError("conflict", reason, message, details);

/** Input that no schema can judge alone, such as a user name that is taken. */
export const invalidField = (field: string, reason: string, message: string): DomainError =>
  new DomainError("invalid", reason, message, { fields: { [field]: [message] } });
