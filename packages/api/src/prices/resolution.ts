/** Which price holds. Pure arithmetic on minor units; no list ever makes a line dearer. */

/** A price from this many units in one line on. */
export interface Step {
  readonly minQuantity: number;
  readonly amount: number;
}

/** What a list that applies to the caller at this moment says of a variant. */
export interface ListOffer {
  readonly name: string;
  /** For everybody, and not for a group that the caller is in. */
  readonly isPublic: boolean;
  readonly steps: readonly Step[];
}

export interface Offers {
  /** What everybody pays. */
  readonly base: number;
  /** What it cost before, as staff set it. */
  readonly compareAt: number | null;
  readonly lists: readonly ListOffer[];
}

export interface PriceOrigin {
  readonly kind: "base" | "list";
  /** The list's; null for the base price. */
  readonly name: string | null;
}

export interface UnitPrice {
  readonly amount: number;
  readonly source: PriceOrigin;
}

/**
 * The lowest of the base price and, of each list, the entry with the greatest minimum quantity that
 * the line reaches. The base price wins a tie, and then the list that comes first by name.
 */
export function unitPriceOf({ base, lists }: Offers, quantity: number): UnitPrice {
  let best: UnitPrice = { amount: base, source: { kind: "base", name: null } };
  const byName = lists.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, steps } of byName) {
    const reached = steps.filter(({ minQuantity }) => minQuantity <= quantity);
    const [step] = reached.toSorted((a, b) => b.minQuantity - a.minQuantity);
    if (step === undefined || step.amount >= best.amount) continue;
    best = { amount: step.amount, source: { kind: "list", name } };
  }
  return best;
}

/** What everybody pays for one unit, whoever asks. */
export const publicPriceOf = ({ lists, ...offers }: Offers): UnitPrice =>
  unitPriceOf({ ...offers, lists: lists.filter(({ isPublic }) => isPublic) }, 1);

/** What it cost before: the base price where a list has reduced it, else what staff compares it with. */
export function comparedWith(
  { base, compareAt }: Pick<Offers, "base" | "compareAt">,
  price: number,
): number | null {
  if (price < base) return base;
  return compareAt !== null && compareAt > price ? compareAt : null;
}

export interface PriceStep extends UnitPrice {
  readonly minQuantity: number;
}

/** From which quantities on another price holds than for one unit, in rising order. */
export function stepsOf(offers: Offers): PriceStep[] {
  const quantities = offers.lists.flatMap(({ steps }) => steps.map((step) => step.minQuantity));
  let before = unitPriceOf(offers, 1).amount;
  return [...new Set(quantities)]
    .sort((a, b) => a - b)
    .flatMap((minQuantity) => {
      const price = unitPriceOf(offers, minQuantity);
      if (price.amount === before) return [];
      before = price.amount;
      return [{ minQuantity, ...price }];
    });
}
