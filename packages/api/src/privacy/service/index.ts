/** What the store holds of a person: handing it out, and making it go. */
export { eraseMe, erasePerson } from "./erase.ts";
export { exportMine, exportPerson } from "./export.ts";
