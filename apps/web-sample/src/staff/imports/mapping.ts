/** The mapping as it is typed: what it says, or what is wrong with it and where. */
import { validate } from "@souk/client";
import { Mapping } from "@souk/client/contracts/imports";

const FORMS = 'a path in quotes, or an object with "from" or "value"';

function wrongAsJson(text: string, error: unknown): string {
  const said = error instanceof Error ? error.message : "";
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  if (line !== undefined) {
    const near = text.split("\n")[Number(line) - 1]?.trim() ?? "";
    return `This is not JSON yet: look at line ${line}, character ${column}: ${near}`;
  }
  if (/end/i.test(said)) return "This is not JSON yet: a bracket or a quote is missing at its end.";
  return 'This is not JSON: it begins with "{" and names are in quotes.';
}

const valueAt = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : null),
    whole,
  );

function wrongAt(field: string, message: string, mapping: unknown): string {
  if (field === "non_field_errors") return `A mapping is an object: {"product": {…}}.`;
  const unknown = /^Unrecognized keys?: (.+)$/.exec(message)?.[1];
  if (unknown !== undefined) return `${field} has no field called ${unknown}.`;
  if (valueAt(mapping, field.split(".")) === undefined) return `${field} is missing.`;
  return `${field} must be ${FORMS}.`;
}

/** In words for whoever typed it; nothing when it is a mapping. */
export function wrongInMapping(text: string): readonly string[] {
  if (text === "") return ["Say where each field is found."];
  let mapping: unknown;
  try {
    mapping = JSON.parse(text);
  } catch (error) {
    return [wrongAsJson(text, error)];
  }
  const judged = validate(Mapping, mapping);
  if (judged.ok) return [];
  return Object.entries(judged.fields).flatMap(([field, messages]) =>
    messages.map((message) => wrongAt(field, message, mapping)),
  );
}
