/** What arrived of a transfer: all of it, unless a line says less. The rest is lost. */
import { ReceiveTransferInput, type Transfer } from "@souk/client/contracts/stock-transfers";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { useStockChanged } from "./use-inventory.ts";
import { unitsText, variantName } from "./words.ts";

interface ReceiveTransferProps {
  readonly transfer: Transfer;
  readonly onDone: () => void;
}

const receivedAt = (place: number): string => `lines.${place}.received`;

export function ReceiveTransfer({ transfer, onDone }: ReceiveTransferProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Receive"
      action="Receive the transfer"
      contract={ReceiveTransferInput}
      read={(form) => ({
        id: transfer.id,
        lines: transfer.lines.map(({ variant_id }, place) => ({
          ...{ variant_id, received: numberTyped(form, receivedAt(place)) },
        })),
      })}
      run={(input) => souk.inventory.transfers.receive.mutate(input)}
      said="The transfer is received."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <p className="text-sm text-ink-soft">
        Say what arrived. What is missing is taken off the books as lost.
      </p>
      {transfer.lines.map(({ variant_id, title, variant_title, quantity }, place) => (
        <TextField
          key={variant_id}
          name={receivedAt(place)}
          label={variantName({ product_title: title, title: variant_title })}
          required
          inputMode="numeric"
          autoComplete="off"
          defaultValue={quantity}
          hint={`${unitsText(quantity)} left.`}
        />
      ))}
    </ActForm>
  );
}
