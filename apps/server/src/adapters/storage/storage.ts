/** The storage that the settings name. */
import type { Storage } from "@souk/api";
import type { Config } from "../../config.ts";
import type { Logger } from "../../log.ts";
import { diskStorage } from "./disk.ts";

/** The SDK of S3 is large: it is loaded where it is used. */
export async function storageOf({ storage }: Config, log: Logger): Promise<Storage> {
  if (storage.kind === "disk") return diskStorage(storage.folder, log);
  const { s3Storage } = await import("./s3.ts");
  return s3Storage(storage, log);
}
