/** The words for a user agent. */
import { expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

const MOZILLA = "Mozilla/5.0";
const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${MOZILLA} (X11; Linux x86_64) ${KHTML} Chrome/131.0.0.0 Safari/537.36`, "Chrome on Linux"],
  [
    `${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    "Edge on Windows",
  ],
  [`${MOZILLA} (X11; Linux x86_64) ${KHTML} HeadlessChrome/131.0.0.0`, "Chrome on Linux"],
  [`${MOZILLA} (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0`, "Firefox on Android"],
  [
    `${MOZILLA} (Linux; Android 14; SM-S911B) ${KHTML} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    "Safari on iPhone",
  ],
  [
    `${MOZILLA} (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1`,
    "Chrome on iPad",
  ],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
    "Safari on macOS",
  ],
  [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${KHTML} Chrome/131.0.0.0`, "Chrome on ChromeOS"],
  ["curl/8.11.0", "curl"],
  ["python-requests/2.32.3", "python-requests"],
  ["node", "node"],
  ["<script>alert(1)</script>", "scriptalert"],
  [`${"x".repeat(300)}`, "x".repeat(40)],
  ["", "Unknown device"],
  ["\u0000 💣", "Unknown device"],
])("%j is called %j", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
