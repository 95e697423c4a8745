/** What is done with the units of an order: they are sent, not sent after all, or come back. */
import {
  DeallocateInput,
  ReturnInput,
  ShipInput,
  type VariantStock,
} from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { LocationField } from "./location-field.tsx";
import { type ChangeFormProps, placeOf, Units } from "./stock-fields.tsx";
import { useStockChanged } from "./use-inventory.ts";

const ofOrder = (form: FormData, stock: VariantStock) => ({
  order: typed(form, "order") ?? "",
  variant_id: stock.id,
  quantity: numberTyped(form, "quantity"),
  note: typed(form, "note"),
});

/** Which field a refusal is about, by its reason. */
const refusals = {
  order_not_found: "order",
  not_allocated: "quantity",
  not_on_hand: "quantity",
  not_shipped: "quantity",
};

interface OrderFieldsProps {
  readonly units: string;
  readonly children?: ReactNode;
}

function OrderFields({ units, children }: OrderFieldsProps): ReactNode {
  return (
    <>
      <TextField name="order" label="Order" required placeholder="S-1001" maxLength={40} />
      <Units name="quantity" label={units} />
      {children}
      <TextField name="note" label="Why" hint="It stands in the history." maxLength={500} />
    </>
  );
}

export function Ship({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Ship"
      action="Send them"
      contract={ShipInput}
      about={refusals}
      read={(form) => ofOrder(form, stock)}
      run={(input) => souk.inventory.shipUnits.mutate(input)}
      said="The units have left."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <OrderFields units="Units that leave" />
    </ActForm>
  );
}

export function Undo({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Sell again"
      action="Put them back on sale"
      contract={DeallocateInput}
      about={refusals}
      read={(form) => ofOrder(form, stock)}
      run={(input) => souk.inventory.deallocateUnits.mutate(input)}
      said="The units are for sale again."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <p className="text-sm text-ink-soft">
        For units of an order that were sold and will not be sent: others can buy them then.
      </p>
      <OrderFields units="Units that will not be sent" />
    </ActForm>
  );
}

export function Return({ stock, onDone }: ChangeFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Return"
      action="Put them back"
      contract={ReturnInput}
      about={refusals}
      read={(form) => ({ ...ofOrder(form, stock), location_id: typed(form, "location_id") })}
      run={(input) => souk.inventory.returnUnits.mutate(input)}
      said="What came back is on the shelf."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <OrderFields units="Units that came back">
        <LocationField chosen={placeOf(stock)} />
      </OrderFields>
    </ActForm>
  );
}
