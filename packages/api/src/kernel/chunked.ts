/** Long lists in parts that one statement takes. */

const CHUNK = 500;

/** A statement takes so many parameters and no more. */
export function* chunked<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
