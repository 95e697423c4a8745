/** When variants are low, when pre-orders ship, and what bundles are made of, as imports know it. */
import { bundleComponents, prices, products, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { optionKeyOf, readDraft } from "../drafts.ts";
import { TermsDraft } from "../records.ts";
import { differs } from "./changes.ts";
import { priceOf } from "./fragments.ts";
import type { SaveOutcome } from "./save-product.ts";
import { storable } from "./storable.ts";

/** Throws `invalid_input`, `variant_unknown`, and whatever refuses to make it a bundle. */
export function saveTerms(ctx: Context, input: TermsDraft): Promise<SaveOutcome> {
  const { product, values, components, ...terms } = readDraft(TermsDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const variant_id = await variantOf(ctx, { product, values }, "");
    const before = await inventory.variantStock(ctx, { variant_id });
    const changed = differs({ ...before }, terms);
    if (changed) await inventory.setVariantTerms(ctx, { variant_id, ...terms });
    const parts: { variant_id: string; quantity: number }[] = [];
    for (const [i, { quantity, ...named }] of (components ?? []).entries()) {
      parts.push({ variant_id: await variantOf(ctx, named, `components.${i}.`), quantity });
    }
    const known = before.components.map(({ variant_id, quantity }) => ({ variant_id, quantity }));
    const remade = components !== undefined && differs({ parts: known }, { parts });
    if (remade) await inventory.setBundle(ctx, { variant_id, components: parts });
    return changed || remade ? "updated" : "unchanged";
  });
}

interface NamedVariant {
  readonly product: string;
  readonly values: readonly string[];
}

async function variantOf(
  { db, store }: Context,
  { product, values }: NamedVariant,
  field: string,
): Promise<string> {
  const [row] = await db
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .where(
      and(
        eq(variants.storeId, store.id),
        eq(products.slug, storable(product)),
        isNull(products.deletedAt),
        eq(variants.optionKey, optionKeyOf(values.map(storable))),
      ),
    );
  if (row !== undefined) return row.id;
  const message = `There is no such variant of a product ${product}.`;
  throw invalidField(`${field}product`, "variant_unknown", message);
}

/** Of those variants of these products that have any, as they would be saved again. */
export async function termsDrafts(
  { db, store }: Context,
  productIds: readonly string[],
): Promise<TermsDraft[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .select({ slug: products.slug, options: products.options, variant: variants })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .innerJoin(prices, priceOf(store.id, store.currency))
    .where(
      and(
        eq(variants.storeId, store.id),
        inArray(variants.productId, [...productIds]),
        or(
          variants.isBundle,
          isNotNull(variants.lowStockThreshold),
          isNotNull(variants.preorderShipsAt),
        ),
      ),
    )
    .orderBy(asc(products.id), asc(variants.position), asc(variants.id));
  const parts = await partsOf(
    { db, store },
    rows.map(({ variant }) => variant.id),
  );
  return rows.map(({ slug, options, variant }) => {
    const components = parts.get(variant.id);
    return {
      ...named(slug, options, variant.options),
      low_stock_threshold: variant.lowStockThreshold,
      preorder_ships_at: variant.preorderShipsAt?.toISOString() ?? null,
      ...(components === undefined ? {} : { components }),
    };
  });
}

const part = alias(variants, "part");
const owner = alias(products, "owner");

async function partsOf({ db, store }: Pick<Context, "db" | "store">, bundleIds: readonly string[]) {
  const rows = await db
    .select({
      bundleId: bundleComponents.bundleId,
      quantity: bundleComponents.quantity,
      slug: owner.slug,
      options: owner.options,
      values: part.options,
    })
    .from(bundleComponents)
    .innerJoin(part, and(eq(part.storeId, store.id), eq(part.id, bundleComponents.componentId)))
    .innerJoin(owner, and(eq(owner.storeId, store.id), eq(owner.id, part.productId)))
    .where(
      and(
        eq(bundleComponents.storeId, store.id),
        inArray(bundleComponents.bundleId, [...bundleIds]),
      ),
    )
    .orderBy(asc(bundleComponents.position));
  const byBundle = Map.groupBy(rows, ({ bundleId }) => bundleId);
  return new Map(
    [...byBundle].map(([id, own]) => [
      id,
      own.map(({ slug, options, values, quantity }) => ({
        ...named(slug, options, values),
        quantity,
      })),
    ]),
  );
}

const named = (
  product: string,
  options: readonly { readonly name: string }[],
  values: Readonly<Record<string, string>>,
) => ({ product, values: options.map(({ name }) => values[name] ?? "") });
