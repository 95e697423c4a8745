/** What of a variant has no place in its row: measures, customs, how it is sold. */
import type { ReactNode } from "react";
import { CheckField } from "../../ui/form.tsx";
import { CellField, cellClass } from "../ui/cell-field.tsx";
import type { PictureDraft, VariantDraft } from "./draft.ts";

interface VariantDetailsProps {
  readonly variant: VariantDraft;
  readonly name: string;
  /** How its fields begin on the wire. */
  readonly path: string;
  readonly pictures: readonly PictureDraft[];
  readonly edit: (patch: Partial<VariantDraft>) => void;
}

const measures = [
  ["weight", "weight_grams", "Weight (g)"],
  ["length", "length_mm", "Length (mm)"],
  ["width", "width_mm", "Width (mm)"],
  ["height", "height_mm", "Height (mm)"],
] as const;

/** How the names of its fields begin; those of the row itself are always seen. */
export const detailFields = [...measures.map(([, wire]) => wire), "barcode", "custom_fields."];

export function VariantDetails(props: VariantDetailsProps): ReactNode {
  const { variant, name, path, pictures, edit } = props;
  return (
    <fieldset className="grid gap-4 rounded-xl bg-paper px-4 py-4">
      <legend className="sr-only">More about {name}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {measures.map(([field, wire, label]) => (
          <CellField
            key={field}
            labelled
            name={`${path}.${wire}`}
            label={label}
            inputMode="numeric"
            value={variant[field]}
            onType={(text) => edit({ [field]: text })}
          />
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <CellField
          labelled
          name={`${path}.barcode`}
          label="Barcode"
          inputMode="numeric"
          maxLength={255}
          value={variant.barcode}
          onType={(barcode) => edit({ barcode })}
        />
        <CellField
          labelled
          name={`${path}.custom_fields.hs_code`}
          label="Customs tariff number"
          inputMode="numeric"
          value={variant.hsCode}
          onType={(hsCode) => edit({ hsCode })}
        />
        <label className="block min-w-0">
          <span className="mb-1 block text-xs font-semibold text-ink-soft">Picture</span>
          <select
            value={variant.picture ?? ""}
            onChange={({ target }) => edit({ picture: target.value === "" ? null : target.value })}
            className={cellClass}
          >
            <option value="">The product's first</option>
            {pictures.map(({ key, alt }, place) => (
              <option key={key} value={key}>
                {`${place + 1}. ${alt === "" ? "without a description" : alt}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="grid gap-x-6 sm:grid-cols-3">
        <CheckField
          label="Digital: nothing is sent"
          checked={variant.digital}
          onChange={({ target }) => edit({ digital: target.checked })}
        />
        <CheckField
          label="Stock is counted"
          checked={variant.counted}
          onChange={({ target }) => edit({ counted: target.checked })}
        />
        <CheckField
          label="Taxed"
          checked={variant.taxable}
          onChange={({ target }) => edit({ taxable: target.checked })}
        />
      </div>
    </fieldset>
  );
}
