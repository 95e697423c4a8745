/** Product types and typed attributes: what there is, and what products have of it. */
export {
  allAttributes,
  createAttribute,
  deleteAttribute,
  listAttributes,
  updateAttribute,
} from "./attributes.ts";
export { create, ensure, exists, get, list, remove, update } from "./product-types.ts";
export { saveAttributes } from "./values.ts";
