// Finds the browser of the end-to-end tests, or brings one.
import { existsSync } from "node:fs";
import path from "node:path";
import { runStep } from "./child.mjs";
import { root } from "./project.mjs";
import { Failure, looksOffline, step } from "./steps.mjs";
import { whereIs } from "./toolchain.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const PRINT_PATH =
  'import { chromium } from "@playwright/test"; console.log(chromium.executablePath());';

// The path of a browser, or "" for Playwright's own.
export async function findChromium(toolchain) {
  const named = process.env.SOUK_CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Failure(`SOUK_CHROMIUM names ${named}, which does not exist: mend or unset it.`);
  }
  const found = named || NAMES.map(whereIs).find(Boolean);
  if (found) return found;
  if (await hasPlaywrightsOwn(toolchain)) return "";
  return step("Fetching Chromium for the browser tests", () => fetchChromium(toolchain));
}

async function hasPlaywrightsOwn({ node, env }) {
  const { failed, output } = await runStep(node, ["--input-type=module", "-e", PRINT_PATH], {
    env,
    cwd: path.join(root, "apps", "web-sample"),
  });
  return !failed && existsSync(output.trim());
}

async function fetchChromium(toolchain) {
  const { failed, output } = await runStep(
    "pnpm",
    ["--filter", "@souk/web-sample", "exec", "playwright", "install", "chromium"],
    { env: toolchain.env },
  );
  if (!failed && (await hasPlaywrightsOwn(toolchain))) return "";
  const why = looksOffline(output) ? "none could be fetched without a network" : "none was fetched";
  throw new Failure(
    `The browser tests need Chromium and ${why}: install it (on Debian: ` +
      "`apt-get install chromium`; elsewhere: `npx playwright install chromium`), " +
      "or name one in SOUK_CHROMIUM.",
    output,
  );
}
