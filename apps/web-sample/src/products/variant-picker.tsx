/** The options of a product. Whatever cannot be had is marked, yet can be looked at. */
import type { Product, Variant } from "@souk/client/contracts/products";
import { type ReactNode, useId } from "react";
import { cx } from "../ui/cx.ts";
import { type ValueState, valueChoices } from "./variant-choice.ts";

interface VariantPickerProps {
  readonly product: Product;
  readonly variant: Variant;
  readonly onChoose: (variant: Variant) => void;
}

const stateLooks: Record<ValueState, string> = {
  available: "border-line-strong/60",
  sold_out: "border-line-strong/60 text-ink-soft line-through decoration-1",
  elsewhere: "border-dashed border-line-strong/70 text-ink-soft",
};

const stateWords: Record<ValueState, string> = {
  available: "",
  sold_out: "(sold out)",
  elsewhere: "(in another combination)",
};

export function VariantPicker({ product, variant, onChoose }: VariantPickerProps): ReactNode {
  const id = useId();
  if (product.variants.length < 2) return null;
  return (
    <div className="grid gap-6">
      {product.options.map(({ name }) => (
        <fieldset key={name}>
          <legend className="mb-2.5">
            <span className="font-semibold">{name}</span>{" "}
            <span className="text-ink-soft">{variant.options[name]}</span>
          </legend>
          <div className="flex flex-wrap gap-2">
            {valueChoices(product, variant, name).map(({ value, state, variant: target }) => (
              <label
                key={value}
                className={cx(
                  "relative inline-flex min-h-12 min-w-14 items-center justify-center rounded-full border bg-paper-raised px-5 transition-colors",
                  "hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper",
                  "has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-clay",
                  stateLooks[state],
                )}
              >
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  value={value}
                  checked={variant.options[name] === value}
                  onChange={() => onChoose(target)}
                  className="sr-only"
                />
                {value}
                <span className="sr-only">{stateWords[state]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
