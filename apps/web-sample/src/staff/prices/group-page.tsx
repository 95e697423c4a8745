/** One group of customers and its members. */
import type { CustomerGroup } from "@souk/client/contracts/customer-groups";
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

function Whole({ group }: { readonly group: CustomerGroup }): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={group.name}
        windowTitle={`${group.name}, customer group`}
        intro={group.description}
        actions={can("users:write") && <Actions group={group} />}
      />
      <Members groupId={group.id} />
    </>
  );
}

export function StaffGroupPage(): ReactNode {
  const { id } = route.useParams();
  const group = useQuery(useTRPC().users.groups.get.queryOptions({ id }));
  return (
    <>
      <BackLink to="/staff/prices/groups">All groups</BackLink>
      <Loaded query={group} what="group" label="The group is loading">
        {(found) => <Whole group={found} />}
      </Loaded>
    </>
  );
}
