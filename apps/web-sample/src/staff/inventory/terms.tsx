/** On which terms a variant is sold: when its stock is low, and beyond what is there. */
import {
  type StockLevel,
  UpdateLevelInput,
  UpdateVariantStockInput,
  type VariantStock,
} from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { ActForm, localMoment, momentTyped, numberTyped } from "../ui/act-form.tsx";
import { useStockChanged } from "./use-inventory.ts";

interface TermsFormProps {
  readonly stock: VariantStock;
  readonly onDone: () => void;
}

export function TermsForm({ stock, onDone }: TermsFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Terms"
      action="Save the terms"
      contract={UpdateVariantStockInput}
      read={(form) => ({
        variant_id: stock.id,
        low_stock_threshold: numberTyped(form, "low_stock_threshold") ?? null,
        preorder_ships_at: momentTyped(form, "preorder_ships_at"),
      })}
      run={(input) => souk.inventory.updateVariant.mutate(input)}
      said="The terms are saved."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <TextField
        name="low_stock_threshold"
        label="Low below"
        inputMode="numeric"
        defaultValue={stock.low_stock_threshold ?? ""}
        hint="Units on the shelf. Empty: the shop’s own number holds."
      />
      <TextField
        name="preorder_ships_at"
        label="Pre-orders ship"
        type="datetime-local"
        defaultValue={localMoment(stock.preorder_ships_at)}
        hint="Until then what is not on the shelf is a pre-order, up to the back-order limit."
      />
    </ActForm>
  );
}

interface LimitFormProps {
  readonly level: StockLevel;
  readonly onDone: () => void;
}

export function LimitForm({ level, onDone }: LimitFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Back-orders"
      action="Save the limit"
      contract={UpdateLevelInput}
      read={(form) => ({ id: level.id, backorder_limit: numberTyped(form, "backorder_limit") })}
      run={(input) => souk.inventory.updateLevel.mutate(input)}
      said="The limit is saved."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <TextField
        name="backorder_limit"
        label="Units beyond what is on hand"
        required
        inputMode="numeric"
        defaultValue={level.backorder_limit}
        hint={`So many may be sold from ${level.location.name} before they are there.`}
      />
    </ActForm>
  );
}
