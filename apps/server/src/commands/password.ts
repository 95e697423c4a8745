/** A new password for a command: from the terminal, unseen; from the environment; or piped in. */
import type { Output } from "./progress.ts";

export const PASSWORD_VARIABLE = "SOUK_ADMIN_PASSWORD";

/** The part of standard input that is read from. */
export interface Input extends AsyncIterable<unknown> {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

/** Never from an argument: other users of the machine can read those. */
export async function readPassword(
  environment: Readonly<Record<string, string | undefined>>,
  input: Input | undefined,
  prompts: Output,
): Promise<string> {
  const given = environment[PASSWORD_VARIABLE];
  if (given !== undefined && given !== "") return given;
  if (input === undefined) throw new Error(`no password was given: set ${PASSWORD_VARIABLE}`);
  const lines = linesOf(input);
  if (input.isTTY !== true) return next(lines);
  input.setRawMode?.(true);
  try {
    const password = await asked(lines, prompts, "Password: ");
    const again = await asked(lines, prompts, "Again: ");
    if (password !== again) throw new Error("the two passwords do not match");
    return password;
  } finally {
    input.setRawMode?.(false);
    await lines.return?.(undefined);
  }
}

async function asked(
  lines: AsyncIterator<string>,
  prompts: Output,
  question: string,
): Promise<string> {
  prompts.write(question);
  try {
    return await next(lines);
  } finally {
    prompts.write("\n");
  }
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const { value, done } = await lines.next();
  if (done === true || value === "") throw new Error("no password was given");
  return value;
}

const BACKSPACES = new Set(["\u007f", "\b"]);
const GIVE_UP = new Set(["\u0003", "\u0004"]);

/** In raw mode nothing is echoed, and the keys that edit and end come as characters. */
async function* linesOf(input: Input): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line: string[] = [];
  let afterReturn = false;
  for await (const chunk of input) {
    const text =
      typeof chunk === "string" ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    for (const character of text) {
      const ends = character === "\r" || (character === "\n" && !afterReturn);
      afterReturn = character === "\r";
      if (ends) {
        yield line.join("");
        line = [];
      } else if (input.isTTY && GIVE_UP.has(character)) throw new Error("given up");
      else if (input.isTTY && BACKSPACES.has(character)) line.pop();
      else if (character !== "\n") line.push(character);
    }
  }
  if (line.length > 0) yield line.join("");
}
