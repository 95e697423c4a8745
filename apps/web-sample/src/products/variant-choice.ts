/** Which variant a set of choices means, and what each further choice would lead to. */
import type { Product, Variant } from "@souk/client/contracts/products";

export const isBuyable = (variant: Variant): boolean => variant.stock.status !== "out_of_stock";

/** The one in the address, else the first that can be bought. */
export function chosenVariant(product: Product, id: string | undefined): Variant | undefined {
  const { variants } = product;
  return variants.find((variant) => variant.id === id) ?? variants.find(isBuyable) ?? variants[0];
}

export type ValueState = "available" | "sold_out" | "sold_out_here" | "elsewhere";

export interface ValueChoice {
  readonly value: string;
  /**
   * `sold_out_here`: with the other choices as they are, though not with all. `elsewhere`: it does not exist
   * with them, but with others.
   */
  readonly state: ValueState;
  /** The variant that this choice leads to. */
  readonly variant: Variant;
}

function agreement(a: Variant, b: Variant): number {
  return Object.entries(a.options).filter(([name, value]) => b.options[name] === value).length;
}

/** The nearest variant with this value: all other choices kept if it exists, else most of them. */
function nearest(product: Product, current: Variant, name: string, value: string) {
  return product.variants
    .filter((variant) => variant.options[name] === value)
    .sort((a, b) => {
      const closer = agreement(b, current) - agreement(a, current);
      return closer !== 0 ? closer : Number(isBuyable(b)) - Number(isBuyable(a));
    })[0];
}

export function valueChoices(product: Product, current: Variant, name: string): ValueChoice[] {
  const option = product.options.find((candidate) => candidate.name === name);
  return (option?.values ?? []).flatMap((value): ValueChoice[] => {
    const variant = nearest(product, current, name, value);
    if (!variant) return [];
    const keepsTheRest = Object.entries(current.options).every(
      ([other, chosen]) => other === name || variant.options[other] === chosen,
    );
    if (!keepsTheRest) return [{ value, state: "elsewhere", variant }];
    if (isBuyable(variant)) return [{ value, state: "available", variant }];
    const elsewhere = product.variants.some(
      (other) => other.options[name] === value && isBuyable(other),
    );
    return [{ value, state: elsewhere ? "sold_out_here" : "sold_out", variant }];
  });
}
