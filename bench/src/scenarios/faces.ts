/** One call in the words of either face. */
import type { Call } from "./scenario.ts";

type Headers = Readonly<Record<string, string>>;
type Query = Readonly<Record<string, string | number>>;

const JSON_BODY = { "Content-Type": "application/json" };

export const trpcQuery = (name: string, input: object): Call => ({
  method: "GET",
  path: `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
  headers: {},
  body: undefined,
});

export const trpcMutation = (name: string, input: object, headers: Headers = {}): Call => ({
  method: "POST",
  path: `/trpc/${name}`,
  headers: { ...JSON_BODY, ...headers },
  body: JSON.stringify(input),
});

export function restQuery(path: string, query: Query = {}): Call {
  const texts = Object.entries(query).map(([name, value]) => [name, String(value)] as const);
  const search = new URLSearchParams(Object.fromEntries(texts)).toString();
  const address = search === "" ? path : `${path}?${search}`;
  return { method: "GET", path: `/api/v1${address}`, headers: {}, body: undefined };
}

export const restWrite = (
  method: "POST" | "PUT",
  path: string,
  { input, headers = {} }: { input: object; headers?: Headers },
): Call => ({
  method,
  path: `/api/v1${path}`,
  headers: { ...JSON_BODY, ...headers },
  body: JSON.stringify(input),
});
