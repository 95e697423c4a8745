/** Accounts: opening one, proving its address, signing in and out, and who calls. */
export { hashPassword } from "../credentials/passwords.ts";
export { actorOf, type Credentials } from "./actor.ts";
export { changePassword } from "./change-password.ts";
export { currentSession } from "./current-session.ts";
export { login, startBrowserSession } from "./login.ts";
export { listLoginAttempts } from "./login-attempts.ts";
export { endBrowserSession, logout } from "./logout.ts";
export { endDeviceSession, endOtherSessions, listSessions } from "./own-sessions.ts";
export { passwordResetForMail } from "./password-resets.ts";
export { refresh } from "./refresh.ts";
export { register } from "./register.ts";
export { forgotPassword, resetPassword } from "./reset-password.ts";
export { sweep } from "./sweep.ts";
export { verificationForMail } from "./verifications.ts";
export { resendVerification, verifyEmail, verifyEmailInBrowser } from "./verify.ts";
