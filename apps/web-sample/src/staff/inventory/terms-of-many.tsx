/** The terms of several variants at once: what is left empty stays as it is for each. */
import type { FieldErrors } from "@souk/client";
import {
  UpdateLevelInput,
  UpdateVariantStockInput,
  type VariantStock,
} from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { CheckField, TextField } from "../../ui/form.tsx";
import { ActForm, momentTyped, numberTyped } from "../ui/act-form.tsx";
import { DAY_PASSED, isToCome, NO_LIMIT } from "./terms.tsx";
import { useStockChanged } from "./use-inventory.ts";

const { variant_id: Variant } = UpdateVariantStockInput.shape;

const Terms = UpdateVariantStockInput.omit({ variant_id: true }).extend({
  variants: Variant.array().min(1, "Choose at least one variant."),
  backorder_limit: UpdateLevelInput.shape.backorder_limit.optional(),
});

interface TermsOfManyProps {
  readonly stocks: readonly VariantStock[];
  readonly onDone: () => void;
}

/** Where it is drawn on first: the limit of the others stays. */
const firstLevel = ({ levels }: VariantStock) => levels.find(({ location }) => location.is_active);

const ticked = (form: FormData, stocks: readonly VariantStock[]): readonly VariantStock[] =>
  stocks.filter(({ id }) => form.get(id) === "on");

function wrongIn(form: FormData, stocks: readonly VariantStock[]): FieldErrors {
  const day = momentTyped(form, "preorder_ships_at");
  if (day === null) return {};
  if (!isToCome(day)) return { preorder_ships_at: [DAY_PASSED] };
  const given = numberTyped(form, "backorder_limit");
  const limits = ticked(form, stocks).map(({ levels }) =>
    levels.reduce((sum, level) => sum + level.backorder_limit, 0),
  );
  const isVain = given === undefined ? limits.includes(0) : given === 0;
  return isVain ? { backorder_limit: [NO_LIMIT] } : {};
}

export function TermsOfMany({ stocks, onDone }: TermsOfManyProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Terms of several variants"
      action="Save the terms of all chosen"
      contract={Terms}
      check={(form) => wrongIn(form, stocks)}
      about={{ stock_is_promised: "backorder_limit" }}
      read={(form) => ({
        variants: ticked(form, stocks).map(({ id }) => id),
        low_stock_threshold: numberTyped(form, "low_stock_threshold"),
        preorder_ships_at: momentTyped(form, "preorder_ships_at") ?? undefined,
        backorder_limit: numberTyped(form, "backorder_limit"),
      })}
      run={async ({ variants, backorder_limit: limit, ...terms }) => {
        for (const variant_id of variants) {
          await souk.inventory.updateVariant.mutate({ variant_id, ...terms });
          const level = stocks.filter(({ id }) => id === variant_id).map(firstLevel)[0];
          if (limit === undefined || level === undefined) continue;
          await souk.inventory.updateLevel.mutate({ id: level.id, backorder_limit: limit });
        }
      }}
      said="The terms are saved."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 text-sm font-semibold">Of which variants</legend>
        {stocks.map(({ id, title, product_title, sku }) => (
          <CheckField
            key={id}
            name={id}
            defaultChecked
            label={[title || product_title, sku].filter(Boolean).join(" · ")}
          />
        ))}
      </fieldset>
      <TextField
        name="low_stock_threshold"
        label="Low below"
        inputMode="numeric"
        hint="It counts as low with fewer units on the shelf. Empty: it stays as it is."
      />
      <TextField
        name="preorder_ships_at"
        label="Pre-orders ship"
        type="datetime-local"
        hint="Until then what is not on the shelf is a pre-order. Empty: it stays as it is."
      />
      <TextField
        name="backorder_limit"
        label="Sold ahead of each"
        inputMode="numeric"
        hint="So many may be sold before they are there, from the first warehouse where it lies. Empty: it stays as it is."
      />
    </ActForm>
  );
}
