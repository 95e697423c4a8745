// `npm run souk -- <command>`: the command line of Souk, built first where it has to be.
import path from "node:path";
import { runForeground } from "./lib/child.mjs";
import { install } from "./lib/install.mjs";
import { envFileFlags, root } from "./lib/project.mjs";
import { main, step, typed } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";
import { build } from "./lib/turbo.mjs";

await main(async () => {
  const patient = { patient: true };
  const toolchain = await step("Preparing Node and pnpm", prepareToolchain, patient);
  await step("Installing packages", () => install(toolchain), patient);
  await step("Building", () => build(toolchain, ["@souk/server"]), patient);
  const program = path.join(root, "apps", "server", "dist", "commands", "main.js");
  return runForeground(toolchain.node, [...envFileFlags(), program, ...typed], {
    env: { ...toolchain.env, SOUK_ROOT: root },
    // npm goes to the root; file names were typed for the directory the person stood in.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
});
