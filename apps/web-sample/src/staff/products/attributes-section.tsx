/** What a product of its type has a value of: each attribute as a field of its kind. */
import type { Attribute, AttributeValue } from "@souk/client/contracts/product-types";
import type { ReactNode } from "react";
import { AreaField, CheckField, SelectField, TextField } from "../../ui/form.tsx";
import { Panel } from "../ui/panel.tsx";
import type { SectionProps } from "./section.ts";
import { useAttributesOf, useProductTypes } from "./use-catalogue.ts";

export function AttributesSection({ draft, change }: SectionProps): ReactNode {
  const types = useProductTypes();
  const attributes = useAttributesOf(draft.productType) ?? [];
  const known = types.some(({ name }) => name === draft.productType.trim());
  const set = (code: string, value: AttributeValue | undefined): void =>
    change(({ attributes: { [code]: _before, ...others } }) => ({
      attributes: value === undefined ? others : { ...others, [code]: value },
    }));
  return (
    <Panel
      title="Attributes"
      intro={
        !known && draft.productType.trim() !== ""
          ? "This type is new: it has no attributes of its own yet."
          : undefined
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {attributes.map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            value={draft.attributes[attribute.code]}
            onChange={(value) => set(attribute.code, value)}
          />
        ))}
        <AreaField
          name="custom_fields.care_instructions"
          label="Care instructions"
          maxLength={2000}
          value={draft.care}
          onChange={({ target }) => change({ care: target.value })}
        />
        <TextField
          name="custom_fields.country_of_origin"
          label="Country of origin"
          maxLength={2}
          hint="Two letters, such as PT."
          value={draft.origin}
          onChange={({ target }) => change({ origin: target.value })}
        />
      </div>
    </Panel>
  );
}

interface AttributeFieldProps {
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  readonly onChange: (value: AttributeValue | undefined) => void;
}

function AttributeField({ attribute, value, onChange }: AttributeFieldProps): ReactNode {
  const { code, name, type, unit, choices, is_required: required } = attribute;
  const field = {
    name: `attributes.${code}`,
    label: unit === "" ? name : `${name} (${unit})`,
    required,
  };
  if (type === "boolean") {
    return (
      <SelectField
        {...field}
        value={value === undefined ? "" : String(value)}
        onChange={({ target }) =>
          onChange(target.value === "" ? undefined : target.value === "true")
        }
      >
        <option value="">Not said</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </SelectField>
    );
  }
  if (type === "choice") {
    return (
      <SelectField
        {...field}
        value={typeof value === "string" ? value : ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      >
        <option value="">Not said</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </SelectField>
    );
  }
  if (type === "choices") {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className="col-span-full">
        <legend className="mb-1 text-sm font-semibold">{name}</legend>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4 lg:grid-cols-6">
          {choices.map((choice) => (
            <CheckField
              key={choice}
              name={field.name}
              label={choice}
              checked={chosen.includes(choice)}
              onChange={({ target }) => {
                const next = choices.filter((one) =>
                  one === choice ? target.checked : chosen.includes(one),
                );
                onChange(next.length === 0 ? undefined : next);
              }}
            />
          ))}
        </div>
      </fieldset>
    );
  }
  return (
    <TextField
      {...field}
      inputMode={type === "number" ? "decimal" : "text"}
      value={value === undefined ? "" : String(value)}
      onChange={({ target }) => onChange(typedValue(target.value, type))}
      onBlur={() => type === "number" && onChange(finishedNumber(value))}
    />
  );
}

/** A number that is half typed, such as `1.`, stays a text. */
function typedValue(text: string, type: "number" | "text"): AttributeValue | undefined {
  if (text === "") return undefined;
  return type === "number" && String(Number(text)) === text ? Number(text) : text;
}

/** What is none stays as it is: the server says so at its field. */
const finishedNumber = (value: AttributeValue | undefined): AttributeValue | undefined =>
  typeof value === "string" && Number.isFinite(Number(value)) ? Number(value) : value;
