/** A file from outside, as the input of a procedure that takes one: alone as the body, or in a form. */
import type { Request } from "express";
import { invalidFields, malformed, refusal, refusalOf } from "./edge-error.ts";
import { exchangeOf } from "./exchange.ts";
import { readBytes, tooLarge } from "./json.ts";

/** Names of fields, boundaries and part headers around the file of a form. */
const FORM_ALLOWANCE = 16 * 1024;
/** Bodies that are held in memory at the same time. */
const UPLOADS_AT_ONCE = 16;
/** Of them, those of one client, so that a slow one keeps nobody out. */
const UPLOADS_OF_CLIENT = 4;

export type UploadReader = (req: Request, limit: number) => Promise<Record<string, unknown>>;

/** Throws transport errors. Nothing is read before the procedure has judged the caller. */
export function uploadReader(): UploadReader {
  const running = new Map<string, number>();
  let all = 0;
  return async (req, limit) => {
    const type = kindOf(req);
    const most = type === "form" ? limit + FORM_ALLOWANCE : limit;
    if (Number(req.headers["content-length"] ?? 0) > most) throw tooLarge(limit);
    const client = req.res === undefined ? "" : exchangeOf(req.res).ip;
    const own = running.get(client) ?? 0;
    if (all >= UPLOADS_AT_ONCE || own >= UPLOADS_OF_CLIENT) throw busy();
    all += 1;
    running.set(client, own + 1);
    try {
      const bytes = await readBytes(req, most);
      return type === "form" ? await formInput(req, bytes, limit) : bareInput(bytes);
    } finally {
      all -= 1;
      const left = (running.get(client) ?? 1) - 1;
      if (left === 0) running.delete(client);
      else running.set(client, left);
    }
  };
}

const BARE = /^(application\/(octet-stream|x-ndjson|jsonl)|text\/csv|image\/[a-z0-9.+-]+)$/;

/** The type is only asked for which way the body is to be read; what it is, its content tells. */
function kindOf({ headers }: Request): "form" | "bare" {
  const [type = ""] = (headers["content-type"] ?? "").toLowerCase().split(";");
  const plain = /^(identity)?$/i.test(headers["content-encoding"] ?? "");
  if (plain && type.trim() === "multipart/form-data") return "form";
  if (plain && BARE.test(type.trim())) return "bare";
  throw refusalOf(
    "UNSUPPORTED_MEDIA_TYPE",
    plain
      ? "Send the file as the body, under its own type or application/octet-stream, or as multipart/form-data."
      : "Send the body without a Content-Encoding.",
  );
}

const bareInput = (bytes: Buffer<ArrayBuffer>) =>
  bytes.length === 0 ? {} : { file: new File([bytes], "") };

/** By the platform's own reader. It works on bytes that are here already, and not too many. */
async function formInput(
  req: Request,
  bytes: Buffer<ArrayBuffer>,
  limit: number,
): Promise<Record<string, unknown>> {
  const headers = { "Content-Type": req.headers["content-type"] ?? "" };
  const form = await new Response(bytes, { headers }).formData().catch(() => null);
  if (form === null) throw malformed("malformed_form", "The body is not a valid form.");
  const input: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (name in input) throw invalidFields({ [shown(name)]: ["Give this field once."] });
    if (name !== "file" && name !== "file_name") {
      throw invalidFields({ [shown(name)]: ["Unknown field."] });
    }
    if (value instanceof File && value.size > limit) throw tooLarge(limit);
    input[name] = value;
  }
  return input;
}

const shown = (name: string): string => name.replaceAll("\0", "") || "non_field_errors";

const busy = () =>
  refusal("unavailable", "uploads_busy", "Too many uploads at once. Try again shortly.", {
    retryAfterSeconds: 2,
  });
