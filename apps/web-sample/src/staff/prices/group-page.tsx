/** One group of customers and its members. */
import { errorStatus } from "@souk/client";
import type { CustomerGroup } from "@souk/client/contracts/customer-groups";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { NotFound } from "../../shell/not-found-page.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead } from "../ui/panel.tsx";
import { GroupForm } from "./group-form.tsx";
import { Members } from "./members.tsx";
import { useGroupsChanged } from "./use-prices.ts";

const route = getRouteApi("/staff/prices/groups/$id");

function Actions({ group }: { readonly group: CustomerGroup }): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = useGroupsChanged();
  const [asked, setAsked] = useState<"edit" | "delete" | null>(null);
  const close = (): void => setAsked(null);
  return (
    <>
      <CompactButton onClick={() => setAsked("edit")}>Edit</CompactButton>
      <CompactButton look="danger" onClick={() => setAsked("delete")}>
        Delete
      </CompactButton>
      <Drawer open={asked === "edit"} onClose={close} title="Edit the group">
        {asked === "edit" && <GroupForm group={group} onDone={close} />}
      </Drawer>
      <Confirm
        open={asked === "delete"}
        onClose={close}
        title={`Delete ${group.name}?`}
        action="Delete the group"
        onConfirm={async () => {
          await souk.users.groups.delete.mutate({ id: group.id });
          toasts.say(`${group.name} is gone.`);
          await navigate({ to: "/staff/prices/groups" });
          await changed();
        }}
      >
        <p>Its members stay customers. A group that a price list is for cannot go.</p>
      </Confirm>
    </>
  );
}

export function StaffGroupPage(): ReactNode {
  const { id } = route.useParams();
  const { can } = useAccess();
  const group = useQuery(useTRPC().users.groups.get.queryOptions({ id }));
  if (group.isError && [400, 404].includes(errorStatus(group.error) ?? 0)) {
    return <NotFound what="group" />;
  }
  return (
    <>
      <BackLink to="/staff/prices/groups">All groups</BackLink>
      {group.isPending && (
        <Loading label="The group is loading" className="grid gap-5">
          <Skeleton className="h-10 w-60" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
      {group.isError && !group.data && (
        <Failure error={group.error} onRetry={() => void group.refetch()} />
      )}
      {group.data && (
        <>
          <PageHead
            title={group.data.name}
            windowTitle={`${group.data.name}, customer group`}
            intro={group.data.description}
            actions={can("users:write") && <Actions group={group.data} />}
          />
          <Members groupId={group.data.id} />
        </>
      )}
    </>
  );
}
