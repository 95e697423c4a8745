/** Collections: shown to shoppers, made by staff. */
export { create, getForStaff, listAll, remove, update } from "./manage.ts";
export { addProducts, listProducts, orderProducts, removeProduct, setProducts } from "./picked.ts";
export { get, list } from "./read.ts";
export { preview } from "./rules.ts";
