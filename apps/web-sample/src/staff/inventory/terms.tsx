/** On which terms a variant is sold: when its stock is low, and beyond what is there. */
import type { FieldErrors } from "@souk/client";
import {
  type StockLevel,
  UpdateLevelInput,
  UpdateVariantStockInput,
  type VariantStock,
} from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useRef } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm, localMoment, momentTyped, numberTyped } from "../ui/act-form.tsx";
import { useStockChanged } from "./use-inventory.ts";

interface TermsFormProps {
  readonly stock: VariantStock;
  readonly onDone: () => void;
}

/** A pre-order is sold up to the limits of back-orders: one form for both. */
const Terms = UpdateVariantStockInput.extend({ limits: UpdateLevelInput.array() });

const limitAt = (place: number): string => `limits.${place}.backorder_limit`;

/** The field knows no seconds: what was not touched is what was stored. */
export function dayTyped(form: FormData, stored: string | null): string | null {
  const untouched = typed(form, "preorder_ships_at") === localMoment(stored);
  return untouched ? stored : momentTyped(form, "preorder_ships_at");
}

export const isToCome = (day: string | null): day is string =>
  day !== null && new Date(day) > new Date();

export const DAY_PASSED = "Choose a day that is still to come.";
export const NO_LIMIT = "Say how many may be pre-ordered: with 0 nothing is sold ahead.";
const NO_SHELF = "It was never in an open warehouse. Receive or count it there first, if only 0.";

function wrongIn(form: FormData, stock: VariantStock, limits: number): FieldErrors {
  const day = dayTyped(form, stock.preorder_ships_at);
  if (day === null || stock.components.length > 0) return {};
  if (!isToCome(day)) {
    return day === stock.preorder_ships_at ? {} : { preorder_ships_at: [DAY_PASSED] };
  }
  if (limits === 0) return { preorder_ships_at: [NO_SHELF] };
  const given = Array.from({ length: limits }, (_, place) => numberTyped(form, limitAt(place)));
  return given.some((limit) => limit !== 0) ? {} : { [limitAt(0)]: [NO_LIMIT] };
}

export function TermsForm({ stock, onDone }: TermsFormProps): ReactNode {
  const souk = useSouk();
  const levels = stock.levels.filter(({ location }) => location.is_active);
  // The one whose limit is being saved: what the server says of a limit is about it.
  const saving = useRef(0);
  return (
    <ActForm
      label="Terms"
      action="Save the terms"
      contract={Terms}
      check={(form) => wrongIn(form, stock, levels.length)}
      about={{ stock_is_promised: "backorder_limit" }}
      place={(field) => (field === "backorder_limit" ? limitAt(saving.current) : field)}
      read={(form) => ({
        variant_id: stock.id,
        low_stock_threshold: numberTyped(form, "low_stock_threshold") ?? null,
        preorder_ships_at: dayTyped(form, stock.preorder_ships_at),
        limits: levels.map(({ id }, place) => ({
          ...{ id, backorder_limit: numberTyped(form, limitAt(place)) },
        })),
      })}
      run={async ({ limits, ...input }) => {
        await souk.inventory.updateVariant.mutate(input);
        for (const [place, limit] of limits.entries()) {
          saving.current = place;
          if (limit.backorder_limit === levels[place]?.backorder_limit) continue;
          await souk.inventory.updateLevel.mutate(limit);
        }
      }}
      said="The terms are saved."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <TextField
        name="low_stock_threshold"
        label="Low below"
        inputMode="numeric"
        defaultValue={stock.low_stock_threshold ?? ""}
        hint="It counts as low with fewer units on the shelf. Empty: below the shop’s own number."
      />
      <TextField
        name="preorder_ships_at"
        label="Pre-orders ship"
        type="datetime-local"
        defaultValue={localMoment(stock.preorder_ships_at)}
        hint="Until then what is not on the shelf is a pre-order, as many as you allow below."
      />
      {levels.map((level, place) => (
        <LimitField key={level.id} level={level} name={limitAt(place)} />
      ))}
    </ActForm>
  );
}

interface LimitFieldProps {
  readonly level: StockLevel;
  readonly name: string;
}

const LimitField = ({ level: { location, backorder_limit }, name }: LimitFieldProps) => (
  <TextField
    name={name}
    label={`Sold ahead from ${location.name}`}
    required
    inputMode="numeric"
    defaultValue={backorder_limit}
    hint="So many may be sold before they are there, as pre-orders or back-orders. 0: none."
  />
);

interface LimitFormProps {
  readonly level: StockLevel;
  readonly onDone: () => void;
}

export function LimitForm({ level, onDone }: LimitFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Sell ahead"
      action="Save"
      contract={UpdateLevelInput}
      read={(form) => ({ id: level.id, backorder_limit: numberTyped(form, "backorder_limit") })}
      run={(input) => souk.inventory.updateLevel.mutate(input)}
      about={{ stock_is_promised: "backorder_limit" }}
      said="The limit is saved."
      changed={useStockChanged()}
      onDone={onDone}
    >
      <LimitField level={level} name="backorder_limit" />
    </ActForm>
  );
}
