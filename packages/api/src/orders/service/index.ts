/** Orders: placing them, and showing them to whom they belong. */
export { finishPending, place } from "./place.ts";
export { forMail, get, list, lookUp } from "./read.ts";
