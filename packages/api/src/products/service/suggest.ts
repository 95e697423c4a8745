/** What somebody may be typing towards: products and categories, for a box that completes. */
import type { Context } from "../../kernel/context.ts";
import { normalise } from "../../search/service/index.ts";
import type { SuggestInput, Suggestions } from "../contract.ts";
import { allCategories } from "./categories.ts";
import { list } from "./list.ts";

export async function suggest(
  ctx: Context,
  { q, limit, currency }: SuggestInput,
): Promise<Suggestions> {
  const { items, searched_for } = await list(ctx, { q, limit, currency });
  const words = normalise(searched_for ?? q).split(" ");
  const categories = (await allCategories(ctx)).filter(({ name }) => begins(words, name));
  return {
    products: items.map(({ slug, title, vendor, price, picture }) => ({
      ...{ slug, title, vendor, price, picture },
    })),
    categories: categories.slice(0, limit).map(({ slug, name }) => ({ slug, name })),
    searched_for,
  };
}

/** Every word begins one of the name's. */
function begins(words: readonly string[], name: string): boolean {
  const named = normalise(name).split(" ");
  return words.every((word) => word !== "" && named.some((other) => other.startsWith(word)));
}
