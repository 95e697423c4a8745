/** The ways to change what lies in a warehouse, each with its reason in the history. */
import {
  AdjustInput,
  CountInput,
  ReceiveInput,
  type VariantStock,
} from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { LocationField } from "./location-field.tsx";
import { Return, Ship, Undo } from "./order-forms.tsx";
import { type ChangeFormProps, placeOf, Units } from "./stock-fields.tsx";
import { useStockChanged } from "./use-inventory.ts";

const common = (form: FormData, stock: VariantStock) => ({
  variant_id: stock.id,
  location_id: typed(form, "location_id"),
  reference: typed(form, "reference"),
  note: typed(form, "note"),
});

interface WhyProps {
  readonly reference: string;
  readonly required?: boolean;
}

function Why({ reference, required = false }: WhyProps): ReactNode {
  return (
    <>
      <TextField name="reference" label="Reference" hint={reference} maxLength={200} />
      <TextField
        name="note"
        label="Why"
        required={required}
        hint="It stands in the history."
        maxLength={500}
      />
    </>
  );
}

function Receive({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Receive"
      action="Receive the units"
      contract={ReceiveInput}
      read={(form) => ({ ...common(form, stock), quantity: numberTyped(form, "quantity") })}
      run={(input) => souk.inventory.receive.mutate(input)}
      said="The units are on the shelf."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <Units name="quantity" label="Units that came" />
      <LocationField chosen={placeOf(stock)} />
      <Why reference="Such as the delivery note." />
    </ActForm>
  );
}

function Adjust({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Adjust"
      action="Adjust the stock"
      contract={AdjustInput}
      about={{ stock_is_promised: "delta" }}
      read={(form) => ({
        ...common(form, stock),
        delta: numberTyped(form, "delta"),
        note: typed(form, "note") ?? "",
      })}
      run={(input) => souk.inventory.adjust.mutate(input)}
      said="The stock is adjusted."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <Units name="delta" label="Difference" hint="Such as 3, or -2 for two that broke." />
      <LocationField chosen={placeOf(stock)} />
      <Why reference="What it goes back to, if anything." required />
    </ActForm>
  );
}

function Count({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Count"
      action="Set what was counted"
      contract={CountInput}
      about={{ stock_is_promised: "on_hand" }}
      read={(form) => ({ ...common(form, stock), on_hand: numberTyped(form, "on_hand") })}
      run={(input) => souk.inventory.count.mutate(input)}
      said="The count is entered."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <Units name="on_hand" label="Units on the shelf" hint="Those that are promised, too." />
      <LocationField chosen={placeOf(stock)} />
      <Why reference="Such as the name of the stocktaking." />
    </ActForm>
  );
}

export const changes = {
  receive: { title: "Receive", Body: Receive },
  adjust: { title: "Adjust", Body: Adjust },
  count: { title: "Count", Body: Count },
  ship: { title: "Ship", Body: Ship },
  undo: { title: "Sell again", Body: Undo },
  return: { title: "Return", Body: Return },
} as const;

export type ChangeKind = keyof typeof changes;

/** What goes by an order is done to a bundle too; the rest is for shelves. */
export const kindsOf = ({ components, tracks_inventory }: VariantStock): readonly ChangeKind[] => {
  if (!tracks_inventory) return [];
  if (components.length > 0) return ["ship", "undo", "return"];
  return ["receive", "adjust", "count", "ship", "undo", "return"];
};
