/** The addresses that things had before: they go on leading to them, until another takes them. */
import { formerSlugs } from "@souk/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { named } from "./named.ts";
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
  await ctx.db.delete(formerSlugs).where(called(ctx, kind, to));
  if (from !== null) await leadTo(ctx, kind, subjectId, [from]);
}

/** Wherever they led before. */
async function leadTo(
  ctx: Context,
  kind: SlugKind,
  subjectId: string,
  slugs: readonly string[],
): Promise<void> {
  const { id: storeId } = ctx.store;
  const createdAt = ctx.now();
  await ctx.db
    .insert(formerSlugs)
    .values(slugs.map((slug) => ({ storeId, kind, slug, subjectId, createdAt })))
    .onConflictDoUpdate({
      target: [formerSlugs.storeId, formerSlugs.kind, formerSlugs.slug],
      set: { subjectId, createdAt },
    });
}

export interface FormerSlugs {
  readonly kind: SlugKind;
  readonly subjectId: string;
  readonly slugs: readonly string[];
  /** Where they were told. */
  readonly field: string;
}

/**
 * All that lead to it, as whoever moves a catalogue knows them. Answers whether any changed. Throws
 * `slug_taken` for one that something has now, naming the field.
 */
export async function saveFormerSlugs(ctx: Context, told: FormerSlugs): Promise<boolean> {
  const { kind, subjectId, slugs } = told;
  const own = and(ofKind(ctx, kind), eq(formerSlugs.subjectId, subjectId));
  const rows = await ctx.db.select({ slug: formerSlugs.slug }).from(formerSlugs).where(own);
  const known = new Set(rows.map(({ slug }) => slug));
  const added = [...new Set(slugs)].filter((slug) => !known.has(slug));
  const gone = [...known].filter((slug) => !slugs.includes(slug));
  if (gone.length > 0) {
    await ctx.db.delete(formerSlugs).where(and(own, inArray(formerSlugs.slug, gone)));
  }
  if (added.length > 0) {
    await refuseTaken(ctx, told, added);
    await leadTo(ctx, kind, subjectId, added);
  }
  return added.length + gone.length > 0;
}

async function refuseTaken(
  { db, store }: Context,
  { kind, slugs, field }: FormerSlugs,
  added: readonly string[],
): Promise<void> {
  const [table, column] = named[kind];
  const [taken] = await db
    .select({ slug: column })
    .from(table)
    .where(and(eq(table.storeId, store.id), inArray(column, [...added])))
    .limit(1);
  if (taken === undefined) return;
  const message = `A ${kind} has the slug ${taken.slug} now.`;
  throw invalidField(`${field}.${slugs.indexOf(taken.slug)}`, "slug_taken", message);
}

/** By the id of what they lead to, the last first, in one statement. `ids`: of all of the kind when absent. */
export async function formerSlugsOf(
  ctx: Context,
  kind: SlugKind,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await ctx.db
    .select({ id: formerSlugs.subjectId, slug: formerSlugs.slug })
    .from(formerSlugs)
    .where(
      and(
        ofKind(ctx, kind),
        ids === undefined ? undefined : inArray(formerSlugs.subjectId, [...ids]),
      ),
    )
    .orderBy(desc(formerSlugs.createdAt), asc(formerSlugs.slug));
  const bySubject = Map.groupBy(rows, ({ id }) => id);
  return new Map([...bySubject].map(([id, some]) => [id, some.map(({ slug }) => slug)]));
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
    .where(called(ctx, kind, storable(slug)));
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

const called = (ctx: Context, kind: SlugKind, slug: string) =>
  and(ofKind(ctx, kind), eq(formerSlugs.slug, slug));
