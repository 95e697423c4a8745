/** What the search domain publishes, where there is a search engine that follows. */
import type { DomainEvent } from "../kernel/events.ts";

export const DOCUMENT_CHANGED = "search.document_changed";

/** What the product is found by is another than before, or is gone. */
export const documentChanged = (productId: string) =>
  ({
    type: DOCUMENT_CHANGED,
    subjectId: productId,
    payload: { product_id: productId },
  }) satisfies DomainEvent;
