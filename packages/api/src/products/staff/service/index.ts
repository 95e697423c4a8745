/** Products as staff keeps them. */
export { remove, restore } from "./bin.ts";
export { bulk } from "./bulk.ts";
export { duplicate } from "./duplicate.ts";
export { list } from "./list.ts";
export { variantMatrix } from "./matrix.ts";
export { create, update } from "./save.ts";
export { setStatus } from "./status.ts";
export { get } from "./view.ts";
