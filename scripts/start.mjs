// `npm start`: from a fresh clone to a running shop.
// Before the server takes over, it only says what it waits for; after that it stays silent.
import { runForeground } from "./lib/child.mjs";
import { install } from "./lib/install.mjs";
import { requireFreePort } from "./lib/port.mjs";
import { envFileFlags, readSettings, withDemo } from "./lib/project.mjs";
import { main, step, typed } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";
import { build } from "./lib/turbo.mjs";

await main(async () => {
  const settings = readSettings();
  await requireFreePort(Number(settings.PORT || 8000));
  const toolchain = await step("1/3 Preparing Node and pnpm", prepareToolchain);
  await step("2/3 Installing packages", () => install(toolchain));
  await step("3/3 Building", () => build(toolchain, ["@souk/server", "@souk/web-sample"]));
  return runForeground(toolchain.node, [...envFileFlags(), "apps/server/dist/main.js", ...typed], {
    env: { ...toolchain.env, ...withDemo(settings) },
  });
});
