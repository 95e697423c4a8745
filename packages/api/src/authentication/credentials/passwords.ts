/** Password hashes: Argon2id by oslo, which hashes in libuv's pool and never on the event loop. */
import { Argon2id } from "oslo/password";

/** OWASP's current minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon2id = new Argon2id({ memorySize: 19_456, iterations: 2, parallelism: 1, tagLength: 32 });

/** How a hash of these parameters begins. */
const CURRENT = "$argon2id$v=19$m=19456,t=2,p=1$";

/**
 * The hash of a random secret that nobody kept. Checking against it takes the time of a real check,
 * so that the time of an answer does not tell whether an account exists.
 */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$ExvauaH/8Vdqd4aD6UoC9Q$eNzQ81j/pUI2pqGVsjuEH+800+mgPAuSebdL5Lrd+j4";

/** oslo normalises to NFKC here and in `verifyPassword`; nothing else is changed or cut off. */
export const hashPassword = (password: string): Promise<string> => argon2id.hash(password);

/** Takes as long for an account that does not exist, whose hash is null. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const right = await argon2id.verify(hash ?? NOBODYS_HASH, password);
  return right && hash !== null;
}

/** Whether it was made with other parameters than those of today. */
export const needsRehash = (hash: string): boolean => !hash.startsWith(CURRENT);
