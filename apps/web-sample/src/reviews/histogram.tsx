/** How many gave how many stars; each bar narrows the list to its own. */
import type { ReviewSummary } from "@souk/client/contracts/reviews";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { Stars, starsText } from "../ui/stars.tsx";
import { countedReviews } from "./words.ts";

const ROWS = ["5", "4", "3", "2", "1"] as const;

interface HistogramProps {
  readonly summary: ReviewSummary;
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
}

export function Histogram({ summary, chosen, onChange }: HistogramProps): ReactNode {
  const { average, count, histogram } = summary;
  const toggle = (stars: number): void =>
    onChange(
      chosen.includes(stars) ? chosen.filter((other) => other !== stars) : [...chosen, stars],
    );
  return (
    <div>
      <p className="flex items-center gap-4">
        <span className="tabular font-display text-5xl leading-none">{starsText(average)}</span>
        <span className="grid gap-1">
          <Stars value={average} label={`${starsText(average)} of 5 stars`} />
          <span className="text-sm text-ink-soft">{countedReviews(count)}</span>
        </span>
      </p>
      <ul aria-label="Stars" className="mt-5 grid gap-0.5">
        {ROWS.map((key) => {
          const stars = Number(key);
          const pressed = chosen.includes(stars);
          return (
            <li key={key}>
              <button
                type="button"
                aria-pressed={pressed}
                disabled={histogram[key] === 0 && !pressed}
                onClick={() => toggle(stars)}
                className={cx(
                  "grid min-h-9 w-full grid-cols-[3.5rem_1fr_2rem] items-center gap-3 rounded-md px-2 text-left text-sm",
                  pressed ? "bg-clay-wash" : "enabled:hover:bg-paper-sunk",
                )}
              >
                <span className={cx(pressed && "font-semibold")}>
                  {stars === 1 ? "1 star" : `${stars} stars`}
                </span>
                <span className="h-2.5 overflow-hidden rounded-full bg-line">
                  <span
                    className="block h-full rounded-full bg-saffron"
                    style={{ width: `${count === 0 ? 0 : (histogram[key] / count) * 100}%` }}
                  />
                </span>
                <span className="tabular text-right text-ink-soft">
                  <span className="sr-only">, reviews: </span>
                  {histogram[key]}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
