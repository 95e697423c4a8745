/** Which passwords are refused: those that many use, and those that the account itself gives away. */
import { commonPasswords } from "./common-passwords.ts";

/** Shorter words occur in good passwords by chance. */
const SHORTEST_WORD = 4;

export interface PasswordOwner {
  readonly email: string;
  readonly username: string;
  readonly storeName: string;
}

/** Null when nothing speaks against it. Letter case and Unicode's compatibility forms make no difference. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const plain = folded(password);
  if (commonPasswords.has(plain)) return "This password is too common.";
  const { email, username, storeName } = owner;
  const localPart = email.slice(0, email.lastIndexOf("@"));
  const words = [localPart, username, storeName, storeName.replaceAll(/\s/g, "")].map(folded);
  const given = words.some((word) => [...word].length >= SHORTEST_WORD && plain.includes(word));
  return given ? "This password is too similar to your email, username or this shop's name." : null;
}

const folded = (text: string): string => text.trim().normalize("NFKC").toLowerCase();
