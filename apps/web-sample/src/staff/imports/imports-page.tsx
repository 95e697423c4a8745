/** Products from files and into files. */
import type { ImportJob } from "@souk/client/contracts/imports";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { permissionWords } from "../words.ts";
import { ExportPanel } from "./export-panel.tsx";
import { NewImport } from "./import-form.tsx";
import { JobState } from "./job-state.tsx";
import { formatWords, isUnderWay } from "./words.ts";

const PAGE_SIZE = 15;
const POLL_MS = 2_000;

const columns: readonly Column<ImportJob>[] = [
  {
    head: "File",
    cell: ({ id, file_name, is_dry_run }) => (
      <>
        <Link to="/staff/imports/$id" params={{ id }} className="link font-semibold break-all">
          {file_name}
        </Link>
        {is_dry_run && <span className="block text-ink-soft">Dry run</span>}
      </>
    ),
  },
  { head: "Format", cell: ({ format }) => formatWords[format] },
  {
    head: "State",
    cell: (job) => <JobState job={job} />,
  },
  { head: "Records", align: "right", cell: ({ processed }) => processed },
  { head: "Refused", align: "right", cell: ({ refused }) => refused },
  { head: "Started", cell: ({ created_at }) => <Stamp at={created_at} /> },
];

function Jobs(): ReactNode {
  const pager = usePager("imports");
  const query = useQuery({
    ...useTRPC().imports.list.queryOptions({ limit: PAGE_SIZE, cursor: pager.cursor }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? POLL_MS : false),
  });
  return (
    <PagedTable
      caption="Imports"
      query={query}
      pager={pager}
      columns={columns}
      keyOf={({ id }) => id}
      empty="Nothing was imported here yet."
    />
  );
}

export function StaffImportsPage(): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title="Imports and exports"
        intro="Products from files and into files. Importing again what is there changes nothing."
      />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <Panel title="Import a file">
          {can("products:write") ? (
            <NewImport />
          ) : (
            <p className="text-[0.95rem] text-ink-soft">
              Importing needs the permission{" "}
              <strong className="text-ink">{permissionWords["products:write"].label}</strong>.
              Whoever manages the team can grant you a role that has it.
            </p>
          )}
        </Panel>
        <ExportPanel />
      </div>
      <div className="mt-5">
        <Panel title="Imports" intro="Newest first">
          <Jobs />
        </Panel>
      </div>
    </>
  );
}
