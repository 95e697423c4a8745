/** From how many units on, and what each costs then: as many steps as are asked for. */
import type { FieldErrors } from "@souk/client";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { numberTyped } from "../ui/act-form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { priceExample, wrongIn } from "./entry-amount.ts";

export const stepTyped = (form: FormData, step: number) => ({
  min_quantity: numberTyped(form, `min_quantity.${step}`),
  price: typed(form, `price.${step}`),
  percent: typed(form, `percent.${step}`),
});

interface Expected {
  readonly currency: string;
  /** Whether all that was chosen has a price that a percentage can be off. */
  readonly allSold: boolean;
}

/** What is wrong with one step beside those before it. */
function wrongInStep(form: FormData, step: number, { currency, allSold }: Expected): FieldErrors {
  const { min_quantity, ...meant } = stepTyped(form, step);
  if (min_quantity === undefined) {
    return { [`min_quantity.${step}`]: ["Say from how many units on."] };
  }
  const before = Array.from({ length: step }, (_, place) => stepTyped(form, place).min_quantity);
  if (before.includes(min_quantity)) {
    return { [`min_quantity.${step}`]: ["Another step begins with as many units."] };
  }
  const wrong = wrongIn(meant, currency);
  if (meant.price === undefined && !allSold && wrong["percent"] === undefined) {
    return { [`price.${step}`]: [`Enter a price: not all of them are sold in ${currency} yet.`] };
  }
  return Object.fromEntries(
    Object.entries(wrong).map(([field, messages]) => [`${field}.${step}`, messages]),
  );
}

export function wrongInSteps(form: FormData, steps: number, expected: Expected): FieldErrors {
  const wrong = Array.from({ length: steps }, (_, step) => wrongInStep(form, step, expected));
  return Object.assign({}, ...wrong);
}

interface StepsProps {
  readonly steps: number;
  readonly currency: string;
  readonly onChange: (steps: number) => void;
}

export function Steps({ steps, currency, onChange }: StepsProps): ReactNode {
  return (
    <>
      {Array.from({ length: steps }, (_, step) => (
        <fieldset key={step} className="grid gap-5 border-t border-line pt-4">
          <legend className="sr-only">Step {step + 1}</legend>
          <TextField
            name={`min_quantity.${step}`}
            label="From so many units on"
            required
            inputMode="numeric"
            defaultValue={step === 0 ? "1" : ""}
          />
          <TextField
            name={`percent.${step}`}
            label="Percent off"
            inputMode="decimal"
            hint="Off what everybody pays for each variant."
          />
          <TextField
            name={`price.${step}`}
            label={`Or the price in ${currency}`}
            inputMode="decimal"
            hint={`Of each unit, such as ${priceExample(currency)}. It goes before the percentage.`}
          />
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <CompactButton onClick={() => onChange(steps + 1)}>
          <Plus aria-hidden className="size-4" />
          Add a step for more units
        </CompactButton>
        {steps > 1 && (
          <CompactButton look="quiet" onClick={() => onChange(steps - 1)}>
            Leave the last step out
          </CompactButton>
        )}
      </div>
    </>
  );
}
