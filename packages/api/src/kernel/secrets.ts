/** Random secrets, and secrets derived from a row's id so that only their hash need be stored. */
import { createHash, createHmac, randomBytes } from "node:crypto";

/** 256 random bits, safe in a header or a URL. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

/**
 * A secret that can be made again from the row it belongs to: a mail may be written, and written again
 * after a crash, without the secret ever being stored.
 */
export const deriveSecret = (key: Uint8Array, purpose: string, id: string): string =>
  createHmac("sha256", key).update(`${purpose}:${id}`).digest("base64url");
