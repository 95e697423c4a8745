/** Wishes to hear when something is back. */
export { tellAppeared } from "./appeared.ts";
export { exportAlerts, forgetAlerts, sweepAlerts } from "./privacy.ts";
export { type ShownVariant, shown } from "./shown.ts";
export { listMine, removeMine, subscribe, unsubscribe } from "./subscribe.ts";
export { markTold, type Waiting, waitedForOf, waitingFor } from "./waiting.ts";
export { waitingCount, wanted } from "./wanted.ts";
