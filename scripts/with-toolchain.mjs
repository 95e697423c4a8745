// Runs any command with the project's own Node and pnpm on the PATH.
import { runForeground } from "./lib/child.mjs";
import { Failure, main } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Failure("Usage: node scripts/with-toolchain.mjs COMMAND [ARGUMENT…]");
  const { env } = await prepareToolchain();
  return runForeground(command, args, { env });
});
