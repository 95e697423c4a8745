/** Products from files and into files. */
export { exportPart, exportProducts } from "./export.ts";
export { upload } from "./files.ts";
export { type ImportFormat, type ImportOptions, importFile } from "./import-file.ts";
export type { Intake, RowProblem } from "./intake.ts";
export { cancel, get, list, problems, resume, start } from "./jobs.ts";
export { exportPerson, forgetStarter } from "./privacy.ts";
export { runNext } from "./run.ts";
export { IMPORTS_KEPT_DAYS, sweep } from "./sweep.ts";
