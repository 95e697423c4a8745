/** Imports, in words. */
import type { ExportFormat, ImportFormat, ImportJob } from "@souk/client/contracts/imports";
import type { Tone } from "../ui/badge.tsx";

export const formatWords: Readonly<Record<ImportFormat, string>> = {
  shopify_csv: "Shopify CSV",
  jsonl: "JSON Lines",
  mapped_json: "Other JSON, by a mapping",
};

export const exports: Readonly<
  Record<ExportFormat, { readonly file: string; readonly type: string }>
> = {
  shopify_csv: { file: "products.csv", type: "text/csv" },
  jsonl: { file: "products.jsonl", type: "application/x-ndjson" },
};

type Status = ImportJob["status"];

export const statusWords: Readonly<Record<Status, string>> = {
  queued: "Waiting its turn",
  running: "Running",
  finished: "Finished",
  failed: "Failed",
  canceled: "Canceled",
};

export const statusTones: Readonly<Record<Status, Tone>> = {
  queued: "waiting",
  running: "waiting",
  finished: "good",
  failed: "bad",
  canceled: "plain",
};

export const isUnderWay = ({ status }: ImportJob): boolean =>
  status === "queued" || status === "running";

export const noRowText = ({ is_dry_run }: ImportJob): string =>
  is_dry_run ? "No row would be taken" : "No row was taken";

/** It came to its end, and nothing of the file is in. */
export const isAllRefused = ({ status, processed, refused }: ImportJob): boolean =>
  status === "finished" && refused > 0 && refused >= processed;
