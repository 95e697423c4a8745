/** Every table, for services to query. The definitions behind them serve migrations only. */
export { apiKeys, auditEntries, roleGrants, roles } from "./access.ts";
export { addresses, addressTypes, users } from "./accounts.ts";
export { assetPurposes, assets } from "./assets.ts";
export { attributeValues } from "./attribute-values.ts";
export { attributes, attributeTypes, brands, productTypes } from "./attributes.ts";
export { cacheVersions } from "./cache.ts";
export {
  media,
  type ProductOptionRow,
  productRelations,
  products,
  productTags,
  relationKinds,
} from "./catalog.ts";
export {
  type CollectionRuleRow,
  categories,
  collectionKinds,
  collectionSorts,
  collections,
  formerSlugs,
  slugKinds,
  translatableKinds,
  translations,
} from "./categories.ts";
export { collectionProducts } from "./collection-products.ts";
export { consentPurposes, consents } from "./consents.ts";
export { customerGroupMembers, customerGroups } from "./customer-groups.ts";
export { challenges, passkeys, recoveryCodes, totpFactors } from "./factors.ts";
export { importFormats, importJobs, importProblems, importStatuses } from "./imports.ts";
export {
  bundleComponents,
  reservedParts,
  stockAlerts,
  stockLevels,
  stockLocations,
  stockMovements,
  stockMovementTypes,
  stockReservations,
} from "./inventory.ts";
export { eventCursors, events, idempotencyRecords } from "./kernel.ts";
export { paymentEvents, payments, testGatewayCharges } from "./payments.ts";
export { priceHistory, priceListEntries, priceLists, prices, productPrices } from "./prices.ts";
export {
  emailChanges,
  emailVerifications,
  type PendingRegistration,
  passwordResets,
  usernameReservations,
} from "./proofs.ts";
export {
  rejectionReasons,
  reportReasons,
  reviewPictures,
  reviewReports,
  reviewStatuses,
  reviews,
  reviewVotes,
} from "./reviews.ts";
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
export { stockTransferLines, stockTransfers, transferStatuses } from "./transfers.ts";
export { variants } from "./variants.ts";
