/** What a user bought. */
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { orderColumns } from "../orders/columns.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";

const PAGE_SIZE = 8;

const columns = orderColumns.filter(({ head }) => head !== "Customer");

export function UserOrders({ userId }: { readonly userId: string }): ReactNode {
  const pager = usePager(userId);
  const query = useQuery({
    ...useTRPC().orders.listAll.queryOptions({
      user_id: userId,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Orders">
      <PagedTable
        caption="Orders"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ id }) => id}
        empty="Nothing was ordered yet."
      />
    </Panel>
  );
}
