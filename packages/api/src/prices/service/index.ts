/** What things cost: base prices with their history, price lists, and which of them holds. */
export {
  comparedWith,
  type PriceStep,
  publicPriceOf,
  stepsOf,
  type UnitPrice,
  unitPriceOf,
} from "../resolution.ts";
export { applyDue } from "./apply-lists.ts";
export { listEntries, setEntries } from "./entries.ts";
export { groupPricesOf } from "./group-prices.ts";
export { history } from "./history.ts";
export {
  createPriceList,
  deletePriceList,
  getPriceList,
  listPriceLists,
  updatePriceList,
} from "./lists.ts";
export { lowestBefore } from "./lowest.ts";
export { offersFor, type PricedLine, priced, type Shopper, shopperOf } from "./offers.ts";
export { exportPerson, forgetSetter } from "./privacy.ts";
export { type PriceEntry, setPrices } from "./set-prices.ts";
export { isPricedIn } from "./summaries.ts";
