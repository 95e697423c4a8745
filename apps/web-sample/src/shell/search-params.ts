/** Addresses that people can read and share: lists are repeated keys, not JSON. */

export type Search = Record<string, unknown>;

/** What an address carries, before a route has judged it. */
export interface RawSearch extends Search {
  readonly variant?: unknown;
  readonly redirect?: unknown;
  readonly placed?: unknown;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * What a route takes from an address. Every key it knows is given back: the router keeps the raw value
 * of one that is left out, while `undefined` takes it away.
 */
export function judged<T extends object>(search: T): Defined<T> {
  return search as Defined<T>;
}

export function parseSearch(text: string): Search {
  const search: Search = {};
  const params = new URLSearchParams(text);
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    search[key] = values.length > 1 ? values : values[0];
  }
  return search;
}

export function stringifySearch(search: Search): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "") params.append(key, String(item));
    }
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** A text as it came from the address, or undefined. */
export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "string" && typeof first !== "number") return undefined;
  const text = String(first).trim();
  return text === "" ? undefined : text;
}

export function textsOf(value: unknown): string[] | undefined {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.map(textOf).filter((text) => text !== undefined);
  return texts.length > 0 ? texts : undefined;
}

export function wholeNumberOf(value: unknown): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/** Only a path of this shop: an address from outside must not lead anybody away. */
export function localPathOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : undefined;
}
