/** The tree of categories, as staff builds it. */
export { create, list, move, reorder, update } from "./manage.ts";
export { remove } from "./remove.ts";
