/** The browser suites: the built shop on the built server, on both databases. */
import { defineConfig } from "@playwright/test";
import type { ShopOptions } from "./e2e/support/test.ts";

const { CI, SOUK_CHROMIUM: executablePath } = process.env;

const desktop = { width: 1440, height: 900 };
const phone = { width: 375, height: 812 };

export default defineConfig<ShopOptions>({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(CI),
  reporter: CI ? "dot" : "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: desktop,
    actionTimeout: 10_000,
    // Axe and the eye should meet colours at rest.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "sqlite",
      use: { engine: "sqlite" },
      grepInvert: /@only-phone/,
      testIgnore: "policy.spec.ts",
    },
    { name: "postgres", use: { engine: "postgres" }, grep: /@core/ },
    {
      name: "phone",
      use: { engine: "sqlite", viewport: phone, hasTouch: true, isMobile: true },
      grep: /@(only-)?phone/,
    },
    {
      // It changes the whole shop, so it comes last and alone.
      name: "policy",
      use: { engine: "sqlite" },
      testMatch: "policy.spec.ts",
      dependencies: ["sqlite", "phone"],
    },
  ],
});
