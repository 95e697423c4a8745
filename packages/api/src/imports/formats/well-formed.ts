/** JSON can spell what is no text: half a letter, which the databases do not store alike, or at all. */

/** The path of the first name or text that is none; null when all are. */
export function garbledIn(json: unknown, path: readonly string[] = []): string | null {
  if (typeof json === "string") return json.isWellFormed() ? null : path.join(".");
  if (typeof json !== "object" || json === null) return null;
  for (const [key, member] of Object.entries(json)) {
    if (!key.isWellFormed()) return path.join(".");
    const found = garbledIn(member, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

export const GARBLED = "This text holds half a letter.";
