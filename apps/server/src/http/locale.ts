/** From `Accept-Language` to the one language of the store that its sender reads best. */
import { isServed, type StoreInfo } from "@souk/api";

const LONGEST = 500;
const RANGE = /^([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?$/;

/** Null where nothing that was named is served. Of equal wishes the first counts (RFC 9110, 12.5.4). */
export function acceptedLocale(header: string | undefined, store: StoreInfo): string | null {
  const wishes = (header ?? "")
    .slice(0, LONGEST)
    .split(",")
    .flatMap((part) => {
      const [, tag, weight = "1"] = RANGE.exec(part.trim()) ?? [];
      return tag === undefined ? [] : [{ tag, weight: Number(weight) }];
    })
    .filter(({ tag, weight }) => weight > 0 && isServed(store, tag))
    .sort((one, other) => other.weight - one.weight);
  return wishes[0]?.tag ?? null;
}
