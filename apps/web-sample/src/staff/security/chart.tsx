/** Sign-ins over time: stacked bars to look at, to walk through by keyboard, or to read as a table. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { cx } from "../../ui/cx.ts";
import {
  type Bar,
  type Bucket,
  chartOf,
  HEIGHT,
  type Series,
  series,
  spanText,
  totalOf,
} from "./chart-geometry.ts";

const words: Record<Series, string> = {
  succeeded: "Succeeded",
  failed: "Failed",
  refused: "Refused",
};

/** They differ in lightness and pattern, too: colours are not the same to everybody. */
const fills: Record<Series, string> = {
  succeeded: "fill-[#a9bd9c]",
  failed: "fill-clay",
  refused: "fill-ink",
};

function useWidth(): readonly [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

function Legend(): ReactNode {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {series.map((name) => (
        <li key={name} className="flex items-center gap-2">
          <svg aria-hidden="true" className="size-3.5">
            <rect className={fills[name]} width="14" height="14" rx="3" />
            {name === "failed" && <Hatching x={0} y={0} width={14} height={14} />}
          </svg>
          {words[name]}
        </li>
      ))}
    </ul>
  );
}

/** Slanted lines over a part of a bar. */
function Hatching(box: Record<"x" | "y" | "width" | "height", number>): ReactNode {
  const id = useId();
  return (
    <>
      <pattern
        id={id}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.6" height="5" className="fill-paper-raised/70" />
      </pattern>
      <rect {...box} fill={`url(#${id})`} />
    </>
  );
}

const countsText = (bucket: Bucket): string =>
  series.map((name) => `${bucket[name]} ${words[name].toLowerCase()}`).join(", ");

interface ColumnProps {
  readonly bar: Bar;
  readonly bottom: number;
  readonly label: string;
  readonly reachable: boolean;
  readonly active: boolean;
  readonly onPoint: (pointed: boolean) => void;
}

function Column({ bar, bottom, label, reachable, active, onPoint }: ColumnProps): ReactNode {
  const middle = bar.x + bar.width / 2;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the arrow keys walk from bar to bar
    <g
      role="img"
      aria-label={label}
      tabIndex={reachable ? 0 : -1}
      data-bar
      className="outline-none"
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      <rect
        x={bar.from}
        y={0}
        width={bar.band}
        height={bottom}
        className={active ? "fill-paper-sunk stroke-clay" : "fill-transparent"}
      />
      {bar.segments.map((part) => {
        const box = { x: bar.x, y: part.y, width: bar.width, height: part.height };
        return (
          <g key={part.series}>
            <rect {...box} className={fills[part.series]} />
            {part.series === "failed" && <Hatching {...box} />}
          </g>
        );
      })}
      {bar.label && (
        <text
          x={middle}
          y={bottom + 18}
          textAnchor="middle"
          className="tabular fill-ink-soft text-[0.72rem]"
        >
          {bar.label}
        </text>
      )}
    </g>
  );
}

interface TooltipProps {
  readonly bar: Bar;
  readonly span: string;
  readonly width: number;
}

const TOOLTIP_WIDTH = 176;
const GAP = 6;

/** The same is the bar's label: this one is for the eyes. */
function Tooltip({ bar, span, width }: TooltipProps): ReactNode {
  const after = bar.from + bar.band + GAP;
  const left = after + TOOLTIP_WIDTH <= width ? after : bar.from - TOOLTIP_WIDTH - GAP;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-2 w-44 rounded-lg bg-ink px-3 py-2 text-xs text-paper shadow-lift"
      style={{ left: Math.max(0, left) }}
    >
      <p className="font-semibold">{span}</p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3">
        {series.map((name) => (
          <div key={name} className="contents">
            <dt>{words[name]}</dt>
            <dd className="tabular text-right">{bar.bucket[name]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function walk(event: KeyboardEvent<SVGSVGElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const bars = [...event.currentTarget.querySelectorAll<SVGGElement>("[data-bar]")];
  const here = bars.findIndex((bar) => bar.contains(document.activeElement));
  bars[Math.min(Math.max(0, here + step), bars.length - 1)]?.focus();
}

function summaryOf(buckets: readonly Bucket[]): string {
  const sums = series.map((name) => {
    const sum = buckets.reduce((whole, bucket) => whole + bucket[name], 0);
    return `${sum} ${words[name].toLowerCase()}`;
  });
  const worst = buckets.reduce<Bucket | null>(
    (most, bucket) => (most && most.failed >= bucket.failed ? most : bucket),
    null,
  );
  const peak =
    worst && worst.failed > 0
      ? ` Most failures: ${worst.failed}, ${spanText(worst, buckets)}.`
      : "";
  return `${sums.join(", ")}.${peak} Left and right arrow keys walk through the bars.`;
}

function Bars({ buckets }: { readonly buckets: readonly Bucket[] }): ReactNode {
  const [box, width] = useWidth();
  const [pointed, setPointed] = useState<string | null>(null);
  const id = useId();
  const chart = chartOf(buckets, width);
  const active = chart.bars.find(({ bucket }) => bucket.start === pointed);
  const last = buckets.at(-1)?.start;
  return (
    <div ref={box} className="relative">
      {active && <Tooltip bar={active} span={spanText(active.bucket, buckets)} width={width} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        width={width}
        height={HEIGHT}
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        onKeyDown={walk}
        className="block"
      >
        <title id={`${id}-title`}>Sign-ins over time</title>
        <desc id={`${id}-desc`}>{summaryOf(buckets)}</desc>
        {chart.ticks.map(({ value, y }) => (
          <g key={value}>
            <line x1={chart.left} x2={chart.right} y1={y} y2={y} className="stroke-line" />
            <text
              x={chart.left - 8}
              y={y + 4}
              textAnchor="end"
              className="tabular fill-ink-soft text-[0.72rem]"
            >
              {value}
            </text>
          </g>
        ))}
        {chart.bars.map((bar) => (
          <Column
            key={bar.bucket.start}
            bar={bar}
            bottom={chart.bottom}
            label={`${spanText(bar.bucket, buckets)}: ${countsText(bar.bucket)}`}
            reachable={bar.bucket.start === (active?.bucket.start ?? last)}
            active={bar === active}
            onPoint={(on) =>
              setPointed((now) => {
                if (on) return bar.bucket.start;
                return now === bar.bucket.start ? null : now;
              })
            }
          />
        ))}
      </svg>
    </div>
  );
}

function AsTable({ buckets }: { readonly buckets: readonly Bucket[] }): ReactNode {
  return (
    <details className="mt-3 text-sm">
      <summary className="link inline-block py-1">Show as a table</summary>
      <table className="mt-2 w-full max-w-xl">
        <caption className="sr-only">Sign-ins over time</caption>
        <thead>
          <tr className="border-b border-line-strong/60 text-ink-soft">
            <th scope="col" className="py-1 text-left font-semibold">
              From
            </th>
            {series.map((name) => (
              <th key={name} scope="col" className="py-1 text-right font-semibold">
                {words[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {buckets.map((bucket) => (
            <tr key={bucket.start} className={cx(totalOf(bucket) === 0 && "text-ink-soft")}>
              <th scope="row" className="py-1 text-left font-normal">
                {spanText(bucket, buckets)}
              </th>
              {series.map((name) => (
                <td key={name} className="tabular py-1 text-right">
                  {bucket[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function SignInChart({ buckets }: { readonly buckets: readonly Bucket[] }): ReactNode {
  return (
    <>
      <Legend />
      <div className="mt-4">
        <Bars buckets={buckets} />
      </div>
      <AsTable buckets={buckets} />
    </>
  );
}
