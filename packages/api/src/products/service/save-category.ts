/** Stores a category by its slug, as seeds and imports know it. A tree stays a tree. */
import { categories } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, invalidField } from "../../kernel/errors.ts";
import { MAX_CATEGORIES } from "../categories/contract.ts";
import { lockTree, refuseMove } from "../categories/service/tree.ts";
import { CategoryDraft, readDraft } from "../drafts.ts";
import { differs } from "./changes.ts";
import type { SaveOutcome } from "./save-product.ts";
import { rememberSlug } from "./slugs.ts";

/**
 * Makes the category of this slug, or brings it up to date. Throws `invalid_input`, `category_unknown`
 * for a parent that is not there, `category_cycle` for one that is below, `category_too_deep`,
 * `too_many_categories`.
 */
export async function saveCategory(ctx: Context, input: CategoryDraft): Promise<SaveOutcome> {
  const { parent, seo, ...draft } = readDraft(CategoryDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const before = tree.find(({ slug }) => slug === draft.slug);
    const above = parent === null ? null : tree.find(({ slug }) => slug === parent);
    if (above === undefined) {
      throw invalidField("parent", "category_unknown", `There is no category ${parent}.`);
    }
    const parentId = above?.id ?? null;
    refuseMove(tree, before ?? null, parentId, "parent");
    const texts = seo && { seoTitle: seo.title, seoDescription: seo.description };
    const values = { ...draft, ...texts, parentId };
    if (before === undefined) {
      if (tree.length >= MAX_CATEGORIES) {
        throw conflict("too_many_categories", `A store has at most ${MAX_CATEGORIES} categories.`);
      }
      const createdAt = ctx.now();
      const [row] = await ctx.db
        .insert(categories)
        .values({ ...values, storeId: ctx.store.id, createdAt })
        .returning();
      const subjectId = row?.id ?? "";
      await rememberSlug(ctx, "category", { subjectId, from: null, to: draft.slug });
      return "created";
    }
    if (!differs(before, values)) return "unchanged";
    await ctx.db
      .update(categories)
      .set(values)
      .where(and(eq(categories.storeId, ctx.store.id), eq(categories.id, before.id)));
    return "updated";
  });
}
