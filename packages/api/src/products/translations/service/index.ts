/** Texts of the catalogue in other languages. */
export { list, remove, save } from "./manage.ts";
