/** The front door of @souk/api. Browsers may take types from here, and values from the contracts. */
export * as access from "./access/service/index.ts";
export * as authentication from "./authentication/service/index.ts";
export * as carts from "./cart/service/index.ts";
export * as imports from "./imports/service/index.ts";
export * as inventory from "./inventory/service/index.ts";
export { type AuditVerdict, sealAudit, sweepAudit, verifyAudit } from "./kernel/audit-log.ts";
export { canonicalJson } from "./kernel/canonical-json.ts";
export type {
  Actor,
  Context,
  Customer,
  LimitStanding,
  Ports,
  RequestInfo,
  SessionCookie,
  StoreInfo,
} from "./kernel/context.ts";
export { DomainError, type ErrorKind, type FieldErrors } from "./kernel/errors.ts";
export {
  type ConsumeOptions,
  type Consumer,
  consume,
  type LoggedEvent,
  sequence,
} from "./kernel/event-log.ts";
export { sweep as sweepIdempotencyRecords } from "./kernel/idempotency.ts";
export { isServed, servedLocale } from "./kernel/locale.ts";
export {
  type BuiltInRole,
  builtInRoles,
  impliedBy,
  isPermission,
  type Permission,
  permissionCatalogue,
  permissions,
  withImplied,
} from "./kernel/permissions.ts";
export type { ProcedureMeta } from "./kernel/rest.ts";
export { type PublicError, publicError, transportError } from "./kernel/trpc.ts";
export * as media from "./media/service/index.ts";
export * as notifications from "./notifications/service/index.ts";
export * as orders from "./orders/service/index.ts";
export { createTestGateway, TEST_GATEWAY } from "./payments/test-gateway.ts";
export {
  type Images,
  type PictureFacts,
  type PictureType,
  pictureTypes,
  type RenderedPicture,
  type RenderSizes,
} from "./ports/images.ts";
export type { Mail, Mailer } from "./ports/mailer.ts";
export type { ChargeOutcome, ChargeRequest, PaymentGateway } from "./ports/payment-gateway.ts";
export type { IndexedProduct, SearchEngine, SearchHit } from "./ports/search-engine.ts";
export type { KeyRing, SecretKey, Secrets } from "./ports/secrets.ts";
export {
  assertStorageKey,
  type Storage,
  type StoredFile,
  storageDown,
} from "./ports/storage.ts";
export * as prices from "./prices/service/index.ts";
export * as categories from "./products/categories/service/index.ts";
export * as collections from "./products/collections/service/index.ts";
export * as products from "./products/service/index.ts";
export * as translations from "./products/translations/service/index.ts";
export * as productTypes from "./products/types/service/index.ts";
export * as reviews from "./reviews/service/index.ts";
export { type AppRouter, appRouter } from "./router.ts";
export * as search from "./search/service/index.ts";
export * as shipping from "./shipping/service.ts";
export * as stores from "./stores/service.ts";
export * as users from "./users/service/index.ts";
