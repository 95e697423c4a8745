/** The procedures of a router as the two faces need them: name, kind, schemas, metadata. */
import type { ProcedureMeta } from "@souk/api";
import type { AnyTRPCRouter } from "@trpc/server";
import type * as z from "zod";

export interface ProcedureInfo {
  /** Dotted, such as `orders.place`. */
  readonly name: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly inputs: readonly z.core.$ZodType[];
  readonly meta: ProcedureMeta;
}

interface Definition {
  readonly type: ProcedureInfo["type"];
  readonly inputs: readonly z.core.$ZodType[];
  readonly meta?: ProcedureMeta;
}

export function proceduresOf(router: AnyTRPCRouter): readonly ProcedureInfo[] {
  const all = router._def.procedures as unknown as Record<string, { readonly _def: Definition }>;
  return Object.entries(all).map(
    ([
      name,
      {
        _def: { type, inputs, meta },
      },
    ]) => ({
      name,
      type,
      inputs,
      meta: meta ?? {},
    }),
  );
}
