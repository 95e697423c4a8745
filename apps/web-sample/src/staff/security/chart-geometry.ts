/** Where the bars of the chart stand, and what its axes say. */
import type { SecurityOverview } from "@souk/client/contracts/security";

export type Bucket = SecurityOverview["buckets"][number];

export const series = ["succeeded", "failed", "refused"] as const;
export type Series = (typeof series)[number];

export const HEIGHT = 230;
const margin = { top: 12, right: 4, bottom: 26, left: 34 };
const LABEL_WIDTH = 60;
const TICKS = 4;
const DAY_MS = 24 * 60 * 60_000;

export interface Segment {
  readonly series: Series;
  readonly y: number;
  readonly height: number;
}

export interface Bar {
  readonly bucket: Bucket;
  readonly x: number;
  readonly width: number;
  /** The whole column that belongs to it, for the pointer. */
  readonly from: number;
  readonly band: number;
  readonly segments: readonly Segment[];
  readonly top: number;
  /** Below it, where there is room. */
  readonly label: string | null;
}

export interface Chart {
  readonly bars: readonly Bar[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

export const totalOf = (bucket: Bucket): number =>
  bucket.succeeded + bucket.failed + bucket.refused;

/** A round number to count the axis in. */
function stepFor(highest: number): number {
  const rough = Math.max(1, highest / TICKS);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}

const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayAndHour = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const wholeDay = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
});

function inDays([first, second]: readonly Bucket[]): boolean {
  if (!first || !second) return false;
  return new Date(second.start).getTime() - new Date(first.start).getTime() >= DAY_MS;
}

/** A span of the chart in words: its day, or its day and hour. */
export function spanText(bucket: Bucket, buckets: readonly Bucket[]): string {
  return (inDays(buckets) ? wholeDay : dayAndHour).format(new Date(bucket.start));
}

export function chartOf(buckets: readonly Bucket[], width: number): Chart {
  const right = Math.max(width - margin.right, margin.left + 1);
  const bottom = HEIGHT - margin.bottom;
  const highest = Math.max(1, ...buckets.map(totalOf));
  const step = stepFor(highest);
  const top = Math.ceil(highest / step) * step;
  const scale = (value: number): number => (value / top) * (bottom - margin.top);
  const band = (right - margin.left) / Math.max(1, buckets.length);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / band));
  const axis = inDays(buckets) ? day : hour;
  const barWidth = Math.min(30, Math.max(2, band * 0.68));

  const bars = buckets.map((bucket, place): Bar => {
    const from = margin.left + place * band;
    let y = bottom;
    const segments = series.map((name): Segment => {
      const height = scale(bucket[name]);
      y -= height;
      return { series: name, y, height };
    });
    const labelled = place % every === 0 && from + LABEL_WIDTH / 2 <= right + band / 2;
    return {
      bucket,
      from,
      band,
      x: from + (band - barWidth) / 2,
      width: barWidth,
      segments: segments.filter(({ height }) => height > 0),
      top: y,
      label: labelled ? axis.format(new Date(bucket.start)) : null,
    };
  });
  const ticks = Array.from({ length: top / step + 1 }, (_, index) => ({
    value: index * step,
    y: bottom - scale(index * step),
  }));
  return { bars, ticks, left: margin.left, right, bottom };
}
