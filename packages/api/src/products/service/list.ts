/** Product lists: their pages, one statement for translations, one for excerpts. */
import type { Context } from "../../kernel/context.ts";
import * as prices from "../../prices/service/index.ts";
import type * as search from "../../search/service/index.ts";
import type { ListProductsInput, ProductPage, ProductSummary } from "../contract.ts";
import { type Translate, translateFor } from "../translations/service/translate.ts";
import { filtered } from "./filtered-lists.ts";
import { withHighlights } from "./highlights.ts";
import { currencyOf } from "./listed-prices.ts";
import { isPlain, plain } from "./plain-lists.ts";
import { cursorAfter } from "./sorts.ts";
import { summaryOf } from "./summaries.ts";

/**
 * Throws `category_not_found`, `collection_not_found`, `attribute_unknown`, `attribute_value_invalid`,
 * `currency_unknown`, and `cursor_invalid` for a cursor of another order.
 */
export async function list(ctx: Context, input: ListProductsInput): Promise<ProductPage> {
  const { items, asked, translate, ...page } = await found(ctx, input);
  return { items: await withHighlights(ctx, items, asked, translate), ...page };
}

interface Found extends Omit<ProductPage, "items"> {
  readonly items: readonly ProductSummary[];
  /** How the words to search for were understood; null without any. */
  readonly asked: search.Understood | null;
  readonly translate: Translate;
}

/** What `list` answers, but for where the words stand in it. */
export async function found(ctx: Context, input: ListProductsInput): Promise<Found> {
  const { limit } = input;
  const currency = currencyOf(ctx, input.currency);
  const { rows, sort, asked } = await (isPlain(ctx, input)
    ? plain(ctx, input)
    : filtered(ctx, input));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  const translate = await translateFor(ctx, input.locale, { ids });
  const own = await prices.groupPricesOf(ctx, ids, currency);
  return {
    items: shown.map((row) => summaryOf({ ...row, ...own.get(row.id) }, currency, translate)),
    asked,
    translate,
    next_cursor: rows.length > limit && last !== undefined ? cursorAfter(sort, last) : null,
    searched_for: rows.length > 0 ? (asked?.corrected ?? null) : null,
    match: asked?.every === false ? "some" : "all",
  };
}
