/** What a product is found by: its own words, its attributes', and those of its translations. */
import { attributes, attributeValues, translations } from "@souk/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { SearchDocument } from "../../search/service/index.ts";
import { plainText } from "./description.ts";

export interface Described {
  readonly title: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly descriptionHtml: string;
  readonly tags: readonly string[];
  readonly options: readonly { readonly values: readonly string[] }[];
  readonly variants: readonly { readonly sku: string | null; readonly barcode: string | null }[];
}

/** Words that stand elsewhere than on the product. */
export interface FurtherWords {
  readonly keywords: readonly string[];
  readonly html: readonly string[];
}

const none: FurtherWords = { keywords: [], html: [] };

export const documentOf = (
  product: Described,
  further: FurtherWords | undefined = none,
): SearchDocument => ({
  title: product.title,
  vendor: product.vendor,
  keywords: [
    product.subtitle,
    product.productType,
    ...product.tags,
    ...product.options.flatMap(({ values }) => values),
    ...product.variants.flatMap(({ sku, barcode }) => [sku ?? "", barcode ?? ""]),
    ...further.keywords,
  ],
  body: [product.descriptionHtml, ...further.html].map(plainText).join(" ").trim(),
});

/** By product, in two statements for all of them. */
export async function furtherWordsOf(
  ctx: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, FurtherWords>> {
  const values = await ctx.db
    .select({ productId: attributeValues.productId, text: attributeValues.text })
    .from(attributeValues)
    .innerJoin(
      attributes,
      and(
        eq(attributes.storeId, attributeValues.storeId),
        eq(attributes.id, attributeValues.attributeId),
      ),
    )
    .where(
      and(
        eq(attributeValues.storeId, ctx.store.id),
        inArray(attributeValues.productId, [...productIds]),
        inArray(attributes.type, ["text", "choice", "choices"]),
      ),
    )
    .orderBy(asc(attributeValues.attributeId), asc(attributeValues.position));
  const translated = await ctx.db
    .select({ productId: translations.subjectId, texts: translations.texts })
    .from(translations)
    .where(
      and(
        eq(translations.storeId, ctx.store.id),
        eq(translations.kind, "product"),
        inArray(translations.subjectId, [...productIds]),
      ),
    )
    .orderBy(asc(translations.locale));
  return new Map(
    productIds.map((id) => {
      const texts = translated.flatMap(({ productId, texts }) =>
        productId === id ? Object.entries(texts).sort(byField) : [],
      );
      return [
        id,
        {
          keywords: [
            ...values.filter(({ productId }) => productId === id).map(({ text }) => text),
            ...texts.flatMap(([field, text]) => (isKeyword(field) ? [text] : [])),
          ],
          html: texts.flatMap(([field, text]) => (field === "description_html" ? [text] : [])),
        },
      ];
    }),
  );
}

/** jsonb keeps no order, and the same words must make the same document. */
const byField = ([one]: readonly string[], [other]: readonly string[]): number =>
  (one ?? "") < (other ?? "") ? -1 : 1;

const isKeyword = (field: string): boolean => /^(title|subtitle|option\..*)$/s.test(field);
