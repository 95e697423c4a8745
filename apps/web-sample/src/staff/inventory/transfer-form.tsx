/** Writing a transfer: from where, to where, and what. Nothing moves before it is sent. */
import type { FieldErrors } from "@souk/client";
import {
  CreateTransferInput,
  type Transfer,
  UpdateTransferInput,
} from "@souk/client/contracts/stock-transfers";
import { useSouk } from "@souk/client/react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm } from "../ui/act-form.tsx";
import { BackLink } from "../ui/back-link.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { type EditedLine, LineEditor, linesToSend, placeOfLine } from "./line-editor.tsx";
import { LocationField } from "./location-field.tsx";
import { useStockChanged } from "./use-inventory.ts";
import { variantName } from "./words.ts";

interface Draft {
  readonly from_location_id: string;
  readonly to_location_id: string;
  readonly note: string;
}

const typedDraft = (form: FormData, lines: readonly EditedLine[]) => ({
  from_location_id: typed(form, "from_location_id") ?? "",
  to_location_id: typed(form, "to_location_id") ?? "",
  note: typed(form, "note") ?? "",
  lines: linesToSend(lines),
});

function wrongIn(form: FormData): FieldErrors {
  const [from, to] = [typed(form, "from_location_id"), typed(form, "to_location_id")];
  return {
    ...(from === undefined && { from_location_id: ["Choose where it leaves from."] }),
    ...(to === undefined && { to_location_id: ["Choose where it goes."] }),
    ...(to !== undefined &&
      to === from && { to_location_id: ["Choose another one than it leaves."] }),
  };
}

function Fields({ draft }: { readonly draft: Draft | null }): ReactNode {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <LocationField name="from_location_id" label="From" chosen={draft?.from_location_id} />
        <LocationField name="to_location_id" label="To" chosen={draft?.to_location_id} />
      </div>
      <TextField name="note" label="Note" maxLength={500} defaultValue={draft?.note} />
    </>
  );
}

export function StaffNewTransferPage(): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = useStockChanged();
  const [lines, setLines] = useState<readonly EditedLine[]>([]);
  return (
    <>
      <BackLink to="/staff/inventory/transfers">All transfers</BackLink>
      <PageHead title="New transfer" intro="Nothing moves before it is sent." />
      <div className="max-w-3xl">
        <Panel title="What and where">
          <ActForm
            label="Transfer"
            action="Write the transfer"
            contract={CreateTransferInput}
            check={wrongIn}
            place={placeOfLine}
            read={(form) => typedDraft(form, lines)}
            run={async (input) => {
              const { id } = await souk.inventory.transfers.create.mutate(input);
              await navigate({ to: "/staff/inventory/transfers/$id", params: { id } });
            }}
            said="The transfer is written."
            changed={changed}
            onDone={null}
          >
            <LineEditor name="lines" lines={lines} onChange={setLines} />
            <Fields draft={null} />
          </ActForm>
        </Panel>
      </div>
    </>
  );
}

interface EditTransferProps {
  readonly transfer: Transfer;
  readonly onDone: () => void;
}

export function EditTransfer({ transfer, onDone }: EditTransferProps): ReactNode {
  const souk = useSouk();
  const changed = useStockChanged();
  const [lines, setLines] = useState<readonly EditedLine[]>(
    transfer.lines.map(({ variant_id, title, variant_title, sku, quantity }) => ({
      variant_id,
      name: variantName({ product_title: title, title: variant_title }),
      sku,
      quantity: String(quantity),
    })),
  );
  return (
    <ActForm
      label="Transfer"
      action="Save the transfer"
      contract={UpdateTransferInput}
      check={wrongIn}
      place={placeOfLine}
      read={(form) => ({ id: transfer.id, ...typedDraft(form, lines) })}
      run={(input) => souk.inventory.transfers.update.mutate(input)}
      said="The transfer is saved."
      changed={changed}
      onDone={onDone}
    >
      <LineEditor name="lines" lines={lines} onChange={setLines} />
      <Fields
        draft={{
          from_location_id: transfer.from.id,
          to_location_id: transfer.to.id,
          note: transfer.note,
        }}
      />
    </ActForm>
  );
}
