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

/** From nothing to the highest price. */
function amountTicks(steps: readonly Step[]): readonly number[] {
  const highest = Math.max(...steps.flatMap(({ amount }) => amount ?? []), 0);
  return [...new Set([0, Math.round(highest / 2), highest])];
}

const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;

const dayText = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "2-digit",
});

interface PriceAxisProps {
  readonly ticks: readonly number[];
  readonly scale: ReturnType<typeof scales>;
  readonly currency: string;
}

/** The picture is stretched, which letters should not be: they stand beside it. */
function PriceAxis({ ticks, scale, currency }: PriceAxisProps): ReactNode {
  const texts = ticks.map((amount) => formatMoney({ amount, currency }));
  return (
    <div aria-hidden className="tabular relative text-right text-xs text-ink-soft">
      {/* The longest gives the width. */}
      <span className="invisible">{texts.at(-1)}</span>
      {ticks.map((amount, place) => (
        <span
          key={amount}
          style={{ top: share(scale.y(amount), HEIGHT) }}
          className="absolute right-0 -translate-y-1/2 whitespace-nowrap"
        >
          {texts[place]}
        </span>
      ))}
    </div>
  );
}

function DayAxis({ begin, now }: { readonly begin: number; readonly now: number }): ReactNode {
  return (
    <div aria-hidden className="mt-1.5 flex justify-between gap-3 text-xs text-ink-soft">
      {[begin, (begin + now) / 2].map((at) => (
        <span key={at}>{dayText.format(at)}</span>
      ))}
      <span>Today</span>
    </div>
  );
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
  const begin = Math.min(steps[0]?.from ?? now, began - WINDOW_MS);
  const scale = scales(steps, begin, now);
  const ticks = amountTicks(steps);
  const windowStart = scale.x(began - WINDOW_MS);
  const said = `Lowest in the 30 days before this price: ${formatMoney({ amount: lowest, currency })}.`;
  return (
    <figure>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <PriceAxis {...{ ticks, scale, currency }} />
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`Price from ${dayText.format(begin)} until today. ${said}`}
          preserveAspectRatio="none"
          className="h-40 w-full overflow-visible"
        >
          <rect
            x={windowStart}
            width={scale.x(began) - windowStart}
            height={HEIGHT}
            className="fill-saffron-wash"
          />
          {ticks.map((amount) => (
            <line
              key={amount}
              x1={0}
              x2={WIDTH}
              y1={scale.y(amount)}
              y2={scale.y(amount)}
              vectorEffect="non-scaling-stroke"
              className="stroke-line"
            />
          ))}
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
        <div className="col-start-2">
          <DayAxis begin={begin} now={now} />
        </div>
      </div>
      <figcaption className="mt-2 text-sm text-ink-soft">
        {said} Those days are shaded, the dashed line is their lowest price.
      </figcaption>
    </figure>
  );
}
