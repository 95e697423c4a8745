/** The catalogue as JSON Lines, as `json-lines.ts` reads it. */
import type { Context } from "../../kernel/context.ts";
import { allCategories, draftsOf, everyProduct } from "../../products/service/index.ts";
import { draftToWire } from "./wire-draft.ts";

export async function* writeJsonLines(ctx: Context): AsyncGenerator<string> {
  yield line({ kind: "store", currency: ctx.store.currency });
  const categories = await allCategories(ctx);
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]));
  for (const { slug, name, description, parentId, position } of categories) {
    const parent = parentId === null ? null : (slugs.get(parentId) ?? null);
    const draft = draftToWire({ slug, name, description, parent, position });
    yield line({ kind: "category", ...draft });
  }
  for await (const ids of everyProduct(ctx)) {
    const drafts = await draftsOf(ctx, ids);
    const lines = drafts.map((draft) => line({ kind: "product", ...draftToWire(draft) }));
    yield lines.join("");
  }
}

const line = (json: object): string => `${JSON.stringify(json)}\n`;
