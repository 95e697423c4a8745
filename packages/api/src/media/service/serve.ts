/** What anybody may fetch from the storage: sizes of pictures, and nothing else that lies there. */
import type { Storage, StoredFile } from "../../ports/storage.ts";
import { isPictureKey, STORED_TYPE } from "../sizes.ts";

export interface PublicFile extends StoredFile {
  readonly contentType: string;
}

export async function publicFile(storage: Storage, key: string): Promise<PublicFile | null> {
  if (!isPictureKey(key)) return null;
  const file = await storage.get(key);
  return file === null ? null : { ...file, contentType: STORED_TYPE };
}
