/** What each filter would leave: every facet counted under all filters but its own. */
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import * as search from "../../search/service/index.ts";
import type { AttributeFacet, Facets, FacetsInput } from "../contract.ts";
import { choiceField, type Translate, translateFor } from "../translations/service/translate.ts";
import { type AttributeRow, allAttributes } from "../types/service/attributes.ts";
import { allCategories, type CategoryRow, descendantsFirst } from "./categories.ts";
import { unknownCategory } from "./category-tree.ts";
import { type Count, countAll, type Facet, MAX_VALUES } from "./facet-counts.ts";
import { filtersOf, type Named, namedBy, published } from "./filters.ts";
import { currencyOf } from "./listed-prices.ts";
import { currentOf } from "./slugs.ts";
import { storable } from "./storable.ts";

type FacetValue = Facets["vendors"][number];

/** Throws as `list` does. */
export async function facets(ctx: Context, input: FacetsInput): Promise<Facets> {
  const tree = await allCategories(ctx);
  const { collection, brand } = input;
  const attributes = await allAttributes(ctx);
  const named = { ...(await namedBy(ctx, { collection, brand })), attributes };
  const categoryIds = await shelvesIn(ctx, tree, input.category);
  const counts = await countFor(ctx, input, { ...named, categoryIds });
  const translate = await translateFor(ctx, input.locale, {
    kinds: ["category", "brand", "attribute"],
  });
  const of = (facet: Facet) => counts.filter((count) => count.facet === facet);
  const [all] = of("total");
  const [price] = of("price");
  const currency = currencyOf(ctx, input.currency);
  const inCategory = new Map(of("category").map(({ value, count }) => [value, Number(count)]));
  for (const { id, parentId } of descendantsFirst(tree)) {
    if (parentId === null) continue;
    inCategory.set(parentId, (inCategory.get(parentId) ?? 0) + (inCategory.get(id) ?? 0));
  }
  return {
    total: Number(all?.count ?? 0),
    categories: firstOf(
      tree.map(({ id, slug, name }) =>
        facetValue(slug, inCategory.get(id) ?? 0, translate(id, "name", name)),
      ),
      tree.filter(({ id }) => id === categoryIds?.[0]).map(({ slug }) => slug),
    ),
    vendors: firstOf(
      of("vendor").map(({ value, count }) => facetValue(value, Number(count))),
      input.vendor,
    ),
    brands: firstOf(of("brand").map((count) => brandOf(count, translate))),
    tags: firstOf(of("tag").map(({ value, count }) => facetValue(value, Number(count)))),
    price:
      price === undefined || price.lowest === null || price.highest === null
        ? null
        : {
            min: money(Number(price.lowest), currency),
            max: money(Number(price.highest), currency),
          },
    in_stock: Number(all?.stocked ?? 0),
    on_sale: Number(all?.reduced ?? 0),
    ratings: ratingsOf(of("stars")),
    attributes: attributes.flatMap((attribute) => {
      const own = counts.filter((count) => count.subject === attribute.id);
      return own.length === 0 ? [] : [attributeFacet(attribute, own, translate)];
    }),
  };
}

/** As `namedBy` finds them, of what was read already; the category itself first. */
async function shelvesIn(
  ctx: Context,
  tree: readonly CategoryRow[],
  category: string | undefined,
): Promise<readonly string[] | null> {
  if (category === undefined) return null;
  const known = tree.find(({ slug }) => slug === category)?.id;
  const top = known ?? (await currentOf(ctx, "category", category));
  const ids = new Set(tree.filter(({ id }) => id === top).map(({ id }) => id));
  if (ids.size === 0) throw unknownCategory("category");
  for (const { id, parentId } of tree) {
    if (parentId !== null && ids.has(parentId)) ids.add(id);
  }
  return [...ids];
}

const facetValue = (value: string | null, count: number, label = value): FacetValue => ({
  value: value ?? "",
  label: label ?? "",
  count,
});

const brandOf = ({ subject, value, label, count }: Count, translate: Translate): FacetValue =>
  facetValue(value, Number(count), translate(subject ?? "", "name", label ?? ""));

/** The most frequent ones, and those that were chosen, whatever their place. */
function firstOf(values: readonly FacetValue[], chosen: readonly string[] = []): FacetValue[] {
  const all = values
    .filter(({ value, count }) => value !== "" && count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const isChosen = ({ value }: FacetValue) => chosen.includes(value);
  const room = MAX_VALUES - all.filter(isChosen).length;
  const others = new Set(all.filter((one) => !isChosen(one)).slice(0, room));
  return all.filter((one) => isChosen(one) || others.has(one));
}

/** From the counts of whole stars: who has four has three as well. */
const ratingsOf = (stars: readonly Count[]): Facets["ratings"] =>
  [4, 3, 2, 1].map((least) => ({
    min_rating: least,
    count: stars
      .filter(({ value }) => Number(value) >= least)
      .reduce((sum, { count }) => sum + Number(count), 0),
  }));

function attributeFacet(
  { id, code, name, type, unit, choices }: AttributeRow,
  own: readonly Count[],
  translate: Translate,
): AttributeFacet {
  const range = own.find(({ facet }) => facet === "range");
  const values = own
    .filter(({ facet }) => facet === "value")
    .map(({ value, count }) => {
      const text = value ?? "";
      return facetValue(text, Number(count), translate(id, choiceField(text), text));
    });
  const place = new Map(choices.map((choice, i) => [choice, i]));
  return {
    ...{ code, type, name: translate(id, "name", name), unit: translate(id, "unit", unit) },
    count: Number(range?.count ?? 0),
    // Sizes and the like have an order of their own.
    values: firstOf(values).sort((a, b) => (place.get(a.value) ?? 0) - (place.get(b.value) ?? 0)),
    range:
      type === "number" && range !== undefined
        ? { min: Number(range.lowest) / 1000, max: Number(range.highest) / 1000 }
        : null,
  };
}

/** Under the reading of the words that lists show. */
async function countFor(ctx: Context, input: FacetsInput, named: Named): Promise<readonly Count[]> {
  const chosen = { brandIds: named.brandIds ?? [], tags: (input.tag ?? []).map(storable) };
  let counts: readonly Count[] = [];
  for await (const asked of search.readings(ctx, input.q, published(ctx))) {
    counts = await countAll(ctx, filtersOf(ctx, input, named, asked), chosen);
    if (counts.some(({ facet, count }) => facet === "total" && Number(count) > 0)) break;
  }
  return counts;
}
