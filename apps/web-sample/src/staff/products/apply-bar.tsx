/** One value for many variants at once: those that are ticked, or all. */
import { type ReactNode, useId, useState } from "react";
import { cellClass } from "../ui/cell-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import type { PictureDraft, VariantDraft } from "./draft.ts";

interface ApplyBarProps {
  readonly currency: string;
  readonly others: readonly string[];
  readonly pictures: readonly PictureDraft[];
  readonly ticked: number;
  readonly all: number;
  readonly onApply: (made: (variant: VariantDraft) => Partial<VariantDraft>) => void;
}

type Made = (text: string) => (variant: VariantDraft) => Partial<VariantDraft>;

interface Field {
  readonly id: string;
  readonly label: string;
  readonly made: Made;
  /** What there is to choose among, where it is not typed. */
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

const yesNo = [
  ["yes", "Yes"],
  ["no", "No"],
] as const;

function fieldsOf({ currency, others, pictures }: ApplyBarProps): readonly Field[] {
  const inOther = (other: string, member: "amount" | "compareAt"): Made => {
    return (text) => (variant) => ({
      others: {
        ...variant.others,
        [other]: { amount: "", compareAt: "", ...variant.others[other], [member]: text },
      },
    });
  };
  return [
    { id: "price", label: `Price ${currency}`, made: (price) => () => ({ price }) },
    { id: "before", label: `Before ${currency}`, made: (compareAt) => () => ({ compareAt }) },
    ...others.flatMap((other) => [
      { id: other, label: `Price ${other}`, made: inOther(other, "amount") },
      { id: `before-${other}`, label: `Before ${other}`, made: inOther(other, "compareAt") },
    ]),
    { id: "weight", label: "Weight (g)", made: (weight) => () => ({ weight }) },
    { id: "length", label: "Length (mm)", made: (length) => () => ({ length }) },
    { id: "width", label: "Width (mm)", made: (width) => () => ({ width }) },
    { id: "height", label: "Height (mm)", made: (height) => () => ({ height }) },
    { id: "hs", label: "Customs tariff number", made: (hsCode) => () => ({ hsCode }) },
    {
      id: "digital",
      label: "Digital",
      choices: yesNo,
      made: (text) => () => ({ digital: text === "yes" }),
    },
    {
      id: "counted",
      label: "Stock is counted",
      choices: yesNo,
      made: (text) => () => ({ counted: text === "yes" }),
    },
    {
      id: "picture",
      label: "Picture",
      choices: pictures.map(({ key, alt }, place) => [key, `${place + 1}. ${alt}`]),
      made: (key) => () => ({ picture: key }),
    },
    {
      id: "leftOut",
      label: "For sale",
      choices: yesNo,
      made: (text) => () => ({ leftOut: text === "no" }),
    },
  ];
}

export function ApplyBar(props: ApplyBarProps): ReactNode {
  const { ticked, all, onApply } = props;
  const fields = fieldsOf(props);
  const [chosen, setChosen] = useState("price");
  const [text, setText] = useState("");
  const field = fields.find(({ id }) => id === chosen);
  const fieldId = useId();
  const valueId = useId();
  if (field === undefined) return null;
  const { choices } = field;
  const value = choices ? (choices.find(([key]) => key === text)?.[0] ?? choices[0]?.[0]) : text;
  const apply = (): void => {
    if (value !== undefined) onApply(field.made(value));
  };
  return (
    <div className="grid grid-cols-2 items-end gap-2 rounded-xl bg-paper-sunk px-3 py-3 sm:flex sm:flex-wrap">
      <div className="min-w-0 sm:w-48">
        <label htmlFor={fieldId} className="mb-1 block text-xs font-semibold text-ink-soft">
          Set for many
        </label>
        <select
          id={fieldId}
          value={chosen}
          onChange={({ target }) => {
            setChosen(target.value);
            setText("");
          }}
          className={cellClass}
        >
          {fields.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="min-w-0 sm:w-40">
        <label htmlFor={valueId} className="mb-1 block text-xs font-semibold text-ink-soft">
          To
        </label>
        {choices ? (
          <select
            id={valueId}
            value={value}
            onChange={({ target }) => setText(target.value)}
            className={cellClass}
          >
            {choices.map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={valueId}
            value={text}
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              apply();
            }}
            className={cellClass}
          />
        )}
      </div>
      <CompactButton onClick={apply} className="col-span-2">
        {ticked > 0 ? `Apply to ${ticked} selected` : `Apply to all ${all}`}
      </CompactButton>
    </div>
  );
}
