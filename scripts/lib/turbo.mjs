// Runs tasks of the workspace; turbo adds what they depend on and skips what is up to date.
import path from "node:path";
import { runStep } from "./child.mjs";
import { root } from "./project.mjs";
import { Failure } from "./steps.mjs";

// Not through `pnpm exec`: it would repeat each signal, and end before turbo has cleaned up.
const program = path.join(root, "node_modules", "turbo", "bin", "turbo");

export function turbo({ node, env }, args, options) {
  return runStep(node, [program, "run", ...args], { env, ...options });
}

export async function build(toolchain, packages) {
  const filters = packages.map((name) => `--filter=${name}`);
  const args = ["build", "--output-logs=errors-only", ...filters];
  const { failed, output } = await turbo(toolchain, args);
  if (!failed) return;
  throw new Failure(
    "The build failed: mend what the lines above say and run the command again.",
    output,
  );
}
