/** What there is to translate of a thing: its fields in the store's own language. */
import { attributes, brands, categories, collections, products } from "@souk/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { notFound } from "../../../kernel/errors.ts";
import type { Texts, TranslatableKind, TranslationsRef } from "../contract.ts";
import { choiceField, optionField } from "./translate.ts";

/** Locked, so that it stays while its texts are written. Throws `<kind>_not_found`. */
export async function originalsOf(
  ctx: Context,
  { kind, subject_id: id }: TranslationsRef,
): Promise<Texts> {
  const texts = await readers[kind](ctx, id);
  if (texts === undefined) throw notFound(kind);
  return texts;
}

type Reader = (ctx: Context, id: string) => Promise<Texts | undefined>;

/** Categories, collections and brands have the same texts. */
const named =
  (table: typeof categories | typeof collections | typeof brands): Reader =>
  async (ctx, id) => {
    const [row] = await ctx.db
      .select({
        name: table.name,
        description: table.description,
        seo_title: table.seoTitle,
        seo_description: table.seoDescription,
      })
      .from(table)
      .where(and(eq(table.storeId, ctx.store.id), eq(table.id, id)))
      .for("key share");
    return row;
  };

const ofProduct: Reader = async (ctx, id) => {
  const [row] = await ctx.db
    .select()
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, id), isNull(products.deletedAt)))
    .for("update");
  if (row === undefined) return undefined;
  const options = row.options.flatMap(({ name, values }) => [
    [optionField(name), name] as const,
    ...values.map((value) => [optionField(name, value), value] as const),
  ]);
  return {
    title: row.title,
    subtitle: row.subtitle,
    description_html: row.descriptionHtml,
    seo_title: row.seoTitle,
    seo_description: row.seoDescription,
    ...Object.fromEntries(options),
  };
};

const ofAttribute: Reader = async (ctx, id) => {
  const [row] = await ctx.db
    .select()
    .from(attributes)
    .where(and(eq(attributes.storeId, ctx.store.id), eq(attributes.id, id)))
    .for("key share");
  if (row === undefined) return undefined;
  const choices = row.choices.map((choice) => [choiceField(choice), choice] as const);
  return { name: row.name, unit: row.unit, ...Object.fromEntries(choices) };
};

const readers: Readonly<Record<TranslatableKind, Reader>> = {
  product: ofProduct,
  category: named(categories),
  collection: named(collections),
  brand: named(brands),
  attribute: ofAttribute,
};
