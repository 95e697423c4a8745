/** A user agent in words that its owner recognises. It is a hint: anybody may send any text. */

/** The first that fits: each browser also names those it is like. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|HeadlessChrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/.*Safari\//, "Safari"],
  [/^curl\//, "curl"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const LONGEST = 40;

/** "Chrome on Linux"; for programs without a browser what they call themselves. */
export function deviceName(userAgent: string): string {
  const program = firstOf(PROGRAMS, userAgent);
  const system = firstOf(SYSTEMS, userAgent);
  if (program !== null && system !== null) return `${program} on ${system}`;
  return program ?? system ?? ownNameIn(userAgent);
}

const firstOf = (known: readonly (readonly [RegExp, string])[], userAgent: string): string | null =>
  known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;

function ownNameIn(userAgent: string): string {
  const [name = ""] = userAgent.split(/[\s/(;]/);
  const plain = name.replace(/[^\w.+-]/g, "").slice(0, LONGEST);
  return plain === "" ? "Unknown device" : plain;
}
