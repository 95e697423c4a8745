/** Units set aside for a while: for a quote, for somebody at the counter. */
import { HoldInput, type OpenHold } from "@souk/client/contracts/stock-holds";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Countdown } from "../ui/stamp.tsx";
import { useAct } from "../ui/use-act.ts";
import { usePager } from "../ui/use-pager.ts";
import { type EditedLine, LineEditor, linesToSend, placeOfLine } from "./line-editor.tsx";
import { StockTabs } from "./stock-tabs.tsx";
import { useStockChanged } from "./use-inventory.ts";
import { variantName } from "./words.ts";

const PAGE_SIZE = 20;

function HoldForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const souk = useSouk();
  const changed = useStockChanged();
  const [lines, setLines] = useState<readonly EditedLine[]>([]);
  return (
    <ActForm
      label="Hold"
      action="Hold them"
      contract={HoldInput}
      place={placeOfLine}
      about={{ out_of_stock: "lines" }}
      read={(form) => ({
        lines: linesToSend(lines),
        minutes: numberTyped(form, "minutes"),
        reference: typed(form, "reference") ?? "",
      })}
      run={(input) => souk.inventory.holds.create.mutate(input)}
      said="The units are held."
      changed={changed}
      onDone={onDone}
    >
      <LineEditor name="lines" lines={lines} onChange={setLines} />
      <TextField
        name="reference"
        label="What for"
        required
        hint="Such as the name of a quote."
        maxLength={200}
      />
      <TextField
        name="minutes"
        label="Minutes"
        required
        inputMode="numeric"
        defaultValue="60"
        hint="A day at most. Then they are let go by themselves."
      />
    </ActForm>
  );
}

const columns: readonly Column<OpenHold>[] = [
  {
    head: "What for",
    cell: ({ reference }) => <strong className="font-semibold">{reference}</strong>,
  },
  {
    head: "What",
    cell: ({ lines }) => (
      <ul>
        {lines.map(({ variant, location, quantity }) => (
          <li key={`${variant.id} ${location.id}`}>
            {quantity} × {variantName(variant)}{" "}
            <span className="text-ink-soft">at {location.name}</span>
          </li>
        ))}
      </ul>
    ),
  },
  {
    head: "Let go in",
    align: "right",
    cell: ({ expires_at }) => <Countdown until={expires_at} />,
  },
];

function HoldList(): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const pager = usePager("holds");
  const query = useQuery({
    ...useTRPC().inventory.holds.list.queryOptions({ limit: PAGE_SIZE, cursor: pager.cursor }),
    placeholderData: keepPreviousData,
  });
  const release = useAct({
    run: (id: string) => souk.inventory.holds.release.mutate({ id }),
    say: () => "The units can be sold again.",
    changed: useStockChanged(),
  });
  const action: Column<OpenHold> = {
    head: "Action",
    plain: true,
    align: "right",
    cell: ({ id, reference }) => (
      <CompactButton
        pending={release.isPending && release.variables === id}
        onClick={() => release.mutate(id)}
      >
        Let go<span className="sr-only">{` of what is held for ${reference}`}</span>
      </CompactButton>
    ),
  };
  return (
    <PagedTable
      caption="Holds"
      query={query}
      pager={pager}
      columns={can("inventory:write") ? [...columns, action] : columns}
      keyOf={({ id }) => id}
      empty="Nothing is held. What checkouts hold for their payments is not listed here."
    />
  );
}

export function StaffHoldsPage(): ReactNode {
  const { can } = useAccess();
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <>
      <PageHead title="Stock" windowTitle="Holds" intro="What nobody else can buy for a while." />
      <StockTabs />
      <Panel
        title="Holds"
        actions={
          can("inventory:write") && (
            <CompactButton look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden className="size-4" />
              Hold something
            </CompactButton>
          )
        }
      >
        <HoldList />
      </Panel>
      <Drawer open={adding} onClose={close} title="Hold something">
        {adding && <HoldForm onDone={close} />}
      </Drawer>
    </>
  );
}
