/** Which passwords are refused: short ones, those that many use, and those that the account gives away. */
import { lengthOf, PASSWORD_MIN_LENGTH } from "../contract.ts";
import { isCommon } from "./common-passwords.ts";

/** Shorter words occur in good passwords by chance. */
const SHORTEST_WORD = 4;

export interface PasswordOwner {
  readonly email: string;
  readonly username: string;
  /** First and last. */
  readonly names: readonly string[];
  readonly storeName: string;
}

/** Null when nothing speaks against it. Letter case and Unicode's compatibility forms make no difference. */
export function passwordProblem(
  password: string,
  owner: PasswordOwner,
  minLength = PASSWORD_MIN_LENGTH,
): string | null {
  if (lengthOf(password) < minLength) return `Use at least ${minLength} characters.`;
  const plain = folded(password);
  if (isCommon(plain)) return "This password is too common.";
  const { email, username, names, storeName } = owner;
  const localPart = email.slice(0, email.lastIndexOf("@"));
  const words = [email, localPart, username, ...names, storeName].flatMap(spellings);
  const given = words.some((word) => [...word].length >= SHORTEST_WORD && plain.includes(word));
  return given ? "This password is too similar to your name, email or this shop's name." : null;
}

const spellings = (words: string): readonly string[] => {
  const plain = folded(words);
  return [plain, plain.replaceAll(/\s/g, "")];
};

const folded = (text: string): string => text.trim().normalize("NFKC").toLowerCase();
