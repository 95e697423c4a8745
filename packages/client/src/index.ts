/** The front door of the typed client, for browsers and Node. React has its own beside it. */
export {
  createSoukClient,
  newIdempotencyKey,
  type SoukApi,
  type SoukClient,
  type SoukClientOptions,
  withIdempotencyKey,
} from "./client.ts";
export {
  errorReason,
  errorStatus,
  fieldErrors,
  isSignInRequired,
  isSoukError,
  retryAfterSeconds,
  type SoukError,
  type SoukErrorData,
} from "./errors.ts";
export {
  currencyExponent,
  formatMoney,
  type MoneyLike,
  toDecimalString,
  toMinorUnits,
} from "./money.ts";
export { type ClientStorage, memoryStorage } from "./storage.ts";
export { type UploadProgress, withUploadProgress } from "./upload-progress.ts";
export { type FieldErrors, type Validation, validate } from "./validate.ts";
