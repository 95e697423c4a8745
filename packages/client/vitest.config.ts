import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["souk-source"] },
  ssr: { resolve: { conditions: ["souk-source"] } },
  test: { include: ["{src,test}/**/*.test.ts"], environment: "node", testTimeout: 60_000 },
});
