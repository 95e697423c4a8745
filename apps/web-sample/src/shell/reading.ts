/** In which money and language the catalogue is read: chosen once, kept in this browser. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { createSignal } from "../ui/signal.ts";

/** What every question about the catalogue carries. Absent: the store's own, the browser's own. */
export interface Reading {
  readonly currency?: string;
  readonly locale?: string;
}

const KEY = "souk-reading";

/** A browser that keeps nothing, or something else, reads as everybody does. */
function kept(): Reading {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    const { currency, locale } = value as Record<keyof Reading, unknown>;
    return {
      ...(typeof currency === "string" ? { currency } : {}),
      ...(typeof locale === "string" ? { locale } : {}),
    };
  } catch {
    return {};
  }
}

const signal = createSignal<Reading>(kept());

export const useReading = signal.use;

/** For what has no price. */
export const localeOf = ({ locale }: Reading): Pick<Reading, "locale"> =>
  locale === undefined ? {} : { locale };

/** For loaders, which start a page's questions before it is there. */
export const readingNow = signal.get;

export function changeReading(next: Reading): void {
  signal.set(next);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // It holds until the page is left.
  }
}

const STORE_STALE_MS = 10 * 60_000;

export function useStore() {
  return useQuery(useTRPC().stores.current.queryOptions(undefined, { staleTime: STORE_STALE_MS }));
}

/** What the store no longer offers is forgotten, or nothing could be shown. */
export function useReadingOnOffer(): void {
  const reading = useReading();
  const { data: store } = useStore();
  useEffect(() => {
    if (store === undefined) return;
    const { currency, locale } = reading;
    const sold = currency === undefined || store.currencies.includes(currency);
    const told = locale === undefined || store.locales.includes(locale);
    if (sold && told) return;
    changeReading({
      ...(sold && currency !== undefined ? { currency } : {}),
      ...(told && locale !== undefined ? { locale } : {}),
    });
  }, [store, reading]);
}
