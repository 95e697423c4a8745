/** Which of a store's languages somebody reads. Pure: knows no text. */
import type { StoreInfo } from "./context.ts";

type Languages = Pick<StoreInfo, "defaultLocale" | "locales">;

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** `fr-CA`, then `fr`. */
const broader = (tag: string): string[] =>
  tag.split("-").map((_part, i, parts) => parts.slice(0, parts.length - i).join("-"));

/**
 * Where to look a text up before the store's own language, the closest first; empty where the store's
 * own is the closest.
 */
export function localesFor(
  { defaultLocale, locales }: Languages,
  wanted: string | null,
): readonly string[] {
  const tags = wanted === null ? [] : broader(wanted);
  const own = tags.findIndex((tag) => same(tag, defaultLocale));
  const closer = own < 0 ? tags : tags.slice(0, own);
  return closer.flatMap((tag) => locales.find((locale) => same(locale, tag)) ?? []);
}

/** What an answer for somebody is written in, as far as it is translated. */
export const servedLocale = (store: Languages, wanted: string | null): string =>
  localesFor(store, wanted)[0] ?? store.defaultLocale;

/** Whether the store has anything in that language, or a broader one. */
export const isServed = (store: Languages, wanted: string): boolean =>
  localesFor(store, wanted).length > 0 ||
  broader(wanted).some((tag) => same(tag, store.defaultLocale));
