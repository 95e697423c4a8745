/** The rules of a collection, and at once what they would find. */
import type { CollectionRule } from "@souk/client/contracts/collections";
import { useSouk } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { CompactButton } from "../ui/compact-button.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { newRule, type RuleDraft, ruleOf } from "./rule-draft.ts";
import { RuleRow } from "./rule-row.tsx";
import { useRuleWords } from "./use-rule-words.ts";

const SETTLE_MS = 350;
const MAX_RULES = 20;

interface RulesPanelProps {
  readonly rules: readonly RuleDraft[];
  readonly matchAll: boolean;
  readonly currency: string;
  readonly onRules: (rules: readonly RuleDraft[]) => void;
  readonly onMatchAll: (all: boolean) => void;
}

export function RulesPanel(props: RulesPanelProps): ReactNode {
  const { rules, matchAll, currency, onRules, onMatchAll } = props;
  const { attributes, named } = useRuleWords();
  const whole = rules.flatMap((rule) => ruleOf(rule, currency, attributes) ?? []);
  return (
    <Panel title="Rules" intro="They are asked whenever somebody looks at the collection.">
      <fieldset className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 text-sm font-semibold">
          A product belongs to it when it meets
        </legend>
        {[true, false].map((all) => (
          <label key={String(all)} className="flex min-h-9 items-center gap-2.5 text-[0.95rem]">
            <input
              type="radio"
              name="match_all"
              checked={matchAll === all}
              onChange={() => onMatchAll(all)}
              className="size-5 accent-clay"
            />
            {all ? "every rule" : "any rule"}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-3">
        {rules.map((rule, place) => (
          <RuleRow
            key={rule.key}
            {...{ rule, place, currency, attributes, named }}
            onChange={(changed) =>
              onRules(rules.map((one) => (one.key === rule.key ? changed : one)))
            }
            onRemove={() => onRules(rules.filter(({ key }) => key !== rule.key))}
          />
        ))}
      </div>
      <CompactButton
        className="mt-3"
        disabled={rules.length >= MAX_RULES}
        onClick={() => onRules([...rules, newRule()])}
      >
        <Plus aria-hidden className="size-4" />
        Add a rule
      </CompactButton>
      <Preview rules={whole} matchAll={matchAll} unfinished={rules.length - whole.length} />
    </Panel>
  );
}

/** What was typed, once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

interface PreviewProps {
  readonly rules: readonly CollectionRule[];
  readonly matchAll: boolean;
  readonly unfinished: number;
}

function Preview({ rules, matchAll, unfinished }: PreviewProps): ReactNode {
  const souk = useSouk();
  const asked = useRested(JSON.stringify([rules, matchAll]));
  const preview = useQuery({
    queryKey: ["collection-preview", asked],
    placeholderData: keepPreviousData,
    enabled: rules.length > 0,
    queryFn: () =>
      souk.products.collections.preview.mutate({ rules: [...rules], match_all: matchAll }),
  });
  const { data } = preview;
  return (
    <section aria-label="What they find now" className="mt-5 border-t border-line pt-4">
      <p role="status" className="text-sm font-semibold">
        {rules.length === 0
          ? "It needs a rule."
          : data === undefined
            ? "Looking…"
            : `${data.count} ${data.count === 1 ? "product" : "products"} now`}
        {unfinished > 0 && (
          <span className="font-normal text-ink-soft">
            {unfinished === 1
              ? ", without the rule that is not finished"
              : `, without the ${unfinished} rules that are not finished`}
          </span>
        )}
      </p>
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {rules.length > 0 && data && (
        <ul aria-label="Some of them" className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {data.items.map(({ id, title, picture }) => (
            <li key={id} className="flex min-w-0 items-center gap-2.5 text-sm">
              <Thumb picture={picture} />
              <span className="min-w-0 truncate">{title}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
