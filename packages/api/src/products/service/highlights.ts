/** Where in a found product the words stand that somebody searched for. */
import { products } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Highlight } from "../../search/contract.ts";
import * as search from "../../search/service/index.ts";
import type { ProductHit, ProductSummary } from "../contract.ts";
import type { Translate } from "../translations/service/translate.ts";
import { plainText } from "./description.ts";

/** Their texts are as they are shown, in the language of the answer. One statement where words were asked for. */
export async function withHighlights(
  ctx: Context,
  items: readonly ProductSummary[],
  asked: search.Understood | null,
  translate: Translate,
): Promise<ProductHit[]> {
  if (asked === null) return items.map((item) => ({ ...item, highlight: null }));
  const { terms } = asked;
  const unexplained = items.filter((item) => elsewhere(item, terms).length > 0);
  const descriptions = await descriptionsOf(ctx, unexplained);
  return items.map((item) => {
    const original = descriptions.get(item.id);
    const html = original === undefined ? "" : translate(item.id, "description_html", original);
    return { ...item, highlight: highlightOf(item, terms, html) };
  });
}

type Terms = search.Understood["terms"];

function highlightOf(item: ProductSummary, terms: Terms, descriptionHtml: string): Highlight {
  const { title, vendor, subtitle } = item;
  return {
    title: search.highlighted(title, terms),
    vendor: search.highlighted(vendor, terms),
    subtitle: search.highlighted(subtitle, terms),
    excerpt:
      descriptionHtml === ""
        ? null
        : search.excerpt(plainText(descriptionHtml), elsewhere(item, terms)),
  };
}

const elsewhere = ({ title, vendor, subtitle }: ProductSummary, terms: Terms): Terms =>
  search.unanswered(`${title} ${vendor} ${subtitle}`, terms);

async function descriptionsOf(
  { db, store }: Context,
  items: readonly ProductSummary[],
): Promise<ReadonlyMap<string, string>> {
  if (items.length === 0) return new Map();
  const ids = items.map(({ id }) => id);
  const rows = await db
    .select({ id: products.id, descriptionHtml: products.descriptionHtml })
    .from(products)
    .where(and(eq(products.storeId, store.id), inArray(products.id, ids)));
  return new Map(rows.map(({ id, descriptionHtml }) => [id, descriptionHtml]));
}
