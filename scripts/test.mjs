// `npm test`: every check of the project, the quick ones first.
// `npm test -- --only lint|types|test|e2e` runs one of them.
import { findChromium } from "./lib/chromium.mjs";
import { install } from "./lib/install.mjs";
import { explain, Failure, main, seconds, step, typed } from "./lib/steps.mjs";
import { prepareToolchain } from "./lib/toolchain.mjs";
import { turbo } from "./lib/turbo.mjs";

// After a failed "go on" check the others still tell something new; after the rest they do not.
const CHECKS = [
  { name: "lint", tasks: ["//#lint"], goOn: true },
  { name: "build", tasks: ["build"] },
  { name: "types", tasks: ["types"], goOn: true },
  { name: "test", tasks: ["test", "--concurrency=2"] },
  { name: "e2e", tasks: ["e2e"], browser: true },
];

function chosenChecks() {
  if (typed.length === 0) return CHECKS;
  const only = typed[0] === "--only" ? typed[1] : typed[0].match(/^--only=(.*)$/)?.[1];
  const check = CHECKS.find(({ name }) => name === only);
  if (check) return [check];
  const names = CHECKS.map(({ name }) => name).join("|");
  throw new Failure(`The tests take one argument only: --only ${names}.`);
}

async function passes(check, toolchain) {
  console.log(`\n== ${check.name}`);
  const env = { ...toolchain.env };
  if (check.browser) env.SOUK_CHROMIUM = await findChromium(toolchain);
  const args = [...check.tasks, "--output-logs=new-only"];
  const { failed } = await turbo(toolchain, args, { env, shown: true });
  return !failed;
}

async function attempt(check, toolchain) {
  const started = performance.now();
  let passed = false;
  try {
    passed = await passes(check, toolchain);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    explain(error);
  }
  return { name: check.name, passed, time: seconds(started) };
}

function summarize(checks, results) {
  console.log("");
  for (const { name } of checks) {
    const result = results.find((one) => one.name === name);
    const outcome = result ? (result.passed ? "passed" : "failed") : "not run";
    console.log(`${name.padEnd(8)} ${outcome.padEnd(8)} ${result?.time ?? ""}`.trimEnd());
  }
  const failed = results.filter((one) => !one.passed).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await main(async () => {
  const checks = chosenChecks();
  const results = [];
  try {
    const toolchain = await step("Preparing Node and pnpm", prepareToolchain);
    await step("Installing packages", () => install(toolchain));
    for (const check of checks) {
      const result = await attempt(check, toolchain);
      results.push(result);
      if (!result.passed && !check.goOn) break;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    explain(error);
    results.push({ name: "install", passed: false, time: "" });
  }
  return summarize(checks, results);
});
