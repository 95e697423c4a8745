/** Collections as staff makes and changes them. */
import { collectionProducts, collections } from "@souk/db/schema";
import { and, asc, count, eq } from "drizzle-orm";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, invalidField, notFound } from "../../../kernel/errors.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import { freeSlug } from "../../../kernel/slug.ts";
import { holdCatalogPicture } from "../../../media/service/index.ts";
import { allFormer, forgetSlugs, rememberSlug } from "../../service/slugs.ts";
import { forgetTexts } from "../../translations/service/forget.ts";
import { untranslated } from "../../translations/service/translate.ts";
import {
  type CollectionRule,
  type CreateCollectionInput,
  MAX_COLLECTIONS,
  type StaffCollection,
  type StaffCollectionList,
  type StaffCollectionRef,
  type UpdateCollectionInput,
} from "../contract.ts";
import type { CollectionRow } from "./find.ts";
import { detailOf } from "./read.ts";
import { refuseUnknown } from "./rules.ts";

export async function listAll(ctx: Context): Promise<StaffCollectionList> {
  const rows = await ctx.db
    .select()
    .from(collections)
    .where(eq(collections.storeId, ctx.store.id))
    .orderBy(asc(collections.position), asc(collections.id));
  const counts = await pickedCounts(ctx);
  return { items: rows.map((row) => staffViewOf(row, counts)) };
}

export async function getForStaff(ctx: Context, ref: StaffCollectionRef): Promise<StaffCollection> {
  return staffViewOf(await findById(ctx, ref.id), await pickedCounts(ctx));
}

export function create(ctx: Context, input: CreateCollectionInput): Promise<StaffCollection> {
  const { kind, rules, sort = kind === "manual" ? "manual" : "newest" } = input;
  return inTransaction(ctx, async (ctx) => {
    await takeTurnsOfSlugs(ctx);
    const all = await ctx.db
      .select({ slug: collections.slug })
      .from(collections)
      .where(eq(collections.storeId, ctx.store.id));
    if (all.length >= MAX_COLLECTIONS) {
      throw conflict("too_many_collections", `A store has at most ${MAX_COLLECTIONS} collections.`);
    }
    const taken = all.map((row) => row.slug);
    const slug =
      input.slug ??
      freeSlug(input.name, [...taken, ...(await allFormer(ctx, "collection"))], "collection", 100);
    refuseTaken(slug, taken);
    refuseMisfits({ kind, rules, sort });
    await refuseUnknown(ctx, rules);
    await holdCatalogPicture(ctx, input.picture?.url ?? "", "picture.url");
    const [row] = await ctx.db
      .insert(collections)
      .values({
        ...{ storeId: ctx.store.id, kind, slug, name: input.name, description: input.description },
        ...{ rules, matchAll: input.match_all, sort, position: input.position },
        ...picturedBy(input.picture),
        ...{ seoTitle: input.seo.title, seoDescription: input.seo.description },
        ...{ isPublished: input.is_published, createdAt: ctx.now(), updatedAt: ctx.now() },
      })
      .returning();
    if (row === undefined) throw new Error("the collection was not stored");
    await rememberSlug(ctx, "collection", { subjectId: row.id, from: null, to: slug });
    await recordAct(ctx, "collection.created", row);
    return staffViewOf(row, new Map());
  });
}

/** What the input leaves out stays. Its former slug goes on leading to it. */
export function update(ctx: Context, input: UpdateCollectionInput): Promise<StaffCollection> {
  return inTransaction(ctx, async (ctx) => {
    await takeTurnsOfSlugs(ctx);
    const before = await lock(ctx, input.id);
    const { slug = before.slug, sort = before.sort, name = before.name } = input;
    const rules = input.rules ?? (before.rules as CollectionRule[]);
    if (slug !== before.slug) refuseTaken(slug, await slugsOf(ctx));
    refuseMisfits({ kind: before.kind, rules, sort });
    if (input.rules !== undefined) await refuseUnknown(ctx, input.rules);
    if (input.picture && input.picture.url !== before.pictureUrl) {
      await holdCatalogPicture(ctx, input.picture.url, "picture.url");
    }
    const [row] = await ctx.db
      .update(collections)
      .set({
        ...{ slug, sort, name, rules },
        description: input.description ?? before.description,
        matchAll: input.match_all ?? before.matchAll,
        ...(input.picture === undefined ? {} : picturedBy(input.picture)),
        seoTitle: input.seo?.title ?? before.seoTitle,
        seoDescription: input.seo?.description ?? before.seoDescription,
        isPublished: input.is_published ?? before.isPublished,
        position: input.position ?? before.position,
      })
      .where(named(ctx, before.id))
      .returning();
    if (row === undefined) throw notFound("collection");
    await rememberSlug(ctx, "collection", { subjectId: row.id, from: before.slug, to: slug });
    await recordAct(ctx, "collection.updated", row);
    return staffViewOf(row, await pickedCounts(ctx));
  });
}

export async function remove(ctx: Context, { id }: StaffCollectionRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, id);
    await ctx.db.delete(collections).where(named(ctx, row.id));
    await forgetSlugs(ctx, row.id);
    await forgetTexts(ctx, [row.id]);
    await recordAct(ctx, "collection.deleted", row);
  });
}

async function findById(ctx: Context, id: string): Promise<CollectionRow> {
  const [row] = await ctx.db.select().from(collections).where(named(ctx, id.toLowerCase()));
  if (row === undefined) throw notFound("collection");
  return row;
}

/** Who changes a collection or what is in it waits for others who do. */
export async function lock(ctx: Context, id: string): Promise<CollectionRow> {
  const [row] = await ctx.db
    .select()
    .from(collections)
    .where(named(ctx, id.toLowerCase()))
    .for("update");
  if (row === undefined) throw notFound("collection");
  return row;
}

const takeTurnsOfSlugs = (ctx: Context) => takeTurns(ctx.db, [`collections:${ctx.store.id}`]);

async function slugsOf(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ slug: collections.slug })
    .from(collections)
    .where(eq(collections.storeId, ctx.store.id));
  return rows.map(({ slug }) => slug);
}

function refuseTaken(slug: string, taken: readonly string[]): void {
  if (!taken.includes(slug)) return;
  const message = `Another collection has the slug ${slug}.`;
  throw conflict("slug_taken", message, { fields: { slug: [message] } });
}

function refuseMisfits({
  kind,
  rules,
  sort,
}: Pick<CollectionRow, "kind" | "rules" | "sort">): void {
  if (kind === "manual" && rules.length > 0) {
    throw invalidField("rules", "rules_not_possible", "A hand-picked collection has no rules.");
  }
  if (kind === "rules" && rules.length === 0) {
    throw invalidField("rules", "rules_required", "Give at least one rule.");
  }
  if (kind === "rules" && sort === "manual") {
    throw invalidField("sort", "sort_not_possible", "Only a hand-picked collection has an order.");
  }
}

const picturedBy = (picture: CreateCollectionInput["picture"]) => ({
  pictureUrl: picture?.url ?? null,
  pictureAlt: picture?.alt ?? null,
});

async function pickedCounts(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .select({ id: collectionProducts.collectionId, n: count() })
    .from(collectionProducts)
    .where(eq(collectionProducts.storeId, ctx.store.id))
    .groupBy(collectionProducts.collectionId);
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

const staffViewOf = (row: CollectionRow, counts: ReadonlyMap<string, number>): StaffCollection => ({
  ...detailOf(row, untranslated),
  kind: row.kind,
  rules: row.rules as CollectionRule[],
  match_all: row.matchAll,
  is_published: row.isPublished,
  position: row.position,
  picked_count: counts.get(row.id) ?? 0,
});

const named = (ctx: Context, id: string) =>
  and(eq(collections.storeId, ctx.store.id), eq(collections.id, id));

export const recordAct = (
  ctx: Context,
  action: Extract<AuditAction, `collection.${string}`>,
  { id, slug }: CollectionRow,
) => record(ctx, { action, subject: { type: "collection", id }, details: { slug } });
