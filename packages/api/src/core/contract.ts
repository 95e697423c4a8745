/** What the service says of itself: its health and its audit trail. */
import * as z from "zod";
import { Id, PageInput, pageOf, Timestamp } from "../kernel/contract.ts";

export const Health = z
  .object({
    status: z.enum(["healthy", "unhealthy"]),
    database: z.object({
      status: z.enum(["connected", "disconnected"]),
      engine: z.enum(["sqlite", "postgres"]),
      latency_ms: z.number().nullable().describe("Time of one trivial query"),
    }),
    timestamp: Timestamp,
    version: z.string(),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

export const AuditEntry = z
  .object({
    id: Id,
    position: z.int().nullable().describe("Null for a moment, until it is sealed"),
    action: z.string().describe("Such as `sign_in.failed` or `role.granted`"),
    actor: z.object({
      kind: z.enum(["anonymous", "user", "api_key", "system"]),
      id: z.string().nullable(),
      label: z.string().nullable().describe("A mail address or a key's name, while it exists"),
    }),
    subject: z.object({ type: z.string(), id: z.string() }).nullable(),
    details: z.record(z.string(), z.unknown()),
    personal: z
      .record(z.string(), z.string())
      .nullable()
      .describe("Address, device and the like; null once erased"),
    request_id: z.string(),
    occurred_at: Timestamp,
    hash: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const ListAuditInput = z.strictObject({
  ...PageInput.shape,
  action: z.string().max(60).optional().describe("One action, or a family such as `sign_in`"),
  actor_id: z.string().max(60).optional(),
  subject_id: z.string().max(100).optional(),
  since: Timestamp.optional(),
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export const AuditPage = pageOf(AuditEntry);
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditVerdict = z
  .object({
    ok: z.boolean(),
    entries: z.int().describe("Sealed entries that were looked at"),
    head: z.string().describe("The last hash: kept elsewhere, it proves that nothing was cut off"),
    problems: z.array(z.object({ position: z.int(), problem: z.string() })),
  })
  .meta({ id: "AuditVerdict" });
export type AuditVerdict = z.infer<typeof AuditVerdict>;
