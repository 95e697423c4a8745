/** Units set aside for a while. */
export { hold, releaseExpired, releaseHold } from "./hold.ts";
export { listHolds } from "./list.ts";
