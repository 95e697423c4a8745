/** From the start of the process to the first answer of /api/health/, over a database that is filled. */
import { median } from "./load/percentiles.ts";
import { type Program, start } from "./servers/child.ts";

export interface ColdStart {
  readonly median_ms: number;
  readonly all_ms: readonly number[];
}

export async function measureColdStart(program: Program, times: number): Promise<ColdStart> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const server = await start(program);
    all.push(Math.round(server.readyAfterMs));
    await server.stop();
  }
  return { median_ms: median(all), all_ms: all };
}
