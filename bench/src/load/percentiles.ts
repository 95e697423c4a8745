/** The order statistics that the report shows. */

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** By nearest rank: `share` is 0.99 for p99. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * values.length));
  return sorted(values)[rank - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const list = sorted(values);
  const half = list.length / 2;
  const low = list[Math.ceil(half) - 1] ?? Number.NaN;
  const high = list[Math.floor(half)] ?? Number.NaN;
  return (low + high) / 2;
}
