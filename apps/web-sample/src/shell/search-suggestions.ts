/** What the shop suggests while somebody is typing. */
import type { Suggestions } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useReading } from "./reading.ts";

export interface Suggestion {
  readonly kind: "product" | "category";
  readonly slug: string;
  readonly label: string;
  readonly product: Suggestions["products"][number] | null;
}

const FEWEST_LETTERS = 2;
/** Whoever types on within this time is not asked about yet. */
const PAUSE_MS = 120;
const STALE_MS = 60_000;
const OF_EACH = 5;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function useSuggestions(words: string, wanted: boolean) {
  const trpc = useTRPC();
  const reading = useReading();
  const q = useSettled(words.trim());
  const long = q.length >= FEWEST_LETTERS;
  const { data } = useQuery(
    trpc.products.suggest.queryOptions(
      { q, limit: OF_EACH, ...reading },
      { enabled: wanted && long, staleTime: STALE_MS, placeholderData: keepPreviousData },
    ),
  );
  const found = long && words.trim() !== "" ? data : undefined;
  return { suggestions: suggestionsOf(found), correctedTo: found?.searched_for ?? null };
}

function suggestionsOf(data: Suggestions | undefined): readonly Suggestion[] {
  if (data === undefined) return [];
  const shelves = data.categories.map(({ slug, name }) => ({
    kind: "category" as const,
    slug,
    label: name,
    product: null,
  }));
  const things = data.products.map((product) => ({
    kind: "product" as const,
    slug: product.slug,
    label: product.title,
    product,
  }));
  return [...shelves, ...things];
}
