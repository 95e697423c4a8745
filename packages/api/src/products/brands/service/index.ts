/** Brands, for shoppers and for staff. */
export { create, remove, update } from "./manage.ts";
export { get, getAny, list, listAll } from "./read.ts";
