/** One import: how far it is, what came of it, and what is wrong with the file. */
import type { ImportJob } from "@souk/client/contracts/imports";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Notice } from "../../ui/notice.tsx";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { useAct } from "../ui/use-act.ts";
import { JobState } from "./job-state.tsx";
import { Problems } from "./problems.tsx";
import { neededFor, useImportsChanged, useStart } from "./use-imports.ts";
import { formatWords, isAllRefused, isUnderWay, noRowText } from "./words.ts";

const POLL_MS = 1_000;

const route = getRouteApi("/staff/imports/$id");

interface JobProps {
  readonly job: ImportJob;
}

function Progress({ job }: JobProps): ReactNode {
  const { processed, total } = job;
  const isFinished = job.status === "finished";
  const look = isAllRefused(job) ? "bg-alarm" : isFinished ? "bg-leaf" : "bg-clay";
  const share = total ? Math.round((processed / total) * 100) : 0;
  return (
    <div className="mb-5">
      <div
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : processed}
        className="h-3 overflow-hidden rounded-full bg-paper-sunk"
      >
        <div style={{ width: `${isFinished ? 100 : share}%` }} className={`h-full ${look}`} />
      </div>
      <p className="tabular mt-1.5 text-sm text-ink-soft">
        {processed} of {total ?? "?"} records
      </p>
    </div>
  );
}

const results = [
  ["created", "New"],
  ["updated", "Changed"],
  ["unchanged", "As they were"],
  ["refused", "Refused"],
] as const;

function Results({ job }: JobProps): ReactNode {
  return (
    <Panel title={job.is_dry_run ? "What would come of it" : "What came of it"}>
      <Progress job={job} />
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {results.map(([name, label]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="tabular font-display text-2xl">{job[name]}</dd>
          </div>
        ))}
      </dl>
      {isAllRefused(job) && (
        <Notice tone="alarm" title={noRowText(job)} className="mt-5">
          <p>Everything in the file was refused. The problems below say why.</p>
        </Notice>
      )}
      {job.failure && (
        <Notice tone="alarm" title="It failed as a whole" className="mt-5">
          <p>{job.failure}</p>
        </Notice>
      )}
    </Panel>
  );
}

function Steps({ job }: JobProps): ReactNode {
  const souk = useSouk();
  const changed = useImportsChanged();
  const start = useStart();
  const cancel = useAct({
    run: (id: string) => souk.imports.cancel.mutate({ id }),
    say: () => "The import is stopped. What is in stays.",
    changed,
  });
  const resume = useAct({
    run: (id: string) => souk.imports.resume.mutate({ id }),
    say: () => "The import goes on.",
    changed,
  });
  const keep = useAct({ run: start, say: () => "The import is under way.", changed });
  if (isUnderWay(job)) {
    return (
      <CompactButton look="danger" pending={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
        Stop the import
      </CompactButton>
    );
  }
  if (job.status !== "finished") {
    return (
      <CompactButton
        look="primary"
        pending={resume.isPending}
        onClick={() => resume.mutate(job.id)}
      >
        Go on with the import
      </CompactButton>
    );
  }
  if (!job.is_dry_run || isAllRefused(job)) return null;
  const { asset_id, format, mapping } = job;
  return (
    <CompactButton
      look="primary"
      pending={keep.isPending}
      onClick={() =>
        keep.mutate({ asset_id, format, mapping: mapping ?? undefined, dry_run: false })
      }
    >
      Import it now
    </CompactButton>
  );
}

function Job({ job }: JobProps): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={job.file_name}
        windowTitle={`Import of ${job.file_name}`}
        intro={
          <>
            {formatWords[job.format]}
            {job.is_dry_run && ", a dry run"}, <Stamp at={job.created_at} />
          </>
        }
        badges={<JobState job={job} />}
        actions={neededFor(job.format, job.mapping).every(can) && <Steps job={job} />}
      />
      <div className="grid gap-5">
        <Results job={job} />
        <Problems job={job} />
      </div>
    </>
  );
}

/** What comes in with the last records is told once it is over. */
function useLastLook(job: ImportJob | undefined): void {
  const changed = useImportsChanged();
  const over = job !== undefined && !isUnderWay(job);
  useEffect(() => {
    if (over) void changed();
  }, [over]);
}

export function StaffImportPage(): ReactNode {
  const { id } = route.useParams();
  const job = useQuery({
    ...useTRPC().imports.get.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
  useLastLook(job.data);
  return (
    <>
      <BackLink to="/staff/imports">All imports</BackLink>
      <Loaded query={job} what="import" label="The import is loading">
        {(found) => <Job job={found} />}
      </Loaded>
    </>
  );
}
