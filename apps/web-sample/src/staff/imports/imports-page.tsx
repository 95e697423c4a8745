/** Products from files and into files. */
import type { ImportJob } from "@souk/client/contracts/imports";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import { Badge } from "../ui/badge.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { ExportPanel } from "./export-panel.tsx";
import { NewImport } from "./import-form.tsx";
import { formatWords, isUnderWay, statusTones, statusWords } from "./words.ts";

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
    cell: ({ status }) => <Badge tone={statusTones[status]}>{statusWords[status]}</Badge>,
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
        {can("products:write") && (
          <Panel title="Import a file">
            <NewImport />
          </Panel>
        )}
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
