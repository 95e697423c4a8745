/** From a schema's complaints to the field errors of the documented error shape. */
import * as z from "zod";
import type { FieldErrors } from "./errors.ts";

const NON_FIELD = "non_field_errors";

const kinds: Readonly<Record<string, string>> = {
  string: "Must be text.",
  number: "Must be a number.",
  int: "Must be a whole number.",
  boolean: "Must be true or false.",
  array: "Must be a list.",
  object: "Must be an object.",
};

// The messages every schema shares. They are about wording only, never about what is accepted.
z.config({
  customError: (issue) => {
    if (issue.code === "invalid_value") return `Use one of: ${issue.values.join(", ")}.`;
    if (issue.code !== "invalid_type") return undefined;
    return issue.input === undefined ? "This field is required." : kinds[issue.expected];
  },
});

/** Nested fields are named by their path: `shipping_address.city`, `lines.0.quantity`. */
export function fieldErrorsOf(error: z.core.$ZodError): FieldErrors {
  const fields: Record<string, string[]> = Object.create(null);
  const add = (path: readonly PropertyKey[], message: string): void => {
    const name = path.length === 0 ? NON_FIELD : path.map(String).join(".");
    const messages = fields[name] ?? [];
    messages.push(message);
    fields[name] = messages;
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) add([...issue.path, key], "Unknown field.");
    } else {
      add(issue.path, issue.message);
    }
  }
  return fields;
}
