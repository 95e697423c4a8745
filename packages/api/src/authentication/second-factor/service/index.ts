/** Second factors: authenticator app and recovery codes. */
export { hasPasskey, hasSecondFactor, hasTotp } from "./factors.ts";
export { replaceRecoveryCodes } from "./recovery-codes.ts";
export { status } from "./status.ts";
export { confirmTotp, disableTotp, setUpTotp } from "./totp.ts";
