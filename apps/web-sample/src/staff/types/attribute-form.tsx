/** An attribute: what it is called, what kind of value it has, and what there is to choose from. */
import {
  type Attribute,
  AttributeType,
  CreateAttributeInput,
  UpdateAttributeInput,
} from "@souk/client/contracts/product-types";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { CheckField, Form, SelectField, TextField } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { ChipsField } from "../ui/chips-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";

const typeWords: Readonly<Record<AttributeType, string>> = {
  text: "A text",
  number: "A number",
  boolean: "Yes or no",
  choice: "One of several choices",
  choices: "Some of several choices",
};

interface AttributeFormProps {
  /** Absent for one that is new. */
  readonly attribute?: Attribute;
  /** Of which product type a new one is; null: of every product. */
  readonly typeId: string | null;
  /** Where a new one stands. */
  readonly position: number;
  readonly onSaved: (attribute: Attribute) => Promise<void>;
  readonly onCancel: () => void;
}

export function AttributeForm(props: AttributeFormProps): ReactNode {
  const { attribute, typeId, position, onSaved, onCancel } = props;
  const souk = useSouk();
  const [type, setType] = useState<AttributeType>(attribute?.type ?? "text");
  const [choices, setChoices] = useState<readonly string[]>(attribute?.choices ?? []);
  const chosen = type === "choice" || type === "choices";
  const submission = useSubmission({
    contract: CreateAttributeInput,
    read: (form) => ({
      product_type_id: attribute?.product_type_id ?? typeId,
      code: attribute?.code ?? typed(form, "code") ?? "",
      name: typed(form, "name") ?? "",
      type,
      unit: type === "number" ? (typed(form, "unit") ?? "") : "",
      choices: chosen ? choices : [],
      is_required: form.get("is_required") !== null,
      is_filterable: form.get("is_filterable") !== null,
      position: attribute?.position ?? position,
    }),
    send: async (input) => {
      const { product_type_id: _of, code: _code, ...changes } = input;
      await onSaved(
        await (attribute === undefined
          ? souk.products.types.createAttribute.mutate(input)
          : souk.products.types.updateAttribute.mutate(
              UpdateAttributeInput.parse({ ...changes, id: attribute.id }),
            )),
      );
    },
  });
  return (
    <Form
      submission={submission}
      label="Attribute"
      className="grid items-start gap-4 rounded-xl bg-paper px-4 py-4 sm:grid-cols-2"
    >
      <TextField name="name" label="Name" required maxLength={120} defaultValue={attribute?.name} />
      {attribute === undefined && (
        <TextField
          name="code"
          label="Code"
          required
          maxLength={60}
          hint="For filters and imports, such as capacity_ml. It stays."
        />
      )}
      <SelectField
        name="type"
        label="Its value is"
        required
        value={type}
        onChange={({ target }) => setType(AttributeType.parse(target.value))}
      >
        {AttributeType.options.map((one) => (
          <option key={one} value={one}>
            {typeWords[one]}
          </option>
        ))}
      </SelectField>
      {type === "number" && (
        <TextField name="unit" label="Unit" maxLength={20} defaultValue={attribute?.unit} />
      )}
      {chosen && (
        <div className="sm:col-span-2">
          <ChipsField
            name="choices"
            label="Choices"
            hint="Press Enter after each."
            values={choices}
            onChange={setChoices}
          />
        </div>
      )}
      <div className="sm:col-span-2">
        <CheckField
          name="is_required"
          label="A product cannot be saved without it"
          defaultChecked={attribute?.is_required}
        />
        <CheckField
          name="is_filterable"
          label="Shoppers may filter by it"
          defaultChecked={attribute?.is_filterable}
        />
      </div>
      <div className="flex justify-end gap-2 sm:col-span-2">
        <CompactButton onClick={onCancel}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          {attribute ? "Save the attribute" : "Make the attribute"}
        </CompactButton>
      </div>
    </Form>
  );
}

export const kindText = ({ type, unit, choices }: Attribute): string => {
  if (type === "number" && unit !== "") return `${typeWords.number}, in ${unit}`;
  return choices.length > 0 ? `${typeWords[type]}: ${choices.join(", ")}` : typeWords[type];
};
