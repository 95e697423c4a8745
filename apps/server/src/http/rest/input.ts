/** The input of a REST call, from its path and either its query string or its body. */
import type { Request } from "express";
import { invalidFields, malformed } from "../edge-error.ts";
import { parseJson, readJsonText, requireStorable } from "../json.ts";
import type { UploadReader } from "../upload.ts";
import type { Route } from "./routes.ts";

type Input = Record<string, unknown>;

const takesBody = (method: string): boolean => method !== "GET" && method !== "DELETE";

export interface InputOptions {
  readonly bodyLimit: number;
  readonly readUpload: UploadReader;
}

/**
 * Calls that read, and deletions, take a query string and ignore a body; all others take a body and
 * no query string. What the schema does not know is left in, for it to refuse by name.
 */
export async function inputOf(
  req: Request,
  route: Route,
  values: readonly string[],
  { bodyLimit, readUpload }: InputOptions,
): Promise<unknown> {
  const query = queryOf(req.url);
  const { upload } = route.procedure.meta;
  const input = upload
    ? await uploadInput(queryInput(query, route), () => readUpload(req, upload.maxBytes))
    : takesBody(route.method)
      ? await bodyInput(req, query, bodyLimit)
      : queryInput(query, route);
  route.parameters.forEach((name, index) => {
    // The path says it; a second word on it would be ignored, or worse.
    if (Object.hasOwn(input, name)) throw invalidFields({ [name]: ["Unknown field."] });
    const text = values[index] ?? "";
    requireStorable(text, name);
    set(input, name, route.fields.get(name)?.coerce([text]) ?? text);
  });
  return route.procedure.inputs.length === 0 ? undefined : input;
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf("?");
  const text = start < 0 ? "" : url.slice(start + 1);
  // URLSearchParams takes broken encodings as they are; a decoder that refuses them says so first.
  if (text.includes("%")) {
    try {
      decodeURIComponent(text.replaceAll("+", " "));
    } catch {
      throw malformed("malformed_url", "The query string is not valid percent-encoded UTF-8.");
    }
  }
  return new URLSearchParams(text);
}

function queryInput(query: URLSearchParams, route: Route): Input {
  const input: Input = Object.create(null);
  const complaints: Record<string, string[]> = {};
  for (const name of new Set(query.keys())) {
    const texts = query.getAll(name);
    const field = route.parameters.includes(name) ? undefined : route.fields.get(name);
    for (const text of [name, ...texts]) requireStorable(text, name.replaceAll("\0", ""));
    if (texts.length > 1 && field?.many !== true) {
      complaints[name] = ["Give this parameter once."];
    } else {
      const value = field === undefined ? texts[0] : field.coerce(texts);
      if (value !== undefined) set(input, name, value);
    }
  }
  if (Object.keys(complaints).length > 0) throw invalidFields(complaints);
  return input;
}

async function bodyInput(req: Request, query: URLSearchParams, limit: number): Promise<Input> {
  const [stray] = query.keys();
  if (stray !== undefined) {
    throw invalidFields({ [stray.replaceAll("\0", "")]: ["Unknown parameter."] });
  }
  const text = await readJsonText(req, limit);
  const body = text === null ? {} : parseJson(text, "The body");
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw malformed("object_expected", "The body must be a JSON object.");
  }
  return body as Input;
}

/** The body is the file, or a form with it; what else there is to say may stand in the query string. */
async function uploadInput(query: Input, read: () => Promise<Input>): Promise<Input> {
  const body = await read();
  const [twice] = Object.keys(query).filter((name) => name in body || name === "file");
  if (twice !== undefined) throw invalidFields({ [twice]: ["Say this once, in the body."] });
  return Object.assign(body, query);
}

/** As an own property whatever its name, so that a schema sees `__proto__` and refuses it. */
function set(input: Input, name: string, value: unknown): void {
  Object.defineProperty(input, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
