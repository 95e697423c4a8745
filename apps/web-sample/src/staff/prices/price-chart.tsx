/** What a variant cost over time: a line in steps, with the lowest of the last 30 days. */
import { formatMoney } from "@souk/client";
import type { PastPrice } from "@souk/client/contracts/prices";
import type { ReactNode } from "react";

const DAY_MS = 86_400_000;
const WIDTH = 640;
const HEIGHT = 160;

interface Step {
  readonly from: number;
  readonly amount: number | null;
}

/** Oldest first. */
const stepsOf = (prices: readonly PastPrice[]): readonly Step[] =>
  prices
    .map(({ valid_from, price }) => ({
      from: new Date(valid_from).getTime(),
      amount: price?.amount ?? null,
    }))
    .reverse();

/** Of what held at any moment since then; null when nothing was for sale. */
export function lowestSince(prices: readonly PastPrice[], since: number): number | null {
  const steps = stepsOf(prices);
  const held = steps.filter((_, place) => (steps[place + 1]?.from ?? Infinity) > since);
  const amounts = held.flatMap(({ amount }) => amount ?? []);
  return amounts.length === 0 ? null : Math.min(...amounts);
}

export const thirtyDaysAgo = (now: number): number => now - 30 * DAY_MS;

interface PriceChartProps {
  /** Newest first, as the shop tells them. */
  readonly prices: readonly PastPrice[];
  readonly currency: string;
}

export function PriceChart({ prices, currency }: PriceChartProps): ReactNode {
  const now = Date.now();
  const steps = stepsOf(prices);
  const begin = Math.min(steps[0]?.from ?? now, thirtyDaysAgo(now));
  const amounts = steps.flatMap(({ amount }) => amount ?? []);
  const top = Math.max(...amounts, 1) * 1.15;
  const x = (at: number): number => ((at - begin) / (now - begin)) * WIDTH;
  const y = (amount: number): number => HEIGHT - (amount / top) * HEIGHT;
  const line = steps
    .map(({ from, amount }, place) => {
      const end = x(steps[place + 1]?.from ?? now);
      if (amount === null) return "";
      const joined = place > 0 && steps[place - 1]?.amount !== null;
      return `${joined ? "L" : "M"}${x(from)} ${y(amount)}H${end}`;
    })
    .join("");
  const lowest = lowestSince(prices, thirtyDaysAgo(now));
  const window = x(thirtyDaysAgo(now));
  const said =
    lowest === null
      ? "It was not for sale in the last 30 days."
      : `Lowest in the last 30 days: ${formatMoney({ amount: lowest, currency })}.`;
  return (
    <figure>
      {steps.length > 1 && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`Price over time. ${said}`}
          preserveAspectRatio="none"
          className="h-40 w-full overflow-visible"
        >
          <rect x={window} width={WIDTH - window} height={HEIGHT} className="fill-saffron-wash" />
          {lowest !== null && (
            <line
              x1={0}
              x2={WIDTH}
              y1={y(lowest)}
              y2={y(lowest)}
              strokeDasharray="4 4"
              vectorEffect="non-scaling-stroke"
              className="stroke-ink-soft"
            />
          )}
          <path
            d={line}
            fill="none"
            strokeWidth={2.5}
            vectorEffect="non-scaling-stroke"
            className="stroke-clay"
          />
          <line
            x1={0}
            x2={WIDTH}
            y1={HEIGHT}
            y2={HEIGHT}
            vectorEffect="non-scaling-stroke"
            className="stroke-line-strong"
          />
        </svg>
      )}
      <figcaption className="mt-2 text-sm text-ink-soft">
        {said}
        {steps.length > 1 && " The last 30 days are shaded, the dashed line is their lowest price."}
      </figcaption>
    </figure>
  );
}
