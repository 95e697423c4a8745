/** What the audit trail holds, for tests of the acts that it must tell of. */
import { auditEntries } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { AuditAction } from "../kernel/audit.ts";
import type { Shop } from "./index.ts";

export interface Traces {
  readonly action: AuditAction;
  /** What it was done to. */
  readonly subjectId?: string;
}

/** In the order in which they were written. */
export const actsOf = async (shop: Shop, { action, subjectId }: Traces) =>
  await shop.test.database.system
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.storeId, shop.store.id),
        eq(auditEntries.action, action),
        subjectId === undefined ? undefined : eq(auditEntries.subjectId, subjectId),
      ),
    )
    .orderBy(asc(auditEntries.id));
