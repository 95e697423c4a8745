/** Every table, for services to query. The definitions behind them serve migrations only. */
export { apiKeys, auditEntries, roleGrants, roles } from "./access.ts";
export { addresses, addressTypes, users } from "./accounts.ts";
export {
  categories,
  media,
  type ProductOptionRow,
  prices,
  products,
  productTags,
  variants,
} from "./catalog.ts";
export { consentPurposes, consents } from "./consents.ts";
export { challenges, passkeys, recoveryCodes, totpFactors } from "./factors.ts";
export { stockLevels, stockLocations, stockMovements, stockReservations } from "./inventory.ts";
export { eventCursors, events, idempotencyRecords } from "./kernel.ts";
export { paymentEvents, payments, testGatewayCharges } from "./payments.ts";
export {
  emailChanges,
  emailVerifications,
  type PendingRegistration,
  passwordResets,
  usernameReservations,
} from "./proofs.ts";
export {
  type AddressCopy,
  cartLines,
  carts,
  orderLines,
  orders,
  shippingMethods,
} from "./sales.ts";
export { limitedActions, loginAttempts, refreshTokens, sessions } from "./sign-ins.ts";
export { storeCounters, stores } from "./stores.ts";
