import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["souk-source"] },
  ssr: { resolve: { conditions: ["souk-source"] } },
  test: {
    globalSetup: ["./test/global-setup.ts"],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Both engines keep a core busy each; more workers only wait for each other.
    maxWorkers: 2,
    // Loading the modules once a worker, and not once a file, halves what the suite costs.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
