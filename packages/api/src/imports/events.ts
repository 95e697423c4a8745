/** What the imports domain publishes. */
import type { DomainEvent } from "../kernel/events.ts";

export const importFinished = (jobId: string, status: "finished" | "failed" | "canceled") =>
  ({
    type: "import.finished",
    subjectId: jobId,
    payload: { import_id: jobId, status },
  }) satisfies DomainEvent;
