/** Runs brought together: medians over the rounds, and each round of Souk beside the same round of the bare server. */
import { isValid, type Run } from "../interleave.ts";
import { median } from "../load/percentiles.ts";

export interface Side {
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly cpu_us: number | null;
}

export interface Row extends Pick<Run, "endpoint" | "engine" | "face"> {
  readonly souk: Side;
  readonly bare: Side;
  /** How many times as many the bare server answers: the median of the rounds' own ratios. */
  readonly ratio: number;
  /** The same of processor time. */
  readonly cpu_ratio: number | null;
  readonly valid: boolean;
}

export function summarise(runs: readonly Run[]): Row[] {
  const groups = Map.groupBy(runs, ({ endpoint, engine, face }) => `${endpoint} ${engine} ${face}`);
  return [...groups.values()].flatMap((group) => {
    const souk = group.filter(({ server }) => server === "souk");
    const bare = group.filter(({ server }) => server === "bare");
    const [first] = souk;
    if (first === undefined) return [];
    const { endpoint, engine, face } = first;
    const pairs = souk.flatMap((run) => {
      const beside = bare.find(({ round }) => round === run.round);
      return beside === undefined ? [] : [{ souk: run, bare: beside }];
    });
    const row: Row = {
      ...{ endpoint, engine, face, souk: sideOf(souk), bare: sideOf(bare) },
      ratio: rounded(median(pairs.map((pair) => pair.bare.per_second / pair.souk.per_second))),
      cpu_ratio: cpuRatio(pairs),
      valid: group.every(isValid),
    };
    return [row];
  });
}

const sideOf = (runs: readonly Run[]): Side => ({
  per_second: median(runs.map(({ per_second }) => per_second)),
  p50_ms: median(runs.map(({ p50_ms }) => p50_ms)),
  p99_ms: median(runs.map(({ p99_ms }) => p99_ms)),
  cpu_us: medianOrNull(runs.map(({ cpu_us }) => cpu_us)),
});

function cpuRatio(pairs: readonly { souk: Run; bare: Run }[]): number | null {
  const ratios = pairs.map(({ souk, bare }) =>
    souk.cpu_us === null || bare.cpu_us === null ? null : souk.cpu_us / bare.cpu_us,
  );
  const middle = medianOrNull(ratios);
  return middle === null ? null : rounded(middle);
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && known.length > 0 ? median(known) : null;
}

const rounded = (value: number): number => Number(value.toFixed(2));
