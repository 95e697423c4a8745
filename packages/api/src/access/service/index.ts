/** Who may do what: roles, the staff who hold them, and keys for programs. */
export { KEY_CALLS_A_MINUTE, KEY_PREFIX, useKey } from "./key-use.ts";
export { type Standing, standingOf } from "./standing.ts";
