// Finds the Node and pnpm that Souk is built with; the machine itself needs only Node and npm.
// It resolves them once: children inherit the PATH, later runs read the remembered place.
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runStep } from "./child.mjs";
import { bring } from "./npx.mjs";
import { root } from "./project.mjs";

const NODE_VERSION = "24.21.0";
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const pnpmVersion = manifest.packageManager.match(/^pnpm@([\d.]+)/)[1];
const marker = `pnpm ${pnpmVersion}`;
const machine = `${process.platform} ${process.arch} ${process.version}`;
const key = `${machine}, Node ${NODE_VERSION}, ${marker}`;
const remembered = path.join(root, "node_modules", ".souk-toolchain");

// Older ones cannot run TypeScript files as they are, and better-sqlite3 crashes on Node 20.
function suits(version) {
  const [major, minor] = version.replace("v", "").split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

export async function prepareToolchain() {
  const own = suits(process.version);
  if (own && process.env.SOUK_TOOLCHAIN === marker) return toolchain(thisNode());
  const nodeVersion = own ? undefined : NODE_VERSION;
  const found = recall() ?? (own ? await findPnpm() : undefined);
  return toolchain(found ?? (await bring({ pnpmVersion, nodeVersion })));
}

function thisNode() {
  return { node: process.execPath, version: process.version };
}

// Kept inside node_modules, so that removing node_modules forgets it.
export function rememberToolchain({ node, version, bin }) {
  if (bin) writeFileSync(remembered, JSON.stringify({ key, node, version, bin }));
}

function recall() {
  if (!existsSync(remembered)) return undefined;
  try {
    const found = JSON.parse(readFileSync(remembered, "utf8"));
    const usable = existsSync(found.node) && existsSync(path.join(found.bin, "pnpm"));
    return usable && found.key === key ? found : undefined;
  } catch {
    // Half written by a run that was killed: resolve anew.
    return undefined;
  }
}

async function findPnpm() {
  if (!whereIs("pnpm")) return undefined;
  // Corepack's stand-in for pnpm would download one, and so would pnpm inside the project.
  const env = { ...process.env, COREPACK_ENABLE_NETWORK: "0" };
  const { output } = await runStep("pnpm", ["--version"], { env, cwd: tmpdir() });
  return output.trim() === pnpmVersion ? thisNode() : undefined;
}

export function whereIs(command) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((place) => endings.map((ending) => path.join(place, command + ending)))
    .find((file) => existsSync(file));
}

function toolchain({ node, version, bin }) {
  const env = {
    ...process.env,
    SOUK_TOOLCHAIN: marker,
    npm_config_update_notifier: "false",
    npm_config_manage_package_manager_versions: "false",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
  const onPath = whereIs("node");
  const sameNode = onPath && realpathSync(onPath) === realpathSync(node);
  const first = [bin, sameNode ? undefined : path.dirname(node)].filter(Boolean);
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  env[pathName] = [...first, env[pathName]].join(path.delimiter);
  return { node, version, bin, env };
}
