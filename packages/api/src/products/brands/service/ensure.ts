/** The brand behind the vendor that a product names. */
import { brands } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { conflict } from "../../../kernel/errors.ts";
import { freeSlug } from "../../service/free-slug.ts";
import { rememberSlug } from "../../service/slugs.ts";

const TRIES = 3;

/** Its id; a brand of this name is made when there is none. Null for no vendor. */
export async function ensureBrand(ctx: Context, name: string): Promise<string | null> {
  if (name === "") return null;
  for (let tried = 0; tried < TRIES; tried++) {
    const [known] = await ctx.db
      .select({ id: brands.id })
      .from(brands)
      .where(and(eq(brands.storeId, ctx.store.id), eq(brands.name, name)))
      // Whoever deletes it meanwhile waits, and then finds the product of it.
      .for("key share");
    if (known !== undefined) return known.id;
    const slug = await freeSlug(ctx, "brand", name);
    const texts = { description: "", seoTitle: "", seoDescription: "" };
    const times = { createdAt: ctx.now(), updatedAt: ctx.now() };
    // Whoever made it, or took its slug, just now: the next look finds out.
    const [made] = await ctx.db
      .insert(brands)
      .values({ storeId: ctx.store.id, name, slug, ...texts, ...times })
      .onConflictDoNothing()
      .returning({ id: brands.id });
    if (made === undefined) continue;
    await rememberSlug(ctx, "brand", { subjectId: made.id, from: null, to: slug });
    return made.id;
  }
  throw conflict("brand_changed", "This brand is being made by somebody else. Try again.");
}
