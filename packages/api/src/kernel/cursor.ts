/** Keyset cursors: the sort key and the id of a page's last row, opaque to callers. */
import { DomainError } from "./errors.ts";

export type CursorKey = string | number;

export interface CursorPosition {
  readonly key: CursorKey;
  readonly id: string;
}

/** `order` names the sort, so that a cursor of one order is refused under another. */
export function encodeCursor(order: string, { key, id }: CursorPosition): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString("base64url");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What names a session. */
export const HASH = /^[0-9a-f]{64}$/;

export function decodeCursor(
  order: string,
  kind: "string" | "number",
  cursor: string,
  ids: RegExp = UUID,
): CursorPosition {
  const [named, key, id] = parsed(cursor);
  const keyFits = kind === "number" ? Number.isSafeInteger(key) : typeof key === "string";
  if (named !== order || !keyFits || typeof id !== "string" || !ids.test(id)) throw refused();
  return { key: key as CursorKey, id };
}

/** The end of the year 9999. */
const LATEST = 253_402_300_799_999;
const MAX_COUNT = 2_147_483_647;

/** The key as an instant: whatever a made-up cursor says, one that both databases know. */
export const instantOf = ({ key }: CursorPosition): Date =>
  new Date(Math.max(0, Math.min(Number(key), LATEST)));

/** The key as a number that a 32-bit column can be compared with. */
export const countOf = ({ key }: CursorPosition): number =>
  Math.max(-MAX_COUNT, Math.min(Number(key), MAX_COUNT));

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const refused = (): DomainError => {
  const message = "Not a cursor of this list in this order.";
  return new DomainError("invalid", "cursor_invalid", message, { fields: { cursor: [message] } });
};
