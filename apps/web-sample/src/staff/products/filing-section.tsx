/** Where the product is found: its brand, type, category and tags. */
import type { ReactNode } from "react";
import { SelectField, TextField } from "../../ui/form.tsx";
import { ChipsField } from "../ui/chips-field.tsx";
import { Panel } from "../ui/panel.tsx";
import type { SectionProps } from "./section.ts";
import { useBrands, useCategoryChoices, useProductTypes } from "./use-catalogue.ts";

export function FilingSection({ draft, change }: SectionProps): ReactNode {
  const categories = useCategoryChoices();
  const brands = useBrands();
  const types = useProductTypes();
  return (
    <Panel title="Where it is found">
      <div className="grid gap-4">
        <SelectField
          name="category"
          label="Category"
          value={draft.category}
          onChange={({ target }) => change({ category: target.value })}
        >
          <option value="">In none</option>
          {categories.map(([slug, path]) => (
            <option key={slug} value={slug}>
              {path}
            </option>
          ))}
        </SelectField>
        <TextField
          name="vendor"
          label="Brand"
          list="known-brands"
          maxLength={120}
          hint="A new name makes a brand."
          value={draft.vendor}
          onChange={({ target }) => change({ vendor: target.value })}
        />
        <datalist id="known-brands">
          {brands.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <TextField
          name="product_type"
          label="Product type"
          list="known-types"
          maxLength={120}
          hint="It says which attributes there are."
          value={draft.productType}
          onChange={({ target }) => change({ productType: target.value })}
        />
        <datalist id="known-types">
          {types.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <ChipsField
          name="tags"
          label="Tags"
          values={draft.tags}
          onChange={(tags) => change({ tags })}
        />
      </div>
    </Panel>
  );
}
