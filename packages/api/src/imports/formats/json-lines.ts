/**
 * The catalogue as JSON Lines: one JSON object a line, `kind` first. `store` names the currency that the
 * amounts are in; each `category` stands before what refers to it; a `product` has the members of a
 * product draft under snake_case names, amounts in minor units. The export writes the same.
 */
import type { Context } from "../../kernel/context.ts";
import type { CategoryDraft, ProductDraft } from "../../products/drafts.ts";
import { type SaveOutcome, saveCategory, saveProduct } from "../../products/service/index.ts";
import type { ReadRecord } from "../service/intake.ts";
import { type Line, linesOf } from "./lines.ts";
import type { FileSource } from "./records.ts";
import { draftFromWire, fieldOnWire } from "./wire-draft.ts";

/** The movements that an import causes name it. */
const STOCK_REFERENCE = "json-lines";

export async function* readJsonLines(
  source: FileSource,
  currency: string,
): AsyncGenerator<ReadRecord> {
  let any = false;
  for await (const line of linesOf(source)) {
    any = true;
    yield read(line, currency);
  }
  if (!any) yield recordOf(1, { problem: ["", "The file is empty."] });
}

type Found =
  | { readonly problem: readonly [field: string, message: string] }
  | { readonly save: (ctx: Context) => Promise<SaveOutcome>; readonly isReferredTo?: boolean };

function recordOf(row: number, found: Found): ReadRecord {
  const problemAt = (field: string, message: string) => ({
    row,
    column: fieldOnWire(field),
    message,
  });
  const base = { row, warnings: [], problemAt };
  if ("save" in found) {
    return { ...base, problems: [], isReferredTo: found.isReferredTo ?? false, save: found.save };
  }
  return {
    ...base,
    problems: [problemAt(...found.problem)],
    isReferredTo: false,
    save: async () => "unchanged",
  };
}

function read({ row, text, isBroken }: Line, currency: string): ReadRecord {
  if (isBroken) {
    return recordOf(row, { problem: ["", "This line is too long, or no UTF-8 text."] });
  }
  const json = parsed(text);
  if (json === null) return recordOf(row, { problem: ["", "This line is not a JSON object."] });
  const { kind, ...members } = json;
  if (kind === "store") return recordOf(row, storeLine(members, currency));
  if (kind === "category") {
    const draft = draftFromWire(members) as CategoryDraft;
    return recordOf(row, { save: (ctx) => saveCategory(ctx, draft), isReferredTo: true });
  }
  if (kind === "product") {
    const draft = { stockReference: STOCK_REFERENCE, ...(draftFromWire(members) as ProductDraft) };
    return recordOf(row, { save: (ctx) => saveProduct(ctx, draft) });
  }
  const message = "Each line begins with its kind: store, category or product.";
  return recordOf(row, { problem: ["kind", message] });
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Amounts of another currency would be taken for ours. */
function storeLine({ currency: written }: Record<string, unknown>, currency: string): Found {
  if (written === currency) return { save: async () => "unchanged" };
  const message = `The file is in ${String(written)}, and this store sells in ${currency}.`;
  return { problem: ["currency", message] };
}
