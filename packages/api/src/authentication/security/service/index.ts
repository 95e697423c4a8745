/** What staff sees of sign-ins and sessions, and what it does about them. */
export { listAttempts } from "./attempts.ts";
export { listLocks, unlock } from "./locks.ts";
export { overview } from "./overview.ts";
export { policy, updatePolicy } from "./policy.ts";
export { endSession, endSessionsOfUser, listSessions } from "./sessions.ts";
export { disableUser, enableUser } from "./users.ts";
