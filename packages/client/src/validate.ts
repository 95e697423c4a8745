/** Judges a form by the contract that the server will judge it by, in the same words. */

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a contract's zod schema looks like from here. */
interface Contract<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: FieldErrors };

export function validate<T>(contract: Contract<T>, value: unknown): Validation<T> {
  const result = contract.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const fields: Record<string, string[]> = {};
  for (const { path, message } of result.error.issues) {
    const field = path.map(String).join(".") || "non_field_errors";
    const messages = fields[field] ?? [];
    messages.push(message);
    fields[field] = messages;
  }
  return { ok: false, fields };
}
