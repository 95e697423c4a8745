/** What the service says of itself: its health and its audit trail. */
export { listAudit, verdict } from "./audit.ts";
export { health } from "./health.ts";
