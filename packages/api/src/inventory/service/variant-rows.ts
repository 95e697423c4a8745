/** Finding what a stock call names, and who is calling. */
import type { Context } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import type { Stock, StockedVariant } from "./stock.ts";

/** The user or API key, as movements name them; null for the shop itself, as when it is seeded. */
export function actorIdOf({ actor }: Context): string | null {
  if (actor.kind === "customer") return actor.userId;
  return actor.kind === "api_key" ? actor.keyId : null;
}

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
