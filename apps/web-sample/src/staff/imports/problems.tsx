/** What is wrong with a file, by row and column, to read here or to take along. */

import type { SoukApi } from "@souk/client";
import type { ImportJob, ImportProblem } from "@souk/client/contracts/imports";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { saveFile } from "../../ui/save-file.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAct } from "../ui/use-act.ts";
import { usePager } from "../ui/use-pager.ts";
import { isUnderWay } from "./words.ts";

const PAGE_SIZE = 20;
const LARGEST_PAGE = 100;
const POLL_MS = 2_000;

const columns: readonly Column<ImportProblem>[] = [
  { head: "Row", cell: ({ row }) => <strong className="tabular font-semibold">{row}</strong> },
  { head: "Column", cell: ({ column }) => column || "The whole row" },
  { head: "Problem", cell: ({ message }) => message },
];

/** As a cell of a CSV: a text that a spreadsheet would calculate stays a text. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

async function problemsFile(souk: SoukApi, id: string): Promise<string> {
  const lines = ["Row,Column,Problem"];
  let cursor: string | undefined;
  do {
    const page = await souk.imports.problems.query({ id, limit: LARGEST_PAGE, cursor });
    for (const { row, column, message } of page.items) {
      lines.push([String(row), cell(column), cell(message)].join(","));
    }
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return `${lines.join("\n")}\n`;
}

export function Problems({ job }: { readonly job: ImportJob }): ReactNode {
  const souk = useSouk();
  const pager = usePager(job.id);
  const query = useQuery({
    ...useTRPC().imports.problems.queryOptions({
      id: job.id,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: isUnderWay(job) ? POLL_MS : false,
  });
  const give = useAct({
    run: async (id: string) => saveFile("problems.csv", await problemsFile(souk, id), "text/csv"),
    say: () => "problems.csv is yours.",
    changed: async () => undefined,
  });
  return (
    <Panel
      title="Problems"
      actions={
        (query.data?.items.length ?? 0) > 0 && (
          <CompactButton pending={give.isPending} onClick={() => give.mutate(job.id)}>
            <Download aria-hidden className="size-4" />
            Download them
          </CompactButton>
        )
      }
    >
      <PagedTable
        caption="Problems"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ row, column, message }) => `${row} ${column} ${message}`}
        empty={isUnderWay(job) ? "None so far." : "None."}
      />
    </Panel>
  );
}
