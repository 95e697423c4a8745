/** What the media domain publishes. */
import type { DomainEvent } from "../kernel/events.ts";

export const ASSET_DELETED = "asset.deleted";

/** The row is gone; the files go when this is handled. */
export const assetDeleted = (asset: { id: string; storageKey: string }) =>
  ({
    type: ASSET_DELETED,
    subjectId: asset.id,
    payload: { storage_key: asset.storageKey },
  }) satisfies DomainEvent;
