/** The passwords that guessers try first: the list of zxcvbn, which needs no network. */
import { dictionary } from "@zxcvbn-ts/language-common";

/** In lower case; some are shorter than any password may be here. It takes 8 MB and 20 ms of the start. */
export const commonPasswords: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** So many characters and more are not guessed by trying endings. */
const LONG = 15;
/** Shorter words occur at the beginning of good passwords by chance. */
const SHORTEST_WORD = 5;

/** As it is compared: folded. Digits and signs behind a common one make no better one. */
export function isCommon(password: string): boolean {
  if (commonPasswords.has(password)) return true;
  if ([...password].length >= LONG) return false;
  const word = password.replace(/[^\p{L}]+$/u, "");
  return word.length >= SHORTEST_WORD && commonPasswords.has(word);
}
