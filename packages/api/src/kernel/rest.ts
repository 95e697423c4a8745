/** The REST face of a procedure, as metadata: method, path, summary, who may call. */
import type { OpenApiMeta } from "trpc-to-openapi";

export type Access = "open" | "public" | "customer";
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type OpenApi = NonNullable<OpenApiMeta["openapi"]>;

export interface ProcedureMeta extends OpenApiMeta {
  /** `open` ignores credentials; `public` needs none but refuses bad ones. */
  readonly access?: Access;
  /** The status of a REST success: 200 unless said. */
  readonly successStatus?: 200 | 201 | 204;
  /** The call needs an `Idempotency-Key`. */
  readonly idempotent?: boolean;
}

export interface RestOptions {
  readonly description?: string;
  readonly successStatus?: 201 | 204;
  readonly idempotent?: boolean;
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
  };
}
