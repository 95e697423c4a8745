/** The catalogue: what is for sale, found and shown; and how it gets there. */
export { refreshAvailability } from "./availability.ts";
export { type SellableVariant, sellable } from "./sellable.ts";
