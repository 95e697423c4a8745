/** What it costs to type-check somebody's program that uses every procedure by the client's types. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { appRouter } from "@souk/api";
import { median } from "./load/percentiles.ts";
import { clientTypes, resultsFolder } from "./places.ts";

export interface ConsumerTypes {
  readonly typescript: string;
  readonly procedures: number;
  readonly median_ms: number;
  readonly all_ms: readonly number[];
  readonly memory_mb: number;
  readonly instantiations: number;
  readonly types: number;
}

const folder = join(resultsFolder, "consumer");
const require = createRequire(import.meta.url);

/** Null when the client is not built. Throws with the compiler's words when the program has errors. */
export function measureConsumerTypes(times: number): ConsumerTypes | null {
  if (!existsSync(clientTypes)) return null;
  const procedures = proceduresOf();
  writeProgram(procedures);
  const runs = Array.from({ length: times }, check);
  const [first] = runs;
  if (first === undefined) throw new Error("no run");
  const all = runs.map(({ milliseconds }) => milliseconds);
  const number = (name: string): number => numberIn(first.report, name);
  return {
    typescript: (require("typescript/package.json") as { version: string }).version,
    procedures: procedures.length,
    median_ms: median(all),
    all_ms: all,
    memory_mb: Math.round(number("Memory used") / 1000),
    instantiations: number("Instantiations"),
    types: number("Types"),
  };
}

interface Procedure {
  readonly path: string;
  readonly call: "query" | "mutate" | "subscribe";
}

interface Known {
  readonly _def: { readonly type: "query" | "mutation" | "subscription" };
}

function proceduresOf(): readonly Procedure[] {
  const calls = { query: "query", mutation: "mutate", subscription: "subscribe" } as const;
  // When it runs, the router keeps its procedures flat, by their full names; its type shows the tree.
  const procedures: object = appRouter._def.procedures;
  return Object.entries(procedures as Readonly<Record<string, Known>>).map(([path, { _def }]) => ({
    path,
    call: calls[_def.type],
  }));
}

function writeProgram(procedures: readonly Procedure[]): void {
  mkdirSync(folder, { recursive: true });
  const uses = procedures.map(({ path, call }, i) => {
    const procedure = `souk.api.${path}.${call}`;
    return [
      `type Input${i} = Parameters<typeof ${procedure}>[0];`,
      `type Output${i} = Awaited<ReturnType<typeof ${procedure}>>;`,
      `export const use${i} = (known: Output${i}, ask: (input: Input${i}) => void) => ({ known, ask });`,
    ].join("\n");
  });
  const program = [
    'import { createSoukClient } from "@souk/client";',
    'const souk = createSoukClient({ url: "http://localhost:8000/trpc" });',
    ...uses,
  ];
  writeFileSync(join(folder, "program.ts"), `${program.join("\n\n")}\n`);
  const compilerOptions = {
    ...{ composite: false, incremental: false, noEmit: true, declaration: false },
    ...{ declarationMap: false, sourceMap: false, lib: ["ES2024", "DOM"] },
    paths: { "@souk/client": [clientTypes] },
  };
  const config = { extends: "../../../tsconfig.base.json", compilerOptions, files: ["program.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), `${JSON.stringify(config, null, 2)}\n`);
}

function check(): { readonly milliseconds: number; readonly report: string } {
  const compiler = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, "-p", folder, "--extendedDiagnostics"],
    { encoding: "utf8" },
  );
  const milliseconds = Math.round(performance.now() - startedAt);
  if (status !== 0) throw new Error(`the consumer does not type-check:\n${stdout}${stderr}`);
  return { milliseconds, report: stdout };
}

/** `Memory used:   123456K` is 123456. */
function numberIn(report: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+([\\d,.]+)`, "m").exec(report)?.[1];
  return Number(found?.replaceAll(",", "") ?? Number.NaN);
}
