/** One secret of the operator's, and the keys that are derived from it. */
import { hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Secrets } from "@souk/api";
import type { Config } from "./config.ts";

/** Changing SECRET_KEY ends every session and every mailed link. */
export function secretsOf(config: Config): Secrets {
  const secret = config.secretKey ?? keptSecret(config.dataFolder);
  const derive = (purpose: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(hkdfSync("sha256", secret, "", `souk:${purpose}`, 32));
  return { accessTokenKey: derive("access-token"), linkKey: derive("link") };
}

/** Development's own: the same after each start, readable by its owner alone. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, "secret-key");
  mkdirSync(dataFolder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString("base64"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
