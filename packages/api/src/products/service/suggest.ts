/** What somebody may be typing towards: products and categories, for a box that completes. */
import type { Context } from "../../kernel/context.ts";
import { normalise } from "../../search/service/index.ts";
import type { SuggestInput, Suggestions } from "../contract.ts";
import { translateFor } from "../translations/service/translate.ts";
import { allCategories, linksOf } from "./categories.ts";
import { found } from "./list.ts";

/** Nothing where there are no words to go by. */
export async function suggest(ctx: Context, input: SuggestInput): Promise<Suggestions> {
  const { q, limit, locale, currency } = input;
  if (normalise(q) === "") return { products: [], categories: [], searched_for: null };
  const { items, searched_for } = await found(ctx, { q, limit, locale, currency });
  const words = normalise(searched_for ?? q).split(" ");
  const translate = await translateFor(ctx, locale, { kinds: ["category"] });
  const categories = linksOf(await allCategories(ctx), translate).filter(({ name }) =>
    begins(words, name),
  );
  return {
    products: items.map(({ slug, title, vendor, price, picture }) => ({
      ...{ slug, title, vendor, price, picture },
    })),
    categories: categories.slice(0, limit),
    searched_for,
  };
}

/** Every word begins one of the name's. */
function begins(words: readonly string[], name: string): boolean {
  const named = normalise(name).split(" ");
  return words.every((word) => word !== "" && named.some((other) => other.startsWith(word)));
}
