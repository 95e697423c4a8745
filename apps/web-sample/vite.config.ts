import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const { SOUK_SERVER_URL: server = "http://localhost:8000" } = process.env;
const proxied = ["/trpc", "/api", "/media", "/dev"];

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ["souk-source", ...defaultClientConditions] },
  server: {
    port: 5173,
    // The origin stays the browser's: the server compares it with the host of the request.
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: server, xfwd: true }])),
  },
  // Nothing is inlined into the page: the content security policy allows no data: scripts or fonts.
  build: { outDir: "dist", assetsInlineLimit: 0, sourcemap: true, target: "es2022" },
});
