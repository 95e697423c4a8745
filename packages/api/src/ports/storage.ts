/** Where files lie: a disk, or a service that speaks S3. Keys are ours, never anybody's file name. */
import { DomainError } from "../kernel/errors.ts";

export interface StoredFile {
  readonly size: number;
  /** To be read once, or destroyed: it may hold a connection. */
  readonly body: AsyncIterable<Uint8Array> & { destroy(): unknown };
}

/**
 * Each of these throws `storageDown()` when the storage does not do as it is asked; the adapter logs
 * why. A file that was put is there for every node from that moment on.
 */
export interface Storage {
  /** Replaces what lies under the key. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null: there is no such file. */
  get(key: string): Promise<StoredFile | null>;
  exists(key: string): Promise<boolean>;
  /** Also where nothing lies. */
  delete(key: string): Promise<void>;
}

export const storageDown = (): DomainError =>
  new DomainError(
    "unavailable",
    "storage_unavailable",
    "The file storage cannot be reached right now. Try again shortly.",
    { retryAfterSeconds: 5 },
  );

const KEY = /^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/;

/** Small letters, digits and single signs between them: no key leads out of a folder. */
export function assertStorageKey(key: string): void {
  if (!KEY.test(key) || key.length > 200) throw new Error(`not a storage key: ${key}`);
}
