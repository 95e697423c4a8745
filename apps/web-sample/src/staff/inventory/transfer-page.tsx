/** One transfer, and its next step. */
import type { Transfer, TransferLine } from "@souk/client/contracts/stock-transfers";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { Badge } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Facts, PageHead, Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { useAct } from "../ui/use-act.ts";
import { ReceiveTransfer } from "./receive-transfer.tsx";
import { EditTransfer } from "./transfer-form.tsx";
import { useStockChanged } from "./use-inventory.ts";
import { VariantCell } from "./variant-cell.tsx";
import { transferTones, transferWords } from "./words.ts";

const route = getRouteApi("/staff/inventory/transfers/$id");

interface TransferProps {
  readonly transfer: Transfer;
}

function Steps({ transfer }: TransferProps): ReactNode {
  const souk = useSouk();
  const changed = useStockChanged();
  const [asked, setAsked] = useState<"edit" | "receive" | "cancel" | null>(null);
  const close = (): void => setAsked(null);
  const send = useAct({
    run: (id: string) => souk.inventory.transfers.send.mutate({ id }),
    say: ({ number }) => `${number} is on its way.`,
    changed,
  });
  const { id, number, status, from } = transfer;
  return (
    <>
      {status === "draft" && (
        <>
          <CompactButton look="primary" pending={send.isPending} onClick={() => send.mutate(id)}>
            Send
          </CompactButton>
          <CompactButton onClick={() => setAsked("edit")}>Edit</CompactButton>
        </>
      )}
      {status === "sent" && (
        <CompactButton look="primary" onClick={() => setAsked("receive")}>
          Receive
        </CompactButton>
      )}
      {(status === "draft" || status === "sent") && (
        <CompactButton look="danger" onClick={() => setAsked("cancel")}>
          Cancel the transfer
        </CompactButton>
      )}
      <Drawer open={asked === "edit"} onClose={close} title={`Edit ${number}`}>
        {asked === "edit" && <EditTransfer transfer={transfer} onDone={close} />}
      </Drawer>
      <Drawer open={asked === "receive"} onClose={close} title={`Receive ${number}`}>
        {asked === "receive" && <ReceiveTransfer transfer={transfer} onDone={close} />}
      </Drawer>
      <Confirm
        open={asked === "cancel"}
        onClose={close}
        title={`Cancel ${number}?`}
        action="Cancel it for good"
        onConfirm={async () => {
          await souk.inventory.transfers.cancel.mutate({ id });
          toasts.say(`${number} is canceled.`);
          await changed();
        }}
      >
        <p>
          {status === "sent"
            ? `What is on its way goes back to ${from.name}.`
            : "Nothing has moved yet."}
        </p>
      </Confirm>
    </>
  );
}

const columns: readonly Column<TransferLine>[] = [
  {
    head: "Variant",
    cell: ({ variant_id, title, variant_title, sku }) => (
      <VariantCell id={variant_id} sku={sku} title={variant_title} product_title={title} />
    ),
  },
  { head: "Units", align: "right", cell: ({ quantity }) => quantity },
  { head: "Arrived", align: "right", cell: ({ received }) => received },
  {
    head: "Lost",
    align: "right",
    cell: ({ lost }) => (lost > 0 ? <Badge tone="bad">{lost}</Badge> : lost),
  },
];

const when = (at: string | null): ReactNode => (at === null ? "Not yet" : <Stamp at={at} />);

function Whole({ transfer }: TransferProps): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={`Transfer ${transfer.number}`}
        badges={
          <Badge tone={transferTones[transfer.status]}>{transferWords[transfer.status]}</Badge>
        }
        actions={can("inventory:write") && <Steps transfer={transfer} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <Panel title="What">
          <DataTable
            caption="Lines"
            columns={columns}
            rows={transfer.lines}
            keyOf={({ variant_id }) => variant_id}
          />
        </Panel>
        <Panel title="Where and when">
          <Facts
            items={[
              ["From", transfer.from.name],
              ["To", transfer.to.name],
              ["Note", transfer.note || "None"],
              ["Written", <Stamp key="written" at={transfer.created_at} />],
              ["Sent", when(transfer.sent_at)],
              ["Received", when(transfer.received_at)],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

export function StaffTransferPage(): ReactNode {
  const { id } = route.useParams();
  const transfer = useQuery(useTRPC().inventory.transfers.get.queryOptions({ id }));
  return (
    <>
      <BackLink to="/staff/inventory/transfers">All transfers</BackLink>
      <Loaded query={transfer} what="transfer" label="The transfer is loading">
        {(found) => <Whole transfer={found} />}
      </Loaded>
    </>
  );
}
