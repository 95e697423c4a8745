/** The service's own state on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { openProcedure, router, staffProcedure } from "../kernel/trpc.ts";
import { AuditPage, AuditVerdict, Health, ListAuditInput } from "./contract.ts";
import * as core from "./service/index.ts";

export const coreRouter = router({
  health: openProcedure
    .meta(rest("GET /health/", "core", "API status, database connectivity, time and version"))
    .input(NoInput)
    .output(Health)
    .query(({ ctx }) => core.health(ctx)),

  audit: staffProcedure("audit:read")
    .meta(rest("GET /v1/admin/audit/", "core", "List the audit trail, newest first"))
    .input(ListAuditInput)
    .output(AuditPage)
    .query(({ ctx, input }) => core.listAudit(ctx, input)),

  verifyAudit: staffProcedure("audit:read")
    .meta(
      rest(
        "GET /v1/admin/audit/verify/",
        "core",
        "Prove that the audit trail is as it was written",
        {
          description:
            "Walks all sealed entries. Keep `head` elsewhere: `souk audit verify --expect HASH` " +
            "proves later that nothing was cut off.",
        },
      ),
    )
    .input(NoInput)
    .output(AuditVerdict)
    .query(({ ctx }) => core.verdict(ctx)),
});
