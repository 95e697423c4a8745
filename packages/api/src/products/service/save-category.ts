/** Stores a category. A tree stays a tree. */
import { categories } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { CategoryDraft, readDraft } from "../drafts.ts";
import { differs } from "./changes.ts";
import type { SaveOutcome } from "./save-product.ts";

/**
 * Makes the category of this slug, or brings it up to date. Throws `invalid_input`,
 * `category_unknown` for a parent that is not there, `category_cycle` for one that is below.
 */
export async function saveCategory(ctx: Context, input: CategoryDraft): Promise<SaveOutcome> {
  const { parent, ...draft } = readDraft(CategoryDraft, input);
  return inTransaction(ctx, async (ctx) => {
    // All of them, in one order: two moves at once could else make a circle that neither sees.
    const all = await ctx.db
      .select()
      .from(categories)
      .where(eq(categories.storeId, ctx.store.id))
      .orderBy(categories.id)
      .for("update");
    const before = all.find(({ slug }) => slug === draft.slug);
    const above = parent === null ? null : (all.find(({ slug }) => slug === parent) ?? undefined);
    if (above === undefined) {
      throw invalidField("parent", "category_unknown", `There is no category ${parent}.`);
    }
    for (let at = above; at !== null; at = all.find(({ id }) => id === at?.parentId) ?? null) {
      if (at.slug !== draft.slug) continue;
      const message = `${parent} is ${draft.slug} itself, or below it.`;
      throw invalidField("parent", "category_cycle", message);
    }
    const values = { ...draft, parentId: above?.id ?? null };
    if (before === undefined) {
      const createdAt = ctx.now();
      await ctx.db.insert(categories).values({ ...values, storeId: ctx.store.id, createdAt });
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
