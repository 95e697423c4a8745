/** The rules of a collection before they are stored: whether what they name is there, and what meets them. */
import { attributes, brands, categories, products } from "@souk/db/schema";
import { and, count, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import { isPublished } from "../../service/fragments.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import type { CollectionPreview, CollectionRule, PreviewInput } from "../contract.ts";
import { meets } from "./membership.ts";

const PREVIEWED = 12;

/** Throws `invalid_input` as saving them would. */
export async function preview(
  ctx: Context,
  { rules, match_all: all }: PreviewInput,
): Promise<CollectionPreview> {
  await refuseUnknown(ctx, rules);
  const found = and(
    eq(products.storeId, ctx.store.id),
    isPublished(ctx.now()),
    meets(ctx, rules, all),
  );
  const [total] = await ctx.db.select({ n: count() }).from(products).where(found);
  const rows = await ctx.db
    .select({
      id: products.id,
      slug: products.slug,
      title: products.title,
      url: products.pictureUrl,
      alt: products.pictureAlt,
    })
    .from(products)
    .where(found)
    .orderBy(desc(products.publishedAt), desc(products.id))
    .limit(PREVIEWED);
  return {
    count: Number(total?.n ?? 0),
    items: rows.map(({ url, alt, ...row }) => ({
      ...row,
      picture: pictureOrNull(url, alt),
    })),
  };
}

/** Throws `invalid_input` naming each rule of a category, brand or attribute that is not there. */
export async function refuseUnknown(ctx: Context, rules: readonly CollectionRule[]): Promise<void> {
  const named = (field: "category" | "brand") =>
    rules.flatMap((rule) => (rule.field === field ? rule.value : []));
  const codes = rules.flatMap((rule) => (rule.field === "attribute" ? rule.value.code : []));
  const known = {
    category: await idsAmong(ctx, categories, named("category")),
    brand: await idsAmong(ctx, brands, named("brand")),
    attribute: await codesAmong(ctx, codes),
  };
  const fields: Record<string, string[]> = {};
  for (const [i, rule] of rules.entries()) {
    if (rule.field === "attribute") {
      if (known.attribute.has(rule.value.code)) continue;
      fields[`rules.${i}.value.code`] = [`There is no attribute ${rule.value.code}.`];
    } else if (rule.field === "category" || rule.field === "brand") {
      for (const [j, id] of rule.value.entries()) {
        if (known[rule.field].has(id.toLowerCase())) continue;
        fields[`rules.${i}.value.${j}`] = [`There is no such ${rule.field}.`];
      }
    }
  }
  if (Object.keys(fields).length > 0) {
    throw new DomainError("invalid", "invalid_input", "Invalid input.", { fields });
  }
}

async function idsAmong(
  ctx: Context,
  table: typeof categories | typeof brands,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.storeId, ctx.store.id), inArray(table.id, lowered(ids))));
  return new Set(rows.map(({ id }) => id));
}

const lowered = (ids: readonly string[]): string[] => ids.map((id) => id.toLowerCase());

async function codesAmong(ctx: Context, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = await ctx.db
    .select({ code: attributes.code })
    .from(attributes)
    .where(and(eq(attributes.storeId, ctx.store.id), inArray(attributes.code, [...codes])));
  return new Set(rows.map(({ code }) => code));
}
