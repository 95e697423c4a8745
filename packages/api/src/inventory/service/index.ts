/** Stock: counting it, holding it for a payment, selling it. */
export { defaultLocation, type SetOnHandInput, setOnHand } from "./levels.ts";
export { allocate, type ReserveLine, release, reserve } from "./reservations.ts";
