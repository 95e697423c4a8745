// `npm run dev`: everything in watch mode. Further arguments go to turbo.
import { install } from "./lib/install.mjs";
import { readSettings, withDemo } from "./lib/project.mjs";
import { main, step, typed } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";
import { turbo } from "./lib/turbo.mjs";

await main(async () => {
  const toolchain = await step("1/2 Preparing Node and pnpm", prepareToolchain);
  await step("2/2 Installing packages", () => install(toolchain));
  // In turbo's strict mode the settings of the shop would not reach the server.
  const args = ["dev", "--env-mode=loose", ...typed];
  const env = { ...toolchain.env, ...withDemo(readSettings()) };
  const { code } = await turbo({ ...toolchain, env }, args, { shown: true });
  return code ?? 1;
});
