/** What dry runs of this visit read, so that the same file can be imported without choosing it again. */
import type { StartImportInput } from "@souk/client/contracts/imports";

type Source = Pick<StartImportInput, "asset_id" | "format" | "mapping">;

const sources = new Map<string, Source>();

export const keepSource = (importId: string, source: Source): void => {
  sources.set(importId, source);
};

export const sourceOf = (importId: string): Source | undefined => sources.get(importId);
