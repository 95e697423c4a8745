/** One variant: its SKU and its prices at a glance, the rest when it is opened. */
import { Ban, ChevronDown, Undo2 } from "lucide-react";
import { memo, type ReactNode, useEffect, useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { useErrorsUnder } from "../../ui/form.tsx";
import { CellField } from "../ui/cell-field.tsx";
import { Thumb } from "../ui/thumb.tsx";
import type { PictureDraft, PriceDraft, VariantDraft } from "./draft.ts";
import { pricedIn } from "./input.ts";
import { detailFields, VariantDetails } from "./variant-details.tsx";

interface VariantRowProps {
  readonly variant: VariantDraft;
  /** Its place among those that are sent; -1 for one that is left out. */
  readonly place: number;
  readonly currency: string;
  readonly others: readonly string[];
  readonly pictures: readonly PictureDraft[];
  readonly ticked: boolean;
  /** One alone needs neither a name nor a choice. */
  readonly alone: boolean;
  readonly onTick: (key: string, ticked: boolean) => void;
  readonly onEdit: (key: string, patch: Partial<VariantDraft>) => void;
}

const noPrice: PriceDraft = { amount: "", compareAt: "" };

export const VariantRow = memo(function VariantRow(props: VariantRowProps): ReactNode {
  const { variant, place, pictures, alone, ticked, onTick, onEdit } = props;
  const path = `variants.${place}`;
  const name = variant.values.join(" / ") || "The product";
  const edit = (patch: Partial<VariantDraft>): void => onEdit(variant.key, patch);
  const [opened, setOpened] = useState(false);
  const wrong = useErrorsUnder(...detailFields.map((field) => `${path}.${field}`));
  const shown = opened || wrong;
  // What was opened by an error does not close while it is being mended.
  useEffect(() => {
    if (wrong) setOpened(true);
  }, [wrong]);
  const picture = pictures.find(({ key }) => key === variant.picture) ?? pictures[0] ?? null;

  if (variant.leftOut) {
    return (
      <li className="flex items-center justify-between gap-3 py-2 text-sm text-ink-soft">
        <s>{name}</s>
        <IconButton label={`Sell ${name} again`} onClick={() => edit({ leftOut: false })}>
          <Undo2 aria-hidden className="size-4" />
        </IconButton>
      </li>
    );
  }
  return (
    <li className="grid gap-3 py-3">
      <fieldset className="grid min-w-0 gap-3 lg:flex lg:items-start">
        <legend className="sr-only">{name}</legend>
        <div className="flex min-w-0 items-center gap-3 lg:w-52 lg:shrink-0">
          {!alone && (
            <input
              type="checkbox"
              aria-label={`Choose ${name}`}
              checked={ticked}
              onChange={({ target }) => onTick(variant.key, target.checked)}
              className="size-5 shrink-0 accent-clay"
            />
          )}
          <Thumb picture={picture} />
          <span className="min-w-0 flex-1 text-sm font-semibold break-words">{name}</span>
        </div>
        <div className="grid min-w-0 flex-1 grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-[minmax(11rem,2fr)_repeat(auto-fit,minmax(5.5rem,1fr))]">
          <CellField
            labelled
            name={`${path}.sku`}
            label="SKU"
            fieldClassName="col-span-2 sm:col-span-4 lg:col-span-1"
            maxLength={255}
            value={variant.sku}
            // A long one is wider than its field.
            title={variant.sku}
            onType={(sku) => edit({ sku })}
          />
          <Prices {...props} path={path} edit={edit} />
        </div>
        <div className="flex shrink-0 justify-end lg:pt-5">
          <IconButton
            label={`${shown ? "Less" : "More"} about ${name}`}
            aria-expanded={shown}
            onClick={() => setOpened(!opened)}
          >
            <ChevronDown
              aria-hidden
              className={cx("size-4 transition-transform", shown && "rotate-180")}
            />
          </IconButton>
          {!alone && (
            <IconButton label={`Leave out ${name}`} onClick={() => edit({ leftOut: true })}>
              <Ban aria-hidden className="size-4" />
            </IconButton>
          )}
        </div>
      </fieldset>
      {/* It stays in the form, so that what is wrong in it can be shown in it. */}
      <div hidden={!shown}>
        <VariantDetails {...{ variant, name, path, pictures, edit }} />
      </div>
    </li>
  );
});

interface PricesProps extends VariantRowProps {
  readonly path: string;
  readonly edit: (patch: Partial<VariantDraft>) => void;
}

function Prices({ variant, path, currency, others, edit }: PricesProps): ReactNode {
  const priced = pricedIn(variant);
  return (
    <>
      <CellField
        labelled
        name={`${path}.price`}
        label={`Price ${currency}`}
        inputMode="decimal"
        value={variant.price}
        onType={(price) => edit({ price })}
        className="tabular text-right"
      />
      <CellField
        labelled
        name={`${path}.compare_at`}
        label={`Before ${currency}`}
        inputMode="decimal"
        value={variant.compareAt}
        onType={(compareAt) => edit({ compareAt })}
        className="tabular text-right"
      />
      {others.map((other) => {
        const price = variant.others[other] ?? noPrice;
        const at = priced.indexOf(other);
        const set = (patch: Partial<PriceDraft>): void =>
          edit({ others: { ...variant.others, [other]: { ...price, ...patch } } });
        // A price that is not there has no place on the wire yet.
        const begin = `${path}.prices.${at === -1 ? other : at}`;
        return (
          <div key={other} className="contents">
            <CellField
              labelled
              name={`${begin}.amount`}
              label={`Price ${other}`}
              inputMode="decimal"
              value={price.amount}
              onType={(amount) => set({ amount })}
              className="tabular text-right"
            />
            <CellField
              labelled
              name={`${begin}.compare_at`}
              label={`Before ${other}`}
              inputMode="decimal"
              value={price.compareAt}
              onType={(compareAt) => set({ compareAt })}
              className="tabular text-right"
            />
          </div>
        );
      })}
    </>
  );
}
