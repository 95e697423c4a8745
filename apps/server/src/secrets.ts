/** One secret of the operator's, and the keys that are derived from it. */
import { hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KeyRing, SecretKey, Secrets } from "@souk/api";
import type { Config } from "./config.ts";

const KEY_BYTES = 32;
const KEY_ID_BYTES = 6;

/** A secret that moved to SECRET_KEY_PREVIOUS still reads what it made, and makes nothing new. */
export function secretsOf(config: Config): Secrets {
  const current = config.secretKey ?? keptSecret(config.dataFolder);
  const ring = (purpose: string): KeyRing => [
    keyOf(current, purpose),
    ...config.previousSecretKeys.map((secret) => keyOf(secret, purpose)),
  ];
  return {
    accessTokens: ring("access-token"),
    links: ring("link"),
    audit: ring("audit"),
    sealing: ring("sealing"),
  };
}

const derived = (secret: string, purpose: string, bytes: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync("sha256", secret, "", `souk:${purpose}`, bytes));

/** Its id is derived as well, so that all nodes name it alike. */
const keyOf = (secret: string, purpose: string): SecretKey => ({
  id: Buffer.from(derived(secret, `${purpose}:id`, KEY_ID_BYTES)).toString("hex"),
  bytes: derived(secret, purpose, KEY_BYTES),
});

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
