/**
 * The catalogue as JSON Lines, as `json-lines.ts` reads it: what others refer to stands before them, and
 * what refers to products stands behind all of these.
 */
import type { Context } from "../../kernel/context.ts";
import {
  allCategories,
  attributes,
  brandDrafts,
  type ProductDraft,
  productTypes,
  type RelationsDraft,
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
    ...types.map(({ name }) => line({ kind: "product_type", name })),
    ...traits,
    ...(await brandDrafts(ctx)).map((brand) => line({ kind: "brand", ...brand })),
    ...(await shelvesOf(ctx)),
  ].join("");
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

export const relationLinesOf = (
  related: ReadonlyMap<string, RelationsDraft["relations"]>,
): string =>
  [...related]
    .map(([product, relations]) => line({ kind: "relations", product, relations }))
    .join("");

const line = (json: object): string => `${JSON.stringify(json)}\n`;
