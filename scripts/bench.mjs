// `npm run bench`: measures the built server. Arguments go to the benchmark.
import { runForeground } from "./lib/child.mjs";
import { install } from "./lib/install.mjs";
import { main, step, typed } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";
import { build } from "./lib/turbo.mjs";

await main(async () => {
  const toolchain = await step("1/3 Preparing Node and pnpm", prepareToolchain);
  await step("2/3 Installing packages", () => install(toolchain));
  await step("3/3 Building", () => build(toolchain, ["@souk/bench..."]));
  return runForeground(toolchain.node, ["bench/src/main.ts", ...typed], { env: toolchain.env });
});
