/** Asks the server to check the chain of the audit trail, and shows its verdict. */
import type { AuditVerdict } from "@souk/client/contracts/core";
import { useSouk } from "@souk/client/react";
import { useMutation } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Panel } from "../ui/panel.tsx";

function Verdict({ verdict }: { readonly verdict: AuditVerdict }): ReactNode {
  const { ok, entries, head, problems } = verdict;
  return (
    <div className="grid gap-4">
      <Notice
        tone={ok ? "success" : "alarm"}
        title={ok ? "The chain is unbroken" : "The chain is broken"}
      >
        <p>{entries === 1 ? "1 entry was checked." : `${entries} entries were checked.`}</p>
        {problems.length > 0 && (
          <ul className="mt-2 list-disc pl-5">
            {problems.map(({ position, problem }) => (
              <li key={`${position} ${problem}`}>
                #{position}: {problem}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <div>
        <p className="text-sm font-semibold">Head of the chain</p>
        <p className="text-sm text-ink-soft">
          Kept elsewhere, it proves later that nothing was cut off.
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <code className="min-w-0 text-sm break-all">{head}</code>
          <CopyButton text={head} />
        </div>
      </div>
    </div>
  );
}

export function Verification(): ReactNode {
  const souk = useSouk();
  const check = useMutation({ mutationFn: () => souk.core.verifyAudit.query() });
  return (
    <Panel
      title="Is it whole?"
      intro="Recomputes every hash from the first entry to the last"
      actions={
        <CompactButton look="primary" pending={check.isPending} onClick={() => check.mutate()}>
          <Link2 aria-hidden className="size-4" />
          Verify the chain
        </CompactButton>
      }
    >
      {check.isError && (
        <Notice tone="alarm">
          <p>{explainFault(check.error)}</p>
        </Notice>
      )}
      {check.data && <Verdict verdict={check.data} />}
    </Panel>
  );
}
