/** The state of the service: is the database there, and how fast does it answer. */
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Health } from "../contract.ts";

/** Answers `unhealthy` instead of throwing: a load balancer wants to know, not to see an error. */
export async function health(ctx: Context): Promise<Health> {
  const start = performance.now();
  const latency = await ctx.db.execute(sql`select 1 as alive`).then(
    () => Math.round((performance.now() - start) * 100) / 100,
    () => null,
  );
  return {
    status: latency === null ? "unhealthy" : "healthy",
    database: {
      status: latency === null ? "disconnected" : "connected",
      engine: ctx.db.engine,
      latency_ms: latency,
    },
    timestamp: ctx.now().toISOString(),
    version: ctx.ports.version,
  };
}
