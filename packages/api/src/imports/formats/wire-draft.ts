/** Drafts as they are written outside: the same members under snake_case names, instants as text. */
import type { CategoryDraft, ProductDraft } from "../../products/drafts.ts";

/** Their keys are the shop's own words, not members of a draft. */
const OWN_KEYS: ReadonlySet<string> = new Set(["attributes", "customFields", "custom_fields"]);

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, c) => c.toUpperCase());

type Json = Readonly<Record<string, unknown>>;

export const draftToWire = (draft: ProductDraft | CategoryDraft): Json =>
  renamed(draft, snake) as Json;

/** Not judged yet: whoever stores it reads it by the draft's own schema. */
export function draftFromWire(json: Json): unknown {
  const draft = renamed(json, camel) as Record<string, unknown>;
  for (const key of ["publishedAt", "unpublishAt"]) {
    const text = draft[key];
    // What is no instant stays a text, which the schema refuses by its name.
    if (typeof text === "string" && INSTANT.test(text)) draft[key] = new Date(text);
  }
  return draft;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** The name that a draft's field has outside. */
export const fieldOnWire = (field: string): string => field.split(".").map(snake).join(".");

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      rename(key),
      OWN_KEYS.has(key) ? member : renamed(member, rename),
    ]),
  );
}
