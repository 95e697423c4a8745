/** Collections by their slugs, as imports know them. */
import { collectionProducts, collections, products } from "@souk/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import type { CollectionRule } from "../collections/contract.ts";
import * as staff from "../collections/service/index.ts";
import { readDraft } from "../drafts.ts";
import { CollectionDraft } from "../records.ts";
import { differs } from "./changes.ts";
import { idsOfNamed, slugsById } from "./named.ts";
import { pictureOrNull } from "./pictures.ts";
import type { SaveOutcome } from "./save-product.ts";

/**
 * Makes the collection, or brings it up to date. Throws `invalid_input`, `product_unknown`,
 * `category_unknown`, `brand_unknown`, `collection_otherwise` for one that is made in the other way.
 */
export function saveCollection(ctx: Context, input: CollectionDraft): Promise<SaveOutcome> {
  const { made, products: picked, rules: told, ...terms } = readDraft(CollectionDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const rules = await byIds(ctx, told);
    const product_ids = await idsOfNamed(ctx, "product", picked, (i) => `products.${i}`);
    const { items } = await staff.listAll(ctx);
    const before = items.find(({ slug }) => slug === terms.slug);
    if (before === undefined) {
      const { id } = await staff.create(ctx, { ...terms, kind: made, rules });
      if (product_ids.length > 0) await staff.setProducts(ctx, { id, product_ids });
      return "created";
    }
    if (before.kind !== made) {
      const message = `The collection ${terms.slug} is made in the other way here.`;
      throw invalidField("made", "collection_otherwise", message);
    }
    const { id } = before;
    const wanted = { ...terms, sort: terms.sort ?? before.sort, rules };
    const changed = differs(before, wanted);
    if (changed) await staff.update(ctx, { id, ...wanted });
    const repicked = made === "manual" && (await isRepicked(ctx, id, product_ids));
    if (repicked) await staff.setProducts(ctx, { id, product_ids });
    return changed || repicked ? "updated" : "unchanged";
  });
}

async function isRepicked(ctx: Context, id: string, wanted: readonly string[]): Promise<boolean> {
  const { items } = await staff.listProducts(ctx, { id });
  return differs({ ids: items.map((one) => one.id) }, { ids: wanted });
}

type RulesBySlugs = z.output<typeof CollectionDraft>["rules"];

async function byIds(ctx: Context, rules: RulesBySlugs): Promise<CollectionRule[]> {
  const all: CollectionRule[] = [];
  for (const [i, rule] of rules.entries()) {
    if (rule.field !== "category" && rule.field !== "brand") {
      all.push(rule);
      continue;
    }
    const fieldOf = (j: number): string => `rules.${i}.value.${j}`;
    all.push({ ...rule, value: await idsOfNamed(ctx, rule.field, rule.value, fieldOf) });
  }
  return all;
}

/** All of them, as they would be saved again. */
export async function collectionDrafts(ctx: Context): Promise<CollectionDraft[]> {
  const { db, store } = ctx;
  const rows = await db
    .select()
    .from(collections)
    .where(eq(collections.storeId, store.id))
    .orderBy(asc(collections.position), asc(collections.id));
  const picked = await db
    .select({ owner: collectionProducts.collectionId, slug: products.slug })
    .from(collectionProducts)
    .innerJoin(
      products,
      and(eq(products.storeId, store.id), eq(products.id, collectionProducts.productId)),
    )
    .where(and(eq(collectionProducts.storeId, store.id), isNull(products.deletedAt)))
    .orderBy(asc(collectionProducts.position));
  const inIt = Map.groupBy(picked, ({ owner }) => owner);
  const slugs = {
    category: await slugsById(ctx, "category"),
    brand: await slugsById(ctx, "brand"),
  };
  return rows.map((row) => ({
    ...{ slug: row.slug, name: row.name, description: row.description, made: row.kind },
    rules: (row.rules as CollectionRule[]).map((rule) =>
      rule.field === "category" || rule.field === "brand"
        ? { ...rule, value: rule.value.flatMap((id) => slugs[rule.field].get(id) ?? []) }
        : rule,
    ),
    products: (inIt.get(row.id) ?? []).map(({ slug }) => slug),
    ...{ match_all: row.matchAll, sort: row.sort, is_published: row.isPublished },
    ...{ position: row.position, picture: pictureOrNull(row.pictureUrl, row.pictureAlt) },
    seo: { title: row.seoTitle, description: row.seoDescription },
  }));
}
