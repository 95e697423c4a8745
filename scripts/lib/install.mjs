// Installs the packages of the workspace, and skips it when nothing has changed since last time.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runStep } from "./child.mjs";
import { root } from "./project.mjs";
import { Failure, looksOffline } from "./steps.mjs";
import { rememberToolchain } from "./toolchain.mjs";

const ARGUMENTS = [
  "install",
  "--frozen-lockfile",
  "--prefer-offline",
  // `npm run --silent` would silence pnpm too, and with it the reason of a failure.
  "--loglevel=info",
  "--reporter=append-only",
  // Without a terminal pnpm would rather fail than ask whether it may replace node_modules.
  "--config.confirmModulesPurge=false",
  // Without a network pnpm would otherwise wait for more than a minute before it says so.
  "--config.fetchRetryMintimeout=1000",
  "--config.fetchRetryMaxtimeout=5000",
];

const stamp = path.join(root, "node_modules", ".souk-install");

export async function install(toolchain) {
  const wanted = fingerprint(toolchain);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  const { failed, output } = await runStep("pnpm", ARGUMENTS, { env: toolchain.env });
  if (failed) throw new Failure(whyNot(output), output);
  writeFileSync(stamp, wanted);
  rememberToolchain(toolchain);
}

// Native packages differ by platform and by the major version of Node.
function fingerprint({ version }) {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch} ${version.split(".")[0]}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    const full = path.join(root, file);
    if (!existsSync(full)) throw new Failure(`${file} is missing: restore it from git.`);
    hash.update(readFileSync(full));
  }
  return hash.digest("hex");
}

function whyNot(output) {
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return (
      "pnpm-lock.yaml does not match the package.json files: " +
      "run `node scripts/with-toolchain.mjs pnpm install` and commit the new pnpm-lock.yaml."
    );
  }
  if (looksOffline(output)) {
    return (
      "The packages cannot be fetched because the registry cannot be reached: " +
      "connect to the network once and run the command again."
    );
  }
  return "Installing the packages failed: mend what the lines above say and run the command again.";
}
