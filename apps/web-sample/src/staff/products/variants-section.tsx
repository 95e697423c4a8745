/** All variants of the product, one row each. */
import { type ReactNode, useCallback, useState } from "react";
import { CompactButton } from "../ui/compact-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { ApplyBar } from "./apply-bar.tsx";
import type { VariantDraft } from "./draft.ts";
import { soldVariants } from "./input.ts";
import type { SectionProps } from "./section.ts";
import { VariantRow } from "./variant-row.tsx";

interface VariantsSectionProps extends SectionProps {
  readonly currency: string;
  /** Of the store beside its own. */
  readonly others: readonly string[];
}

/** More rows than this are drawn only when they are asked for. */
const AT_ONCE = 60;

export function VariantsSection(props: VariantsSectionProps): ReactNode {
  const { draft, change, currency, others } = props;
  const { variants, pictures } = draft;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(AT_ONCE);
  const sold = soldVariants(draft);
  const places = new Map(sold.map(({ key }, place) => [key, place]));
  const chosen = sold.filter(({ key }) => ticked.has(key));
  const alone = draft.options.length === 0 && variants.length === 1;

  const onTick = useCallback((key: string, on: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      if (on) next.add(key);
      else next.delete(key);
      return next;
    });
  }, []);
  const onEdit = useCallback(
    (key: string, patch: Partial<VariantDraft>) =>
      change((now) => ({
        variants: now.variants.map((one) => (one.key === key ? { ...one, ...patch } : one)),
      })),
    [change],
  );
  const apply = (made: (variant: VariantDraft) => Partial<VariantDraft>): void => {
    const keys = new Set((chosen.length > 0 ? chosen : sold).map(({ key }) => key));
    change((now) => ({
      variants: now.variants.map((one) => (keys.has(one.key) ? { ...one, ...made(one) } : one)),
    }));
  };

  return (
    <Panel
      title={alone ? "Price and stock keeping" : "Variants"}
      intro={
        alone
          ? "Without options there is one of it. What is in stock is set below, once it is saved."
          : `${sold.length} for sale. What is in stock is set below, once they are saved.`
      }
    >
      {!alone && (
        <>
          <ApplyBar
            {...{ currency, others, pictures }}
            ticked={chosen.length}
            all={sold.length}
            onApply={apply}
          />
          <div className="mt-3 flex gap-2">
            <CompactButton
              look="quiet"
              onClick={() => setTicked(new Set(sold.map(({ key }) => key)))}
            >
              Select all
            </CompactButton>
            {chosen.length > 0 && (
              <CompactButton look="quiet" onClick={() => setTicked(new Set())}>
                Select none
              </CompactButton>
            )}
          </div>
        </>
      )}
      <ul aria-label="Variants" className="divide-y divide-line">
        {variants.slice(0, shown).map((variant) => (
          <VariantRow
            key={variant.key}
            place={places.get(variant.key) ?? -1}
            ticked={ticked.has(variant.key)}
            {...{ variant, currency, others, pictures, alone, onTick, onEdit }}
          />
        ))}
      </ul>
      {variants.length > shown && (
        <CompactButton className="mt-3" onClick={() => setShown(variants.length)}>
          Show the other {variants.length - shown}
        </CompactButton>
      )}
    </Panel>
  );
}
