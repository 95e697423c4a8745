/** The whole result: as JSON for comparing, as text for reading. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ColdStart } from "../cold-start.ts";
import type { ConsumerTypes } from "../consumer-types.ts";
import type { Run } from "../interleave.ts";
import type { Machine } from "../machine.ts";
import type { Engine, Options } from "../options.ts";
import { resultsFolder } from "../places.ts";
import type { Row } from "./summary.ts";
import { table } from "./table.ts";

export interface Resources {
  readonly engine: Engine;
  readonly cold_start: ColdStart | null;
  readonly memory_at_start_mb: number | null;
  readonly memory_after_load_mb: number | null;
}

export interface Report {
  readonly started_at: string;
  readonly machine: Machine;
  readonly options: Options;
  /** Empty, or the ratios of these endpoints compare different statements. */
  readonly sql_differences: readonly string[];
  readonly summary: readonly Row[];
  readonly runs: readonly Run[];
  readonly resources: readonly Resources[];
  readonly consumer_types: ConsumerTypes | null;
}

/** Answers the file's path. */
export function writeReport(report: Report): string {
  mkdirSync(resultsFolder, { recursive: true });
  const name = report.started_at.replaceAll(":", "-").replace(/\.\d+Z$/, "Z");
  const file = join(resultsFolder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

export function textOf(report: Report): string {
  return [
    machineLine(report),
    report.summary.length === 0 ? "" : endpointTable(report.summary),
    report.resources.length === 0 ? "" : resourceTable(report.resources),
    report.sql_differences.map((text) => `NOT THE SAME SQL: ${text}`).join("\n"),
    report.consumer_types === null ? "" : typesLine(report.consumer_types),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const resourceTable = (resources: readonly Resources[]): string =>
  table(
    ["engine", "cold start ms", "memory at start MB", "memory after load MB"],
    resources.map((one) => [
      one.engine,
      one.cold_start?.median_ms ?? null,
      one.memory_at_start_mb,
      one.memory_after_load_mb,
    ]),
  );

function machineLine({ machine, options }: Report): string {
  const { cpu, cores, memory_gb, node, engines, system } = machine;
  const { products, connections, seconds, rounds, keepsAnswers } = options;
  const kept = keepsAnswers ? "" : "; no answers kept";
  return [
    [`${cpu}, ${cores} cores, ${memory_gb} GB, ${system}`, `Node ${node}`, ...engines].join("; "),
    `${products} products x 3 variants; ${connections} connections; ${rounds} rounds of ${seconds} s${kept}`,
  ].join("\n");
}

const endpointTable = (rows: readonly Row[]): string =>
  table(
    [
      ...["endpoint", "engine", "face", "Souk/s", "p50 ms", "p99 ms"],
      ...["bare/s", "p50 ms", "p99 ms", "ratio", "CPU µs", "bare µs", "CPU ratio", ""],
    ],
    rows.map(({ endpoint, engine, face, souk, bare, ratio, cpu_ratio, valid }) => [
      ...[endpoint, engine, face],
      ...[Math.round(souk.per_second), short(souk.p50_ms), short(souk.p99_ms)],
      ...[Math.round(bare.per_second), short(bare.p50_ms), short(bare.p99_ms)],
      ...[ratio, souk.cpu_us, bare.cpu_us, cpu_ratio],
      valid ? "" : "INVALID",
    ]),
  );

const short = (milliseconds: number): number => Number(milliseconds.toFixed(2));

const typesLine = (types: ConsumerTypes): string =>
  `Type-check of a consumer of all ${types.procedures} procedures, TypeScript ${types.typescript}: ` +
  `${types.median_ms} ms, ${types.memory_mb} MB, ${types.instantiations} instantiations`;
