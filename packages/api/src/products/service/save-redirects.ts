/** What leads to brands, categories and collections from the slugs that they had, as imports know it. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { readDraft } from "../drafts.ts";
import { RedirectsDraft } from "../records.ts";
import { idsOfNamed, slugsById } from "./named.ts";
import type { SaveOutcome } from "./save-product.ts";
import { formerSlugsOf, saveFormerSlugs } from "./slugs.ts";

/** Throws `invalid_input`, `<kind>_unknown`, and `slug_taken` for a slug that another has now. */
export function saveRedirects(ctx: Context, input: RedirectsDraft): Promise<SaveOutcome> {
  const { of: kind, named, from: slugs } = readDraft(RedirectsDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const [subjectId = ""] = await idsOfNamed(ctx, kind, [named], () => "named");
    const changed = await saveFormerSlugs(ctx, { kind, subjectId, slugs, field: "from" });
    return changed ? "updated" : "unchanged";
  });
}

/** Of all things of a kind that have any, as they would be saved again. */
export async function redirectsDrafts(
  ctx: Context,
  kind: RedirectsDraft["of"],
): Promise<RedirectsDraft[]> {
  const former = await formerSlugsOf(ctx, kind);
  const names = await slugsById(ctx, kind);
  return [...names].flatMap(([id, named]) => {
    const from = former.get(id);
    return from === undefined ? [] : [{ of: kind, named, from }];
  });
}
