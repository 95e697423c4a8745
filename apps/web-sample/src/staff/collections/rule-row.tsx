/** One rule: what is looked at, how it is compared, and with what. */
import type { Attribute } from "@souk/client/contracts/product-types";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../../ui/button.tsx";
import { useField } from "../../ui/form.tsx";
import { CellField, cellClass } from "../ui/cell-field.tsx";
import { ChipsField } from "../ui/chips-field.tsx";
import {
  fieldWords,
  kindOf,
  opsOf,
  opWords,
  type RuleDraft,
  type RuleField,
  type RuleOp,
} from "./rule-draft.ts";

interface RuleRowProps {
  readonly rule: RuleDraft;
  readonly place: number;
  readonly currency: string;
  readonly attributes: readonly Attribute[];
  /** What can be named by its id: pairs of id and name. */
  readonly named: (field: RuleField) => readonly (readonly [id: string, name: string])[];
  readonly onChange: (rule: RuleDraft) => void;
  readonly onRemove: () => void;
}

const fields = Object.entries(fieldWords);

export function RuleRow(props: RuleRowProps): ReactNode {
  const { rule, place, attributes, onChange, onRemove } = props;
  const name = `rules.${place}`;
  const { id, errors } = useField(name);
  // Another thing to look at begins with the first way to compare it.
  const rest = (changed: RuleDraft): void => {
    const ops = opsOf(changed, attributes);
    const op = ops.includes(changed.op) ? changed.op : (ops[0] ?? changed.op);
    onChange({ ...changed, op, values: [], text: "" });
  };
  const ops = opsOf(rule, attributes);
  return (
    <fieldset
      name={name}
      tabIndex={-1}
      aria-invalid={errors.length > 0 || undefined}
      aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
      className="min-w-0 rounded-xl border border-line px-3 py-3 aria-invalid:border-alarm"
    >
      <legend className="sr-only">Rule {place + 1}</legend>
      <div className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[10rem_11rem_1fr_auto]">
        <div className="grid gap-2">
          <Choice
            label={`Rule ${place + 1} looks at`}
            value={rule.field}
            options={fields}
            onChange={(value) => {
              const field = fields.find(([key]) => key === value)?.[0];
              if (field !== undefined) rest({ ...rule, field: field as RuleField });
            }}
          />
          {rule.field === "attribute" && (
            <Choice
              label={`Attribute of rule ${place + 1}`}
              value={rule.code}
              options={[
                ["", "Choose one"],
                ...attributes.map((one) => [one.code, one.name] as const),
              ]}
              onChange={(code) => rest({ ...rule, code })}
            />
          )}
        </div>
        <div className="order-last col-span-2 sm:order-none sm:col-span-1">
          <Choice
            label={`How rule ${place + 1} compares`}
            value={rule.op}
            options={ops.map((op) => [op, opWords[op]] as const)}
            onChange={(value) => onChange({ ...rule, op: value as RuleOp })}
          />
        </div>
        <div className="order-last col-span-2 min-w-0 sm:order-none sm:col-span-1">
          <Value {...props} />
        </div>
        <IconButton label={`Remove rule ${place + 1}`} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-2 text-sm font-medium text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={cellClass}
    >
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

function Value({ rule, place, currency, attributes, named, onChange }: RuleRowProps): ReactNode {
  const kind = kindOf(rule, attributes);
  if (kind === "yes") {
    return (
      <Choice
        label={`Value of rule ${place + 1}`}
        value={rule.yes ? "yes" : "no"}
        options={[
          ["yes", "Yes"],
          ["no", "No"],
        ]}
        onChange={(value) => onChange({ ...rule, yes: value === "yes" })}
      />
    );
  }
  if (kind === "number") {
    return (
      <CellField
        name={`rules.${place}.value`}
        label={`Value of rule ${place + 1}`}
        placeholder={rule.field === "price" ? currency : "A number"}
        inputMode="decimal"
        value={rule.text}
        onType={(text) => onChange({ ...rule, text })}
      />
    );
  }
  const offered = named(rule.field);
  if (rule.field === "category" || rule.field === "brand") {
    return <Named {...{ rule, place, offered, onChange }} />;
  }
  const attribute = attributes.find(({ code }) => code === rule.code);
  return (
    <ChipsField
      name={`rules.${place}.value`}
      label={`Values of rule ${place + 1}`}
      values={rule.values}
      suggestions={
        rule.field === "attribute" ? (attribute?.choices ?? []) : offered.map(([, name]) => name)
      }
      onChange={(values) => onChange({ ...rule, values })}
    />
  );
}

interface NamedProps {
  readonly rule: RuleDraft;
  readonly place: number;
  readonly offered: readonly (readonly [id: string, name: string])[];
  readonly onChange: (rule: RuleDraft) => void;
}

/** Things that are chosen by their names and sent by their ids. */
function Named({ rule, place, offered, onChange }: NamedProps): ReactNode {
  const names = new Map(offered);
  const free = offered.filter(([id]) => !rule.values.includes(id));
  return (
    <div className="grid gap-2">
      <Choice
        label={`Add to rule ${place + 1}`}
        value=""
        options={[["", "Add one"], ...free]}
        onChange={(id) => id !== "" && onChange({ ...rule, values: [...rule.values, id] })}
      />
      {rule.values.length > 0 && (
        <ul aria-label={`Values of rule ${place + 1}`} className="flex flex-wrap gap-1.5">
          {rule.values.map((id) => (
            <li key={id}>
              <button
                type="button"
                onClick={() =>
                  onChange({ ...rule, values: rule.values.filter((one) => one !== id) })
                }
                className="min-h-8 rounded-full bg-paper-sunk px-3 text-sm hover:bg-clay-wash"
              >
                <span className="sr-only">Remove </span>
                {names.get(id) ?? "Something that is gone"}
                <span aria-hidden> ×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
