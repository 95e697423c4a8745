/** What a shopper chooses among: options and their values, from which the variants are made. */
import { useSouk } from "@souk/client/react";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { TextField } from "../../ui/form.tsx";
import { moved } from "../../ui/moved.ts";
import { Notice } from "../../ui/notice.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { ChipsField } from "../ui/chips-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { OrderButtons } from "../ui/ordering.tsx";
import { Panel } from "../ui/panel.tsx";
import { newKey, type OptionDraft } from "./draft.ts";
import { mergeVariants, realigned, usable } from "./merge-variants.ts";
import type { SectionProps } from "./section.ts";

const MAX_OPTIONS = 3;

/** Asks for the variants whenever the options are others than those that they were made of. */
function useMatrix({ draft, change }: SectionProps, skuStart: string) {
  const souk = useSouk();
  const options = usable(draft.options);
  const wanted = JSON.stringify(options.map(({ name, values }) => [name, values]));
  const made = useRef(wanted);
  const [problem, setProblem] = useState<string | null>(null);

  const make = async (): Promise<void> => {
    const asked = wanted;
    made.current = asked;
    try {
      const matrix = await souk.products.staff.variantMatrix.mutate({
        options: options.map(({ name, values }) => ({ name, values: [...values] })),
        template: { price: 0, sku: skuStart.trim() === "" ? null : skuStart.trim() },
      });
      // Later options have been asked about meanwhile.
      if (made.current !== asked) return;
      setProblem(null);
      change(({ variants }) => ({ variants: mergeVariants(matrix.variants, variants) }));
    } catch (error) {
      if (made.current === asked) setProblem(explainFault(error));
    }
  };
  useEffect(() => {
    if (made.current !== wanted) void make();
  });
  return { problem, fillSkus: make };
}

export function OptionsSection({ draft, change }: SectionProps): ReactNode {
  const { options } = draft;
  const [skuStart, setSkuStart] = useState("");
  const { problem, fillSkus } = useMatrix({ draft, change }, skuStart);

  const rearrange = (next: readonly OptionDraft[]): void =>
    change((now) => ({
      options: next,
      variants: realigned(now.variants, usable(now.options), usable(next)),
    }));
  const edit = (key: string, patch: Partial<OptionDraft>): void =>
    rearrange(options.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const add = (): void => rearrange([...options, { key: newKey(), name: "", values: [] }]);

  return (
    <Panel
      title="Options"
      intro="Such as a size and a colour. Every combination of their values becomes a variant."
      actions={
        options.length < MAX_OPTIONS && (
          <CompactButton onClick={add}>
            <Plus aria-hidden className="size-4" />
            Add an option
          </CompactButton>
        )
      }
    >
      {options.length > 0 && (
        <ul className="grid gap-5">
          {options.map((option, place) => (
            <li
              key={option.key}
              className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0 sm:grid-cols-[12rem_1fr_auto] sm:items-start"
            >
              <TextField
                name={`options.${place}.name`}
                label={`Option ${place + 1}`}
                required
                maxLength={120}
                value={option.name}
                onChange={({ target }) => edit(option.key, { name: target.value })}
              />
              <ChipsField
                name={`options.${place}.values`}
                label={`Values of option ${place + 1}`}
                hint="Press Enter after each, or put commas between them."
                values={option.values}
                onChange={(values) => edit(option.key, { values })}
              />
              <div className="flex sm:pt-7">
                <OrderButtons
                  label={`option ${place + 1}`}
                  place={place}
                  count={options.length}
                  onMove={(from, to) => rearrange(moved(options, from, to))}
                />
                <IconButton
                  label={`Remove option ${place + 1}`}
                  onClick={() => rearrange(options.filter(({ key }) => key !== option.key))}
                >
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <Notice tone="alarm" className="mt-4">
          <p>{problem}</p>
        </Notice>
      )}
      {options.length > 0 && (
        <div className="mt-5 flex flex-wrap items-end gap-3 border-t border-line pt-4">
          <TextField
            name="sku_start"
            label="SKUs begin with"
            maxLength={60}
            value={skuStart}
            onChange={({ target }) => setSkuStart(target.value)}
            fieldClassName="w-56"
          />
          <CompactButton
            disabled={skuStart.trim() === ""}
            onClick={() => void fillSkus()}
            className="mb-1"
          >
            Fill in missing SKUs
          </CompactButton>
        </div>
      )}
    </Panel>
  );
}
