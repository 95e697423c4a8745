/** The past of a price as steps in time, and the lowest one that a reduction must name. */
import type { PastPrice } from "@souk/client/contracts/prices";

export const WINDOW_MS = 30 * 86_400_000;

export interface Step {
  readonly from: number;
  readonly to: number;
  /** Minor units; null: it was not for sale. */
  readonly amount: number | null;
}

/** Oldest first, the last one until now. `prices` are told newest first. */
export function stepsOf(prices: readonly PastPrice[], now: number): readonly Step[] {
  return prices
    .map(({ valid_from, price }, place) => {
      const next = prices[place - 1]?.valid_from;
      return {
        from: new Date(valid_from).getTime(),
        to: next === undefined ? now : new Date(next).getTime(),
        amount: price?.amount ?? null,
      };
    })
    .reverse();
}

export interface Before {
  /** When the price of now began. */
  readonly began: number;
  /** The lowest of the 30 days before that; null when it cost nothing else then. */
  readonly lowest: number | null;
}

export function beforeNow(steps: readonly Step[]): Before {
  const current = steps.at(-1);
  const last = steps.findLastIndex(({ amount }) => amount !== current?.amount);
  const began = steps[last + 1]?.from ?? 0;
  const amounts = steps
    .slice(0, last + 1)
    .filter(({ to }) => to > began - WINDOW_MS)
    .flatMap(({ amount }) => amount ?? []);
  return { began, lowest: amounts.length === 0 ? null : Math.min(...amounts) };
}
