/** Every table, for services to query. The definitions behind them serve migrations only. */
export {
  addresses,
  addressTypes,
  emailVerifications,
  limitedActions,
  loginAttempts,
  passwordResets,
  refreshTokens,
  sessions,
  users,
} from "./accounts.ts";
export {
  categories,
  media,
  type ProductOptionRow,
  prices,
  products,
  productTags,
  variants,
} from "./catalog.ts";
export { stockLevels, stockLocations, stockMovements, stockReservations } from "./inventory.ts";
export { eventCursors, events, idempotencyRecords } from "./kernel.ts";
export { paymentEvents, payments, testGatewayCharges } from "./payments.ts";
export {
  type AddressCopy,
  cartLines,
  carts,
  orderLines,
  orders,
  shippingMethods,
} from "./sales.ts";
export { storeCounters, stores } from "./stores.ts";
