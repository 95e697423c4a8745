/** How a user signed in lately, or somebody who tried to be them. */
import type { AttemptOfAnybody } from "@souk/client/contracts/security";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { attemptWords } from "../../users/attempt-words.ts";
import { Badge } from "../ui/badge.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";

const PAGE_SIZE = 8;

const columns: readonly Column<AttemptOfAnybody>[] = [
  {
    head: "Outcome",
    cell: ({ result, reason }) => (
      <Badge tone={result === "succeeded" ? "good" : "bad"}>{attemptWords(reason)}</Badge>
    ),
  },
  { head: "When", cell: ({ created_at }) => <Stamp at={created_at} /> },
  { head: "From", cell: ({ ip }) => <span className="break-all">{ip}</span> },
  { head: "Device", cell: ({ device }) => device },
];

export function UserAttempts({ email }: { readonly email: string }): ReactNode {
  const pager = usePager(email);
  const query = useQuery({
    ...useTRPC().authentication.security.attempts.queryOptions({
      account: email,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Sign-ins">
      <PagedTable
        caption="Sign-ins"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ id }) => id}
        empty="None in the last 90 days."
      />
    </Panel>
  );
}
