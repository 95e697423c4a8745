/** Orders: placing them, and showing them to whom they belong. */
export { claim, claimable } from "./claim.ts";
export { finishPending, place } from "./place.ts";
export { ERASED_EMAIL, exportPerson, forgetBuyer } from "./privacy.ts";
export { forMail, get, list, lookUp } from "./read.ts";
export { getAny, listAll } from "./staff.ts";
