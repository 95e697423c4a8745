/** The API keys of the shop: made, watched and revoked here. */
import type { ApiKey } from "@souk/client/contracts/access";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { useTeamChanged } from "../team/use-team.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day, Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { permissionWords } from "../words.ts";
import { NewKey } from "./new-key.tsx";

const PAGE_SIZE = 20;

const statuses: Record<ApiKey["status"], readonly [Tone, string]> = {
  active: ["good", "Active"],
  expired: ["waiting", "Expired"],
  revoked: ["plain", "Revoked"],
};

const facts: readonly Column<ApiKey>[] = [
  {
    head: "Key",
    cell: ({ name, prefix }) => (
      <>
        <span className="font-semibold">{name}</span>
        <code className="block text-xs break-all text-ink-soft">{prefix}…</code>
      </>
    ),
  },
  {
    head: "Status",
    cell: ({ status }) => {
      const [tone, word] = statuses[status];
      return <Badge tone={tone}>{word}</Badge>;
    },
  },
  {
    head: "May",
    cell: ({ permissions }) =>
      permissions.map((permission) => permissionWords[permission].label).join(", "),
  },
  {
    head: "Last used",
    cell: ({ last_used_at }) =>
      last_used_at === null ? (
        <span className="text-ink-soft">Never</span>
      ) : (
        <Stamp at={last_used_at} />
      ),
  },
  {
    head: "Expires",
    cell: ({ expires_at }) =>
      expires_at === null ? (
        <span className="text-ink-soft">When revoked</span>
      ) : (
        <Day at={expires_at} />
      ),
  },
  {
    head: "Made by",
    cell: ({ created_by, created_at }) => (
      <>
        <span className="break-all">{created_by ?? "Somebody who is gone"}</span>
        <span className="block text-xs text-ink-soft">
          <Day at={created_at} />
        </span>
      </>
    ),
  },
];

function useRevocation() {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useTeamChanged();
  return async ({ id, name }: ApiKey): Promise<void> => {
    await fresh(() => souk.access.revokeApiKey.mutate({ id }));
    toasts.say(`${name} does not work any more.`);
    await changed();
  };
}

export function StaffApiKeysPage(): ReactNode {
  const { can } = useAccess();
  const revoke = useRevocation();
  const [making, setMaking] = useState(false);
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const pager = usePager("keys");
  const query = useQuery({
    ...useTRPC().access.apiKeys.queryOptions({ limit: PAGE_SIZE, cursor: pager.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<ApiKey>[] = [...facts];
  if (can("api_keys:write")) {
    columns.push({
      head: "Action",
      plain: true,
      align: "right",
      cell: (key) =>
        key.status === "active" && (
          <CompactButton look="danger" onClick={() => setDoomed(key)}>
            Revoke<span className="sr-only">{` ${key.name}`}</span>
          </CompactButton>
        ),
    });
  }
  return (
    <>
      <PageHead
        title="API keys"
        intro="Programs sign in by a key, and may do what it holds and nothing else."
        actions={
          can("api_keys:write") && (
            <CompactButton look="primary" onClick={() => setMaking(true)}>
              <Plus aria-hidden className="size-4" />
              New API key
            </CompactButton>
          )
        }
      />
      <Panel title="Keys">
        <PagedTable
          caption="API keys"
          query={query}
          pager={pager}
          columns={columns}
          keyOf={({ id }) => id}
          empty="There is no API key yet."
        />
      </Panel>
      <Drawer open={making} onClose={() => setMaking(false)} title="New API key">
        {making && <NewKey onDone={() => setMaking(false)} />}
      </Drawer>
      <Confirm
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        title={`Revoke ${doomed?.name ?? "the key"}?`}
        action="Revoke the key"
        onConfirm={async () => {
          if (doomed) await revoke(doomed);
        }}
      >
        <p>Programs that use it are refused at once. It cannot be brought back.</p>
      </Confirm>
    </>
  );
}
