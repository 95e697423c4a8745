/** Adding prices to a list: a product, its variants, from how many units on, and what they cost then. */
import type { FieldErrors } from "@souk/client";
import { type PriceList, SetEntriesInput } from "@souk/client/contracts/prices";
import type { StaffProduct } from "@souk/client/contracts/product-admin";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { CheckField } from "../../ui/form.tsx";
import { Price } from "../../ui/price.tsx";
import { ActForm } from "../ui/act-form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { amountMeant } from "./entry-amount.ts";
import { ProductFinder } from "./product-finder.tsx";
import { Steps, stepTyped, wrongInSteps } from "./steps.tsx";
import { useCurrencies, usePricesChanged } from "./use-prices.ts";

interface AddEntriesProps {
  readonly list: PriceList;
  readonly onDone: () => void;
}

type Variant = StaffProduct["variants"][number];

/** Null: the variant is not sold in that currency. */
function basePrice(variant: Variant, currency: string, own: string | undefined): number | null {
  if (currency === own) return variant.price;
  return variant.prices.find((price) => price.currency === currency)?.amount ?? null;
}

interface EntriesFormProps extends AddEntriesProps {
  readonly product: StaffProduct;
}

function EntriesForm({ list, product, onDone }: EntriesFormProps): ReactNode {
  const souk = useSouk();
  const [own] = useCurrencies();
  const { currency } = list;
  const [steps, setSteps] = useState(1);
  // Each variant has all steps, one behind the other.
  const fieldOf = (field: string): string => {
    const [, place, name] = field.split(".");
    return `${name === "min_quantity" ? name : "price"}.${Number(place) % steps}`;
  };
  const ticked = (form: FormData): readonly Variant[] =>
    product.variants.filter(({ id }) => form.get(id) === "on");
  const baseOf = (variant: Variant): number | null => basePrice(variant, currency, own);
  const check = (form: FormData): FieldErrors => {
    const chosen = ticked(form);
    if (chosen.length === 0) return { non_field_errors: ["Choose at least one variant."] };
    const allSold = chosen.every((one) => baseOf(one) !== null);
    return wrongInSteps(form, steps, { currency, allSold });
  };
  return (
    <ActForm
      label="Prices"
      action="Save the prices"
      contract={SetEntriesInput}
      check={check}
      place={fieldOf}
      read={(form) => ({
        id: list.id,
        entries: ticked(form).flatMap((variant) =>
          Array.from({ length: steps }, (_, step) => {
            const { min_quantity, ...meant } = stepTyped(form, step);
            const amount = amountMeant(meant, { base: baseOf(variant), currency });
            // What is no price is told as one: null would remove the entry.
            return { variant_id: variant.id, min_quantity, amount: amount ?? Number.NaN };
          }),
        ),
      })}
      run={(input) => souk.prices.setEntries.mutate(input)}
      said="The prices are saved."
      changed={usePricesChanged()}
      onDone={onDone}
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 text-sm font-semibold">{product.title}</legend>
        {product.variants.map((variant) => {
          const base = baseOf(variant);
          return (
            <CheckField
              key={variant.id}
              name={variant.id}
              defaultChecked={base !== null}
              label={
                <span className="flex justify-between gap-3">
                  <span>{variant.title || variant.sku || "The only one"}</span>
                  <span className="text-ink-soft">
                    {base === null ? (
                      `Not sold in ${currency}`
                    ) : (
                      <Price money={{ amount: base, currency }} />
                    )}
                  </span>
                </span>
              }
            />
          );
        })}
      </fieldset>
      <Steps steps={steps} currency={currency} onChange={setSteps} />
    </ActForm>
  );
}

export function AddEntries({ list, onDone }: AddEntriesProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const product = useQuery({
    ...useTRPC().products.staff.get.queryOptions({ id: chosen ?? "" }),
    enabled: chosen !== undefined,
  });
  return (
    <div className="grid gap-5">
      <ProductFinder onChoose={({ id }) => setChosen(id)} />
      {chosen !== undefined && (
        <Loaded query={product} label="The product is loading">
          {(found) => <EntriesForm key={found.id} list={list} product={found} onDone={onDone} />}
        </Loaded>
      )}
    </div>
  );
}
