/** The catalogue as JSON Lines, as `json-lines.ts` reads it. */
import type { Context } from "../../kernel/context.ts";
import { allCategories, type ProductDraft } from "../../products/service/index.ts";
import { draftToWire } from "./wire-draft.ts";

export async function jsonLinesHead(ctx: Context): Promise<string> {
  const categories = await allCategories(ctx);
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]));
  const shelves = categories.map(({ slug, name, description, parentId, position }) => {
    const parent = parentId === null ? null : (slugs.get(parentId) ?? null);
    return line({
      kind: "category",
      ...draftToWire({ slug, name, description, parent, position }),
    });
  });
  return line({ kind: "store", currency: ctx.store.currency }) + shelves.join("");
}

export const jsonLinesOf = (drafts: readonly ProductDraft[]): string =>
  drafts.map((draft) => line({ kind: "product", ...draftToWire(draft) })).join("");

const line = (json: object): string => `${JSON.stringify(json)}\n`;
