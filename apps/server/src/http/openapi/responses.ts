/** What each operation may answer: its success, and the refusals that a caller should expect. */
import type { Route } from "../rest/routes.ts";

export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: object }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: RequestBody;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

const RETRY_AFTER = {
  "Retry-After": {
    description: "Seconds after which trying again can help",
    schema: { type: "integer" },
  },
};

const RATE_LIMIT = {
  ...RETRY_AFTER,
  "RateLimit-Policy": {
    description: 'The limit: `"register";q=60;w=3600` is 60 in 3600 seconds',
    schema: { type: "string" },
  },
  RateLimit: {
    description: 'What is left of it: `"register";r=0;t=120` is nothing for 120 seconds',
    schema: { type: "string" },
  },
};

const refusals = {
  400: { name: "BadRequest", description: "The input is not valid; `errors` names the fields." },
  401: { name: "Unauthorized", description: "No credentials, or bad ones." },
  402: { name: "PaymentFailed", description: "The payment was declined; nothing was ordered." },
  403: { name: "Forbidden", description: "The caller, or the calling page, may not do this." },
  404: { name: "NotFound", description: "There is no such thing, or the caller may not know it." },
  409: { name: "Conflict", description: "It contradicts the present state; reload and try again." },
  413: { name: "TooLarge", description: "The body is too large." },
  415: {
    name: "UnsupportedMediaType",
    description: "The body is of a type that is not taken here.",
  },
  422: {
    name: "IdempotencyKeyReused",
    description: "The Idempotency-Key was used with another request.",
  },
  429: { name: "TooManyRequests", description: "Too many attempts.", headers: RATE_LIMIT },
  503: {
    name: "Unavailable",
    description: "The service is busy or its database is away.",
    headers: RETRY_AFTER,
  },
  default: { name: "Problem", description: "Any other error." },
} as const;
type Refusal = keyof typeof refusals;

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const messages = { type: "array", items: { type: "string" } };

export const problemComponents: {
  readonly schemas: Record<string, object>;
  readonly responses: Record<string, Response>;
} = {
  schemas: {
    Problem: {
      type: "object",
      description:
        "RFC 9457 problem details. Each invalid field stands at the top level with its messages, and again under `errors`.",
      required: ["type", "title", "status", "detail", "code", "request_id"],
      properties: {
        type: { type: "string", description: "Stable reference of this kind of problem" },
        title: { type: "string" },
        status: { type: "integer" },
        detail: { type: "string", description: "For people" },
        code: { type: "string", description: "Stable, for programs" },
        request_id: { type: "string", description: "Also the header X-Request-Id" },
        errors: { type: "object", additionalProperties: messages },
        non_field_errors: messages,
      },
      additionalProperties: true,
    },
  },
  responses: Object.fromEntries(
    Object.values(refusals).map(({ name, ...response }) => [
      name,
      { ...response, content: problemContent },
    ]),
  ),
};

export function responsesOf(operation: Operation, route: Route): Operation["responses"] {
  const expected = refusalsOf(route);
  const references = expected.map((status) => [
    String(status),
    { $ref: `#/components/responses/${refusals[status].name}` },
  ]);
  return {
    [route.successStatus]: successOf(operation, route),
    ...Object.fromEntries(references),
  };
}

function successOf(operation: Operation, route: Route): Response {
  const generated = operation.responses["200"];
  const replayed = {
    "Idempotency-Replayed": {
      description: "`true` when this is the stored answer of an earlier call",
      schema: { type: "string", enum: ["true"] },
    },
  };
  const headers = route.procedure.meta.idempotent ? { headers: replayed } : {};
  if (route.successStatus === 204)
    return { description: "Done; there is nothing to say.", ...headers };
  const { file } = route.procedure.meta;
  if (file !== undefined) return { description: "The file.", content: fileContent(file) };
  const content = generated !== undefined && "content" in generated ? generated.content : undefined;
  return {
    description: route.successStatus === 201 ? "Made." : "Done.",
    ...headers,
    ...(content === undefined ? {} : { content }),
  };
}

const fileContent = (types: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.values(types).map((type) => [type, { schema: { type: "string" } }]));

/** Whose writes may contradict the present state. */
const CONFLICTING: ReadonlySet<string> = new Set([
  "access",
  "authentication",
  "cart",
  "imports",
  "media",
  "privacy",
]);

/** In rising order; derived from what the operation is, not written down for each. */
function refusalsOf({ method, parameters, procedure }: Route): Refusal[] {
  const { meta, type, name } = procedure;
  const [domain = ""] = name.split(".");
  const takesBody = method === "POST" || method === "PUT" || method === "PATCH";
  const writes = method !== "GET" || type === "mutation";
  const applies: Record<Refusal, boolean> = {
    // An unknown parameter is refused wherever it comes.
    400: true,
    401: meta.access !== "open",
    402: meta.idempotent === true,
    403: writes || meta.access === "staff" || meta.fresh === true,
    404: parameters.length > 0 || name === "orders.lookUp",
    409: meta.idempotent === true || (CONFLICTING.has(domain) && writes),
    413: takesBody,
    415: takesBody,
    422: meta.idempotent === true,
    429:
      domain === "authentication" ||
      meta.upload !== undefined ||
      meta.access === "staff" ||
      name === "orders.lookUp",
    503: true,
    default: true,
  };
  const all = Object.keys(refusals).map(
    (key) => (key === "default" ? key : Number(key)) as Refusal,
  );
  return all.filter((status) => applies[status]);
}
