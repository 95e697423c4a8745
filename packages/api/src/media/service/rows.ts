/** Assets as rows: read, written and shown. Knows no rule of who may. */
import { assets } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Asset } from "../contract.ts";
import { sourcesOf, urlOf } from "../sizes.ts";

export type AssetRow = typeof assets.$inferSelect;
export type Purpose = AssetRow["purpose"];

/** Of the store, taken up for this purpose. */
export const ofPurpose = (ctx: Context, purpose: Purpose) =>
  and(eq(assets.storeId, ctx.store.id), eq(assets.purpose, purpose));

export const assetOf = (row: AssetRow): Asset => ({
  id: row.id,
  url: urlOf(row.storageKey),
  width: row.width ?? 0,
  height: row.height ?? 0,
  content_type: row.contentType,
  bytes: row.bytes,
  file_name: row.fileName,
  sources: sourcesOf(row.storageKey),
  created_at: row.createdAt.toISOString(),
});

const MAX_NAME = 200;

/** What somebody called a file, as a text that may be shown: no folders, no line breaks. */
export function shownName(name: string): string {
  const [last = ""] = name.split(/[/\\]/).slice(-1);
  return last
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_NAME);
}
