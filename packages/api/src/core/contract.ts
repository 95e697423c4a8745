/** What the service says of itself. */
import * as z from "zod";
import { Timestamp } from "../kernel/contract.ts";

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
