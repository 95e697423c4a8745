/** Which products are in a collection, as SQL: read anew each time, so it is always exact. */
import { attributes, attributeValues, collectionProducts, products } from "@souk/db/schema";
import { and, eq, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { inCategories } from "../../service/category-tree.ts";
import { hasStars, hasTag, isOnSale } from "../../service/traits.ts";
import { hasValue } from "../../types/service/filters.ts";
import type { CollectionRule } from "../contract.ts";
import type { CollectionRow } from "./find.ts";

export const DAY_MS = 86_400_000;

/** The product is in the collection. */
export function isIn(ctx: Context, collection: CollectionRow): SQL {
  if (collection.kind === "rules") {
    // Stored by this domain alone, which let only these in.
    return meets(ctx, collection.rules as CollectionRule[], collection.matchAll);
  }
  return sql`${products.id} in (select picked.product_id from ${pickedFor(ctx, collection)} as picked)`;
}

/** A subselect of `product_id` and `position` of what was picked by hand. */
export const pickedFor = ({ store }: Context, { id }: Pick<CollectionRow, "id">): SQL => sql`(
  select ${collectionProducts.productId} as product_id, ${collectionProducts.position} as position
  from ${collectionProducts}
  where ${eq(collectionProducts.storeId, store.id)}
    and ${eq(collectionProducts.collectionId, id)})`;

/** The product meets the rules. No product meets none. */
export function meets(ctx: Context, rules: readonly CollectionRule[], all: boolean): SQL {
  if (rules.length === 0) return sql`1 = 0`;
  const conditions = rules.map((rule) => sql`(${conditionOf(ctx, rule)}) is true`);
  return sql`(${all ? and(...conditions) : or(...conditions)})`;
}

/** What is unknown of a product (it has no category, no price) is in none of the values. */
function conditionOf(ctx: Context, rule: CollectionRule): SQL {
  if (rule.op === "none_of") return sql`(${valuesOf(ctx, { ...rule, op: "any_of" })}) is not true`;
  return valuesOf(ctx, rule);
}

function valuesOf(ctx: Context, rule: CollectionRule): SQL {
  const storeId = ctx.store.id;
  switch (rule.field) {
    case "tag":
      return hasTag(storeId, rule.value);
    case "vendor":
      return inArray(products.vendor, rule.value);
    case "product_type":
      return inArray(products.productType, rule.value);
    case "category":
      return inCategories(storeId, rule.value);
    case "brand":
      return inArray(products.brandId, rule.value);
    case "price":
      return (rule.op === "at_least" ? gte : lte)(products.minPrice, rule.value);
    case "in_stock":
      return eq(products.inStock, rule.value);
    case "on_sale":
      return rule.value ? isOnSale : sql`not ${isOnSale}`;
    case "rating":
      return ratingIs(rule.op, rule.value);
    case "created":
      return (rule.op === "within_days" ? gt : lte)(products.createdAt, daysAgo(ctx, rule.value));
    case "published":
      return (rule.op === "within_days" ? gt : lte)(products.publishedAt, daysAgo(ctx, rule.value));
    case "attribute":
      return attributeIs(storeId, rule);
  }
}

const daysAgo = ({ now }: Context, days: number): Date => new Date(now().getTime() - days * DAY_MS);

/** Who has no review yet has no rating, rather than a bad one. */
const ratingIs = (op: "at_least" | "at_most", stars: number): SQL =>
  op === "at_least"
    ? hasStars(stars)
    : sql`(${products.ratingCount} > 0 and ${products.ratingAverage} <= ${Math.round(stars * 100)})`;

function attributeIs(
  storeId: string,
  { op, value }: Extract<CollectionRule, { field: "attribute" }>,
): SQL {
  const named = sql`(select ${attributes.id} from ${attributes}
    where ${eq(attributes.storeId, storeId)} and ${eq(attributes.code, value.code)})`;
  if ("values" in value) {
    return hasValue(storeId, named, inArray(attributeValues.text, value.values));
  }
  const thousandths = Math.round(value.number * 1000);
  const compare = op === "at_least" ? gte : lte;
  return hasValue(storeId, named, compare(attributeValues.thousandths, thousandths));
}
