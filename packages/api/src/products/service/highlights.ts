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
  const found = items.map((item) => ({ item, elsewhere: elsewhereOf(item, terms) }));
  const unexplained = found.filter(({ elsewhere }) => elsewhere.length > 0);
  const descriptions = await descriptionsOf(
    ctx,
    unexplained.map(({ item }) => item.id),
  );
  return found.map(({ item, elsewhere }) => {
    const original = descriptions.get(item.id);
    const html = original === undefined ? "" : translate(item.id, "description_html", original);
    const excerpt = html === "" ? null : search.excerpt(plainText(html), elsewhere);
    return { ...item, highlight: { ...marked(item, terms), excerpt } };
  });
}

type Terms = search.Understood["terms"];

const marked = (
  { title, vendor, subtitle }: ProductSummary,
  terms: Terms,
): Omit<Highlight, "excerpt"> => ({
  title: search.highlighted(title, terms),
  vendor: search.highlighted(vendor, terms),
  subtitle: search.highlighted(subtitle, terms),
});

/** The words that must stand in the description, since they do not stand in these. */
const elsewhereOf = ({ title, vendor, subtitle }: ProductSummary, terms: Terms): Terms =>
  search.unanswered(`${title} ${vendor} ${subtitle}`, terms);

async function descriptionsOf(
  { db, store }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: products.id, descriptionHtml: products.descriptionHtml })
    .from(products)
    .where(and(eq(products.storeId, store.id), inArray(products.id, [...ids])));
  return new Map(rows.map(({ id, descriptionHtml }) => [id, descriptionHtml]));
}
