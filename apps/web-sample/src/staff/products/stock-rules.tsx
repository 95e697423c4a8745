/** When a variant counts as low, and what of it may be sold before it is there. */
import { UpdateVariantStockInput, type VariantStock } from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { Form, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { localOf, momentOf } from "./draft.ts";

interface StockRulesProps {
  readonly stock: VariantStock;
  readonly onSaved: () => Promise<void>;
}

const limitName = (levelId: string): string => `limit ${levelId}`;

export function StockRules({ stock, onSaved }: StockRulesProps): ReactNode {
  const souk = useSouk();
  const submission = useSubmission({
    contract: UpdateVariantStockInput,
    read: (form) => {
      const threshold = typed(form, "low_stock_threshold");
      return {
        variant_id: stock.id,
        low_stock_threshold: threshold === undefined ? null : Number(threshold),
        preorder_ships_at: momentOf(typed(form, "preorder_ships_at") ?? ""),
      };
    },
    send: async (input) => {
      const form = submission.formRef.current;
      await souk.inventory.updateVariant.mutate(input);
      for (const { id, backorder_limit: before } of stock.levels) {
        const limit = Number(form && typed(new FormData(form), limitName(id)));
        if (limit === before) continue;
        await souk.inventory.updateLevel.mutate({ id, backorder_limit: limit });
      }
      await onSaved();
      toasts.say("The rules are saved.");
    },
  });
  return (
    <Form
      submission={submission}
      label="Rules of this variant"
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      <TextField
        name="low_stock_threshold"
        label="Low below"
        inputMode="numeric"
        hint="Empty: the shop's own number."
        defaultValue={String(stock.low_stock_threshold ?? "")}
      />
      <TextField
        name="preorder_ships_at"
        label="Pre-order until"
        type="datetime-local"
        hint="Until then it may be ordered before it is there."
        defaultValue={localOf(stock.preorder_ships_at)}
      />
      {stock.levels.map(({ id, location, backorder_limit }) => (
        <TextField
          key={id}
          name={limitName(id)}
          label={`Sold beyond what is there: ${location.name}`}
          inputMode="numeric"
          required
          hint="How many units, on back-order or pre-order."
          defaultValue={String(backorder_limit)}
        />
      ))}
      <div className="flex items-end justify-end sm:col-span-full">
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          Save the rules
        </CompactButton>
      </div>
    </Form>
  );
}
