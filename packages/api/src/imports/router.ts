/** Imports and exports on the wire. */
import { rest } from "../kernel/rest.ts";
import { router, staffProcedure } from "../kernel/trpc.ts";
import {
  ExportInput,
  FilePart,
  ImportFile,
  ImportJob,
  ImportPage,
  ImportProblemPage,
  ImportProblemsInput,
  ImportRef,
  ListImportsInput,
  MAX_IMPORT_BYTES,
  StartImportInput,
  UploadImportInput,
} from "./contract.ts";
import * as imports from "./service/index.ts";

const TAG = "imports";

export const importsRouter = router({
  upload: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/import-files/", TAG, "Upload a file of products", {
        successStatus: 201,
        upload: { maxBytes: MAX_IMPORT_BYTES },
        description: "It is forgotten after a day, unless an import was started of it by then.",
      }),
    )
    .input(UploadImportInput)
    .output(ImportFile)
    .mutation(({ ctx, input }) => imports.upload(ctx, input)),

  start: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/imports/", TAG, "Import an uploaded file", {
        successStatus: 201,
        description:
          "It is worked off in the background: ask for it again to see how far it is. One that may set stock needs `inventory:write` too, and one with reviews `reviews:write`.",
      }),
    )
    .input(StartImportInput)
    .output(ImportJob)
    .mutation(({ ctx, input }) => imports.start(ctx, input)),

  list: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/imports/", TAG, "List imports, newest first"))
    .input(ListImportsInput)
    .output(ImportPage)
    .query(({ ctx, input }) => imports.list(ctx, input)),

  get: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/imports/{id}/", TAG, "See how far an import is"))
    .input(ImportRef)
    .output(ImportJob)
    .query(({ ctx, input }) => imports.get(ctx, input)),

  problems: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/imports/{id}/problems/", TAG, "What is wrong, by row and column"))
    .input(ImportProblemsInput)
    .output(ImportProblemPage)
    .query(({ ctx, input }) => imports.problems(ctx, input)),

  cancel: staffProcedure("products:write")
    .meta(rest("POST /v1/admin/imports/{id}/cancel/", TAG, "Stop an import; what is in stays"))
    .input(ImportRef)
    .output(ImportJob)
    .mutation(({ ctx, input }) => imports.cancel(ctx, input)),

  resume: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/imports/{id}/resume/", TAG, "Go on with an import that has stopped", {
        description: "One that was canceled or failed goes on behind its last finished record.",
      }),
    )
    .input(ImportRef)
    .output(ImportJob)
    .mutation(({ ctx, input }) => imports.resume(ctx, input)),

  export: staffProcedure("products:read")
    .meta(
      rest("GET /v1/admin/product-export/", TAG, "All products as a file", {
        file: { shopify_csv: "text/csv", jsonl: "application/x-ndjson" },
        description: "REST answers the whole file. By tRPC it comes in parts, one a call.",
      }),
    )
    .input(ExportInput)
    .output(FilePart)
    .query(({ ctx, input }) => imports.exportPart(ctx, input)),
});
