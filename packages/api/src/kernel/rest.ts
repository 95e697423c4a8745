/** The REST face of a procedure, as metadata: method, path, summary, who may call. */
import type { CacheScope } from "@souk/db";
import type { OpenApiMeta } from "trpc-to-openapi";
import type { Permission } from "./permissions.ts";

export type Access = "open" | "public" | "customer" | "staff";
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type OpenApi = NonNullable<OpenApiMeta["openapi"]>;

export interface Upload {
  readonly maxBytes: number;
}

export interface ProcedureMeta extends OpenApiMeta {
  /** `open` ignores credentials; `public` needs none but refuses bad ones. */
  readonly access?: Access;
  /** What staff and API keys need for it. */
  readonly permission?: Permission;
  /** The caller has proved who they are within the last minutes. */
  readonly fresh?: boolean;
  /** The status of a REST success: 200 unless said. */
  readonly successStatus?: 200 | 201 | 204;
  /** The call needs an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** The input is one file, `file`, and perhaps its `file_name`: no JSON. */
  readonly upload?: Upload;
  /** The answer is a part of a file, and REST sends all parts: its media type by the input's `format`. */
  readonly file?: Readonly<Record<string, string>>;
  /** Whoever is not signed in gets one answer to one input, as long as these stay as they are. */
  readonly shared?: readonly CacheScope[];
}

export interface RestOptions {
  readonly description?: string;
  readonly successStatus?: 201 | 204;
  readonly idempotent?: boolean;
  readonly upload?: Upload;
  readonly file?: Readonly<Record<string, string>>;
}

/** `rest("POST /v1/orders/", "Place an order")`. Paths end in a slash; both forms answer. */
export function rest(
  route: `${Method} /${string}/`,
  tag: string,
  summary: string,
  options: RestOptions = {},
): ProcedureMeta {
  const [method, path] = route.split(" ") as [Method, `/${string}`];
  const openapi: OpenApi = { method, path, summary, tags: [tag] };
  if (options.description !== undefined) openapi.description = options.description;
  return {
    openapi,
    ...(options.successStatus === undefined ? {} : { successStatus: options.successStatus }),
    ...(options.idempotent === undefined ? {} : { idempotent: options.idempotent }),
    ...(options.upload === undefined ? {} : { upload: options.upload }),
    ...(options.file === undefined ? {} : { file: options.file }),
  };
}
