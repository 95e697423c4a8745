/** The addresses that things had before: they go on leading to them, until another takes them. */
import { formerSlugs } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { storable } from "./storable.ts";

export type SlugKind = (typeof formerSlugs.$inferSelect)["kind"];

export interface SlugChange {
  readonly subjectId: string;
  /** Null: it is new. */
  readonly from: string | null;
  readonly to: string;
}

/** In the unit of work that changes the slug. */
export async function rememberSlug(
  ctx: Context,
  kind: SlugKind,
  { subjectId, from, to }: SlugChange,
): Promise<void> {
  if (from === to) return;
  const { id: storeId } = ctx.store;
  await ctx.db.delete(formerSlugs).where(named(ctx, kind, to));
  if (from === null) return;
  await ctx.db
    .insert(formerSlugs)
    .values({ storeId, kind, slug: from, subjectId, createdAt: ctx.now() })
    .onConflictDoUpdate({
      target: [formerSlugs.storeId, formerSlugs.kind, formerSlugs.slug],
      set: { subjectId, createdAt: ctx.now() },
    });
}

/** The id of what had this slug last; null when nothing had. */
export async function currentOf(
  ctx: Context,
  kind: SlugKind,
  slug: string,
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: formerSlugs.subjectId })
    .from(formerSlugs)
    .where(named(ctx, kind, storable(slug)));
  return row?.id ?? null;
}

/** The same, of several at once. */
export async function currentOfAll(
  ctx: Context,
  kind: SlugKind,
  slugs: readonly string[],
): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ id: formerSlugs.subjectId })
    .from(formerSlugs)
    .where(and(ofKind(ctx, kind), inArray(formerSlugs.slug, slugs.map(storable))));
  return rows.map(({ id }) => id);
}

/** All that are remembered, so that no new name is made of one. */
export async function allFormer(ctx: Context, kind: SlugKind): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ slug: formerSlugs.slug })
    .from(formerSlugs)
    .where(ofKind(ctx, kind));
  return rows.map(({ slug }) => slug);
}

/** With the thing itself its former addresses go. */
export async function forgetSlugs(ctx: Context, subjectId: string): Promise<void> {
  await ctx.db
    .delete(formerSlugs)
    .where(and(eq(formerSlugs.storeId, ctx.store.id), eq(formerSlugs.subjectId, subjectId)));
}

const ofKind = (ctx: Context, kind: SlugKind) =>
  and(eq(formerSlugs.storeId, ctx.store.id), eq(formerSlugs.kind, kind));

const named = (ctx: Context, kind: SlugKind, slug: string) =>
  and(ofKind(ctx, kind), eq(formerSlugs.slug, slug));
