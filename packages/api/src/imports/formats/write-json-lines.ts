/** The catalogue as JSON Lines, as `json-lines.ts` reads it. */
import type { Context } from "../../kernel/context.ts";
import * as records from "../../products/records/service/index.ts";
import { allCategories, type ProductDraft } from "../../products/service/index.ts";
import { draftToWire } from "./wire-draft.ts";

/** What stands before the products. */
export async function jsonLinesHead(ctx: Context): Promise<string> {
  const categories = await allCategories(ctx);
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]));
  const shelves = categories.map(({ seoTitle, seoDescription, ...row }) => {
    const { slug, name, description, parentId, position } = row;
    const parent = parentId === null ? null : (slugs.get(parentId) ?? null);
    const seo = { title: seoTitle, description: seoDescription };
    return { kind: "category", ...draftToWire({ slug, name, description, parent, position, seo }) };
  });
  return lines([
    { kind: "store", currency: ctx.store.currency },
    ...(await records.recordsBefore(ctx)),
    ...shelves,
    ...(await records.translationsBefore(ctx)),
  ]);
}

export const jsonLinesOf = (drafts: readonly ProductDraft[]): string =>
  lines(drafts.map((draft) => ({ kind: "product", ...draftToWire(draft) })));

/** What names products that may stand anywhere: once all of them are there. */
export const jsonLinesBehind = async (ctx: Context, ids: readonly string[]): Promise<string> =>
  lines(await records.recordsBehind(ctx, ids));

export const jsonLinesTail = async (ctx: Context): Promise<string> =>
  lines(await records.recordsAtTheEnd(ctx));

const lines = (all: readonly object[]): string =>
  all.map((json) => `${JSON.stringify(json)}\n`).join("");
