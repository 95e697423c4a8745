/** Products from files and into files. */
export { type ExportFormat, exportFormats, exportProducts } from "./export.ts";
export { type ImportFormat, type ImportOptions, importFile } from "./import-file.ts";
export type { Intake, RowProblem } from "./intake.ts";
