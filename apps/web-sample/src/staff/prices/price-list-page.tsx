/** One price list: its terms and its prices. */
import type { PriceList } from "@souk/client/contracts/prices";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead } from "../ui/panel.tsx";
import { Entries } from "./entries.tsx";
import { ListForm } from "./list-form.tsx";
import { ListStanding, Period } from "./list-standing.tsx";
import { usePricesChanged } from "./use-prices.ts";

const route = getRouteApi("/staff/prices/lists/$id");

interface ListProps {
  readonly list: PriceList;
}

function Actions({ list }: ListProps): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = usePricesChanged();
  const [asked, setAsked] = useState<"edit" | "delete" | null>(null);
  const close = (): void => setAsked(null);
  return (
    <>
      <CompactButton onClick={() => setAsked("edit")}>Edit the list</CompactButton>
      <CompactButton look="danger" onClick={() => setAsked("delete")}>
        Delete
      </CompactButton>
      <Drawer open={asked === "edit"} onClose={close} title="Edit the list">
        {asked === "edit" && <ListForm list={list} onDone={close} />}
      </Drawer>
      <Confirm
        open={asked === "delete"}
        onClose={close}
        title={`Delete ${list.name}?`}
        action="Delete the price list"
        onConfirm={async () => {
          await souk.prices.deleteList.mutate({ id: list.id });
          toasts.say(`${list.name} is gone.`);
          await navigate({ to: "/staff/prices" });
          await changed();
        }}
      >
        <p>All its prices go with it.</p>
      </Confirm>
    </>
  );
}

function Whole({ list }: ListProps): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={list.name}
        windowTitle={`${list.name}, price list`}
        intro={
          <>
            For {list.customer_group_name ?? "everybody"}, in {list.currency}.{" "}
            <Period list={list} />.
          </>
        }
        badges={<ListStanding list={list} />}
        actions={can("products:write") && <Actions list={list} />}
      />
      <Entries list={list} />
    </>
  );
}

export function StaffPriceListPage(): ReactNode {
  const { id } = route.useParams();
  const list = useQuery(useTRPC().prices.getList.queryOptions({ id }));
  return (
    <>
      <BackLink to="/staff/prices">All price lists</BackLink>
      <Loaded query={list} what="price list" label="The price list is loading">
        {(found) => <Whole list={found} />}
      </Loaded>
    </>
  );
}
