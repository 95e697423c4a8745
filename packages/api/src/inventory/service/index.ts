/** Stock: counting it, holding it for a payment, selling it, and all that explains its numbers. */
export {
  markTold,
  type ShownVariant,
  shown,
  sweepAlerts,
  tellAppeared,
  type Waiting,
  waitedForOf,
  waitingFor,
} from "../alerts/service/index.ts";
export { componentsOf, inBundles } from "../bundles/components.ts";
export { listBundles, removeBundle, setBundle } from "../bundles/service.ts";
export { BACK_IN_STOCK } from "../events.ts";
export { releaseExpired } from "../holds/service/index.ts";
export { createLocation, listLocations, updateLocation } from "../locations/service.ts";
export { refreshAvailability } from "./availability.ts";
export { batch } from "./batch.ts";
export { deallocateUnits, paymentOf, returnUnits, shipUnits } from "./by-order.ts";
export { adjust, count, receive } from "./changes.ts";
export { type Count, setOnHand } from "./levels.ts";
export { levelsOfVariant, listLevels } from "./list-levels.ts";
export { listMovements } from "./movements.ts";
export type { ReserveLine } from "./parts.ts";
export { defaultPlace, type Place, placesByCode } from "./places.ts";
export { exportPerson, forgetPerson } from "./privacy.ts";
export { allocate, release, reserve } from "./reservations.ts";
export { putBack } from "./returns.ts";
export { deallocate, ship } from "./shipping.ts";
export { setVariantTerms, updateLevel, updateVariantStock, variantStock } from "./variant-stock.ts";
export { verdict, verify } from "./verify.ts";
