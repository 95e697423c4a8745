/** `check`: the proof that the store's numbers are explained by its books. */
import { inventory } from "@souk/api";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

/** Answers whether all of it agrees. */
export async function checkBooks(
  services: Pick<Services, "systemContext">,
  output: Output,
): Promise<boolean> {
  const { ok, levels, problems } = await inventory.verify(services.systemContext());
  const lines = problems.map(({ level_id, problem }) => `  level ${level_id}: ${problem}`);
  const first = ok
    ? `Stock is the sum of its movements: ${levels} levels.`
    : `Stock is not what its movements come to, in these of ${levels} levels:`;
  output.write(`${[first, ...lines].join("\n")}\n`);
  return ok;
}
