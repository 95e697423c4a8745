export { list } from "./list.ts";
export { create, update } from "./save.ts";
export { get } from "./view.ts";
