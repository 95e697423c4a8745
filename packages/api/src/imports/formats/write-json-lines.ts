/**
 * The catalogue as JSON Lines, as `json-lines.ts` reads it: what others refer to stands before them, and
 * what refers to products stands behind all of these.
 */
import type { Context } from "../../kernel/context.ts";
import {
  allCategories,
  attributes,
  brandDrafts,
  collectionDrafts,
  locationDrafts,
  type ProductDraft,
  productTypes,
  type RedirectsDraft,
  type RelationsDraft,
  redirectsDrafts,
  relationsOf,
  type TranslationDraft,
  termsDrafts,
  translationDrafts,
} from "../../products/service/index.ts";
import { draftToWire } from "./wire-draft.ts";

export async function jsonLinesHead(ctx: Context): Promise<string> {
  const types = (await productTypes(ctx)).items;
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const traits = (await attributes(ctx)).items.map(
    ({ id: _id, product_type_id: typeId, ...attribute }) => {
      const type = typeId === null ? null : (names.get(typeId) ?? null);
      return line({ kind: "attribute", ...attribute, product_type: type });
    },
  );
  return [
    line({ kind: "store", currency: ctx.store.currency }),
    ...(await locationDrafts(ctx)).map((location) => line({ kind: "location", ...location })),
    ...types.map(({ name }) => line({ kind: "product_type", name })),
    ...traits,
    ...(await brandDrafts(ctx)).map((brand) => line({ kind: "brand", ...brand })),
    ...(await shelvesOf(ctx)),
    ...(await translationsOf(ctx, "attribute", "brand", "category")),
    ...(await redirectsTo(ctx, "brand", "category")),
  ].join("");
}

async function translationsOf(
  ctx: Context,
  ...kinds: readonly ("attribute" | "brand" | "category" | "collection")[]
): Promise<string[]> {
  const all: string[] = [];
  for (const kind of kinds) all.push(...(await translationDrafts(ctx, kind)).map(translationLine));
  return all;
}

const translationLine = (draft: TranslationDraft): string =>
  line({ kind: "translation", ...draft });

/** What is told of these products behind all of them. */
export async function jsonLinesBehind(ctx: Context, ids: readonly string[]): Promise<string> {
  const terms = (await termsDrafts(ctx, ids)).map((draft) => line({ kind: "terms", ...draft }));
  const translated = (await translationDrafts(ctx, "product", ids)).map(translationLine);
  return [relationLinesOf(await relationsOf(ctx, ids)), ...terms, ...translated].join("");
}

/** What is put together of products. */
export async function jsonLinesTail(ctx: Context): Promise<string> {
  const collections = (await collectionDrafts(ctx)).map((draft) =>
    line({ kind: "collection", ...draft }),
  );
  const translated = await translationsOf(ctx, "collection");
  return [...collections, ...translated, ...(await redirectsTo(ctx, "collection"))].join("");
}

async function redirectsTo(
  ctx: Context,
  ...kinds: readonly RedirectsDraft["of"][]
): Promise<string[]> {
  const all: RedirectsDraft[] = [];
  for (const kind of kinds) all.push(...(await redirectsDrafts(ctx, kind)));
  return all.map((draft) => line({ kind: "redirects", ...draft }));
}

async function shelvesOf(ctx: Context): Promise<string[]> {
  const categories = await allCategories(ctx);
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]));
  return categories.map(({ slug, name, description, parentId, position, ...row }) => {
    const parent = parentId === null ? null : (slugs.get(parentId) ?? null);
    const seo = { title: row.seoTitle, description: row.seoDescription };
    const draft = { slug, name, description, parent, position, seo };
    return line({ kind: "category", ...draftToWire(draft) });
  });
}

export const jsonLinesOf = (drafts: readonly ProductDraft[]): string =>
  drafts.map((draft) => line({ kind: "product", ...draftToWire(draft) })).join("");

const relationLinesOf = (related: ReadonlyMap<string, RelationsDraft["relations"]>): string =>
  [...related]
    .map(([product, relations]) => line({ kind: "relations", product, relations }))
    .join("");

const line = (json: object): string => `${JSON.stringify(json)}\n`;
