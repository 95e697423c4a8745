/** Random secrets, secrets derived from a row's id so that only their hash need be stored, sealed ones. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { KeyRing, SecretKey } from "../ports/secrets.ts";

/** 256 random bits, safe in a header or a URL. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

export const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * A secret that can be made again from the row it belongs to: a mail may be written, and written again
 * after a crash, without the secret ever being stored.
 */
export const deriveSecret = ([{ bytes }]: KeyRing, purpose: string, id: string): string =>
  derivedBy(bytes, purpose, id);

/** The same, as it was made for a row that keeps its hash, whichever key was the first then. */
export function deriveAgain(
  ring: KeyRing,
  purpose: string,
  row: { readonly id: string; readonly hash: string },
): string | null {
  const made = ring.map(({ bytes }) => derivedBy(bytes, purpose, row.id));
  return made.find((secret) => sameHash(hashSecret(secret), row.hash)) ?? null;
}

const derivedBy = (key: Uint8Array, purpose: string, id: string): string =>
  createHmac("sha256", key).update(`${purpose}:${id}`).digest("base64url");

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under the first key; `about` is what the secret belongs to, and opens nothing else. */
export function seal(ring: KeyRing, secret: Uint8Array, about: string): string {
  const [{ id, bytes }] = ring;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", bytes, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${sealed.toString("base64url")}`;
}

/** Throws when the key is gone, or when the text was sealed for something else. */
export function unseal(ring: KeyRing, text: string, about: string): Uint8Array<ArrayBuffer> {
  const [keyId, body = ""] = text.split(".");
  const { bytes } = keyNamed(ring, keyId ?? "");
  const sealed = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", bytes, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
  return new Uint8Array(Buffer.concat([plain, decipher.final()]));
}

export function keyNamed(ring: KeyRing, id: string): SecretKey {
  const key = ring.find((one) => one.id === id);
  if (key === undefined) throw new Error(`no key ${id}: was SECRET_KEY_PREVIOUS taken away?`);
  return key;
}
