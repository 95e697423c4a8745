/** What the address of the price history carries. */
import { judged, type RawSearch, textOf } from "../../shell/search-params.ts";

export interface HistorySearch {
  /** By its id; its variants are offered. */
  readonly product?: string;
  readonly variant?: string;
  readonly currency?: string;
}

export const readHistorySearch = ({ product, variant, currency }: RawSearch): HistorySearch =>
  judged({ product: textOf(product), variant: textOf(variant), currency: textOf(currency) });
