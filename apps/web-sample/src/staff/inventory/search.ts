/** What the addresses of the stock pages carry. */
import { judged, type RawSearch, textOf } from "../../shell/search-params.ts";
import { oneOf } from "../search.ts";

export const stockStates = ["low", "out", "preorder", "backorder"] as const;
export const transferStatuses = ["draft", "sent", "received", "canceled"] as const;

export interface StockSearch {
  readonly q?: string;
  readonly state?: (typeof stockStates)[number];
  readonly location?: string;
}

export const readStockSearch = ({ q, state, location }: RawSearch): StockSearch =>
  judged({ q: textOf(q), state: oneOf(stockStates, state), location: textOf(location) });

export interface TransfersSearch {
  readonly status?: (typeof transferStatuses)[number];
}

export const readTransfersSearch = ({ status }: RawSearch): TransfersSearch =>
  judged({ status: oneOf(transferStatuses, status) });
