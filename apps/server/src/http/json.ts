/** JSON from outside: of bounded size and depth, without keys or characters that bite later. */
import type { IncomingMessage } from "node:http";
import { invalidFields, malformed, refusalOf } from "./edge-error.ts";

export const MAX_JSON_DEPTH = 32;
const DANGEROUS_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** The value, or a transport error that says what is wrong with it. */
export function parseJson(text: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("malformed_json", `${what} is not valid JSON, or it is cut off.`);
  }
  requireHarmless(value, "", 1);
  return value;
}

/** What PostgreSQL cannot store, and no text of ours needs: NUL, and halves of characters. */
function faultOf(text: string): string | null {
  if (text.includes("\0")) return "NUL characters are not allowed.";
  return text.isWellFormed() ? null : "Half a character is not allowed.";
}

/** Throws, naming the field, when the text could not be stored. */
export function requireStorable(text: string, field: string): void {
  const fault = faultOf(text);
  if (fault !== null) throw invalidFields({ [field || "non_field_errors"]: [fault] });
}

function requireHarmless(value: unknown, path: string, depth: number): void {
  if (typeof value === "string") {
    requireStorable(value, path);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (depth > MAX_JSON_DEPTH) {
    throw malformed("nested_too_deeply", `JSON may nest ${MAX_JSON_DEPTH} levels at most.`);
  }
  for (const [key, member] of Object.entries(value)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (DANGEROUS_KEYS.has(key)) throw invalidFields({ [name]: ["This name is not allowed."] });
    requireStorable(key, "non_field_errors");
    requireHarmless(member, name, depth + 1);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of a JSON body; null when there is none. */
export async function readJsonText(req: IncomingMessage, limit: number): Promise<string | null> {
  const { headers } = req;
  const absent =
    headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
  if (absent) return null;
  requireJsonType(headers);
  if (Number(headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const bytes = await readBytes(req, limit);
  if (bytes.length === 0) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed("malformed_json", "The body is not valid UTF-8.");
  }
}

function requireJsonType(headers: IncomingMessage["headers"]): void {
  const type = headers["content-type"] ?? "";
  const json = /^\s*application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(type);
  const plain = /^(identity)?$/i.test(headers["content-encoding"] ?? "");
  if (json && plain) return;
  throw refusalOf(
    "UNSUPPORTED_MEDIA_TYPE",
    plain
      ? "Send the body as application/json in UTF-8."
      : "Send the body without a Content-Encoding.",
  );
}

export const tooLarge = (limit: number) =>
  refusalOf("PAYLOAD_TOO_LARGE", `The body may have ${limit} bytes at most.`);

export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        // The rest is thrown away as it comes, so that the caller can still read the answer.
        req.removeAllListeners("data");
        req.resume();
        reject(tooLarge(limit));
      } else {
        chunks.push(chunk);
      }
    });
    req.once("end", () => resolve(Buffer.concat(chunks)));
    const cutOff = (): void => reject(malformed("request_aborted", "The request was cut off."));
    req.once("error", cutOff);
    req.once("close", cutOff);
  });
}
