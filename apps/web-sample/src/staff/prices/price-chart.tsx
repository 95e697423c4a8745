/** What a variant cost over time: a line in steps, with the lowest of the 30 days before the price of now. */
import { formatMoney } from "@souk/client";
import type { PastPrice } from "@souk/client/contracts/prices";
import type { ReactNode } from "react";
import { beforeNow, type Step, stepsOf, WINDOW_MS } from "./past-prices.ts";

const WIDTH = 640;
const HEIGHT = 160;
/** Of the height, above the highest price. */
const AIR = 1.15;

interface PriceChartProps {
  /** Newest first, as the shop tells them. */
  readonly prices: readonly PastPrice[];
  readonly currency: string;
}

function scales(steps: readonly Step[], begin: number, now: number) {
  const top = Math.max(...steps.flatMap(({ amount }) => amount ?? []), 1) * AIR;
  return {
    x: (at: number): number => ((at - begin) / (now - begin)) * WIDTH,
    y: (amount: number): number => HEIGHT - (amount / top) * HEIGHT,
  };
}

function lineOf(steps: readonly Step[], { x, y }: ReturnType<typeof scales>): string {
  return steps
    .map(({ from, to, amount }, place) => {
      if (amount === null) return "";
      const joined = place > 0 && steps[place - 1]?.amount !== null;
      return `${joined ? "L" : "M"}${x(from)} ${y(amount)}H${x(to)}`;
    })
    .join("");
}

export function PriceChart({ prices, currency }: PriceChartProps): ReactNode {
  const now = Date.now();
  const steps = stepsOf(prices, now);
  const { began, lowest } = beforeNow(steps);
  if (lowest === null) {
    return (
      <p className="text-[0.95rem] text-ink-soft">
        It cost nothing else in the 30 days before this price.
      </p>
    );
  }
  const scale = scales(steps, Math.min(steps[0]?.from ?? now, began - WINDOW_MS), now);
  const windowStart = scale.x(began - WINDOW_MS);
  const said = `Lowest in the 30 days before this price: ${formatMoney({ amount: lowest, currency })}.`;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Price over time. ${said}`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
      >
        <rect
          x={windowStart}
          width={scale.x(began) - windowStart}
          height={HEIGHT}
          className="fill-saffron-wash"
        />
        <line
          x1={0}
          x2={WIDTH}
          y1={scale.y(lowest)}
          y2={scale.y(lowest)}
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink-soft"
        />
        <path
          d={lineOf(steps, scale)}
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
      <figcaption className="mt-2 text-sm text-ink-soft">
        {said} Those days are shaded, the dashed line is their lowest price.
      </figcaption>
    </figure>
  );
}
