/** The options of a product. Whatever cannot be had is marked, yet can be looked at. */
import type { Product, Variant } from "@souk/client/contracts/products";
import { type ReactNode, useId } from "react";
import { cx } from "../ui/cx.ts";
import { type ValueChoice, type ValueState, valueChoices } from "./variant-choice.ts";

interface VariantPickerProps {
  readonly product: Product;
  readonly variant: Variant;
  readonly onChoose: (variant: Variant) => void;
}

const stateLooks: Record<ValueState, string> = {
  available: "border-line-strong/60",
  sold_out: "border-line-strong/60 text-ink-soft *:first-of-type:line-through",
  sold_out_here: "border-dashed border-line-strong/70 text-ink-soft",
  elsewhere: "border-dashed border-line-strong/70 text-ink-soft",
};

/** What is worth knowing before one chooses it; nothing where there is plenty. */
function noteOn(name: string, { state, variant }: ValueChoice): string {
  if (state === "elsewhere") return "";
  if (state === "sold_out_here") {
    const others = Object.entries(variant.options).filter(([option]) => option !== name);
    return `Sold out in ${others.map(([, value]) => value).join(", ")}`;
  }
  const { status, on_shelf: onShelf } = variant.stock;
  if (status === "low_stock") return onShelf === null ? "Few left" : `${onShelf} left`;
  return { in_stock: "", preorder: "Pre-order", backorder: "Back-order", out_of_stock: "Sold out" }[
    status
  ];
}

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
            {valueChoices(product, variant, name).map((choice) => (
              <label
                key={choice.value}
                className={cx(
                  "relative inline-flex min-h-12 min-w-14 flex-col items-center justify-center rounded-full border bg-paper-raised px-5 py-1 leading-tight transition-colors",
                  "hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper",
                  "has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-clay",
                  stateLooks[choice.state],
                )}
              >
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  value={choice.value}
                  checked={variant.options[name] === choice.value}
                  onChange={() => onChoose(choice.variant)}
                  className="sr-only"
                />
                <span>{choice.value}</span>
                {choice.state === "elsewhere" && (
                  <span className="sr-only"> (in another combination)</span>
                )}
                {noteOn(name, choice) && (
                  <span className="text-xs leading-tight opacity-85">
                    <span className="sr-only">, </span>
                    {noteOn(name, choice)}
                  </span>
                )}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
