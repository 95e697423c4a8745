/** What a product is found by: its own words, its attributes', and all of those in the store's other languages. */
import { attributes, attributeValues, translations } from "@souk/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { SearchDocument } from "../../search/service/index.ts";
import { choiceField } from "../translations/service/translate.ts";
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

export interface Branded {
  readonly id: string;
  readonly brandId: string | null;
}

/** By product, in two statements for all of them. */
export async function furtherWordsOf(
  ctx: Context,
  subjects: readonly Branded[],
): Promise<ReadonlyMap<string, FurtherWords>> {
  const values = await valuesOf(
    ctx,
    subjects.map(({ id }) => id),
  );
  const texts = await textsOf(ctx, [
    ...subjects.flatMap(({ id, brandId }) => (brandId === null ? [id] : [id, brandId])),
    ...values.map(({ attributeId }) => attributeId),
  ]);
  return new Map(
    subjects.map(({ id, brandId }) => {
      const own = texts(id);
      const brand = texts(brandId).filter(([field]) => field === "name");
      const attributed = values.filter(({ productId }) => productId === id);
      return [
        id,
        {
          keywords: [
            ...attributed.map(({ text }) => text),
            ...own.flatMap(([field, text]) => (isKeyword(field) ? [text] : [])),
            ...brand.map(([, text]) => text),
            ...attributed.flatMap(({ attributeId, text }) =>
              texts(attributeId).flatMap(([field, shown]) =>
                field === choiceField(text) ? [shown] : [],
              ),
            ),
          ],
          html: own.flatMap(([field, text]) => (field === "description_html" ? [text] : [])),
        },
      ];
    }),
  );
}

/** Those that are words. */
const valuesOf = (ctx: Context, productIds: readonly string[]) =>
  ctx.db
    .select({
      productId: attributeValues.productId,
      attributeId: attributeValues.attributeId,
      text: attributeValues.text,
    })
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

type Entry = readonly [field: string, text: string];

/** In every language, by what they are of. */
async function textsOf(
  { db, store }: Context,
  subjectIds: readonly string[],
): Promise<(id: string | null) => readonly Entry[]> {
  const rows = await db
    .select({ subjectId: translations.subjectId, texts: translations.texts })
    .from(translations)
    .where(
      and(
        eq(translations.storeId, store.id),
        inArray(translations.subjectId, [...new Set(subjectIds)]),
      ),
    )
    .orderBy(asc(translations.locale));
  const byId = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return (id) =>
    (byId.get(id ?? "") ?? []).flatMap(({ texts }) => Object.entries(texts).sort(byField));
}

/** jsonb keeps no order, and the same words must make the same document. */
const byField = ([one]: readonly string[], [other]: readonly string[]): number =>
  (one ?? "") < (other ?? "") ? -1 : 1;

const isKeyword = (field: string): boolean => /^(title|subtitle|option\..*)$/s.test(field);
