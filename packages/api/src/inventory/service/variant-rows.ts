/** Finding what a stock call names. */
import { conflict, notFound } from "../../kernel/errors.ts";
import type { Stock, StockedVariant } from "./stock.ts";

/** A variant with a shelf of its own: it is there, it is counted, and it is no bundle. */
export function shelved(stock: Stock, variantId: string): StockedVariant {
  const variant = stock.variants.get(variantId);
  if (variant === undefined) throw notFound("variant");
  if (variant.isBundle) {
    throw conflict("variant_is_bundle", "A bundle has no stock of its own: its components have.");
  }
  if (!variant.tracksInventory) {
    throw conflict("stock_not_tracked", "The stock of this variant is not counted.");
  }
  return variant;
}
