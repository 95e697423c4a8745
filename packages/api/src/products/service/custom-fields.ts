/** Custom fields between their declaration and the database, which keeps them as JSON. */
import type * as z from "zod";

type Fields = Record<string, unknown>;

/** As they are stored: only those that are set, null for none; undefined where the draft tells nothing. */
export function setFields(fields: Fields | undefined): Fields | null | undefined {
  if (fields === undefined) return undefined;
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return set.length === 0 ? null : Object.fromEntries(set);
}

/** Those that are still declared, as they are declared now: a declaration may have changed since. */
export function shownFields<Shape extends z.ZodRawShape>(
  declared: z.ZodObject<Shape>,
  stored: Fields | null,
): z.output<z.ZodObject<Shape>> {
  const whole = declared.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path: [name] }) => name));
  const sound = Object.entries(stored ?? {}).filter(([name]) => !wrong.has(name));
  return declared.parse(Object.fromEntries(sound));
}
