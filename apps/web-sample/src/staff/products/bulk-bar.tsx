/** One change for all products that are ticked. What is refused is told at its row. */
import type { BulkOperation, StaffProductSummary } from "@souk/client/contracts/product-admin";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useId, useState } from "react";
import { Notice } from "../../ui/notice.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { cellClass } from "../ui/cell-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { useCatalogueChanged, useCategoryChoices } from "./use-catalogue.ts";

type Action =
  | "publish"
  | "draft"
  | "archive"
  | "add_tags"
  | "remove_tags"
  | "set_category"
  | "delete"
  | "restore";

const shownActions: readonly (readonly [Action, string])[] = [
  ["publish", "Put into the shop"],
  ["draft", "Make a draft"],
  ["archive", "Archive"],
  ["add_tags", "Add tags"],
  ["remove_tags", "Remove tags"],
  ["set_category", "Move to a category"],
  ["delete", "Put into the bin"],
];

const binActions: readonly (readonly [Action, string])[] = [["restore", "Restore"]];

interface BulkBarProps {
  readonly chosen: readonly StaffProductSummary[];
  readonly inBin: boolean;
  /** Whether all of the page are ticked. */
  readonly all: boolean;
  readonly onAll: (ticked: boolean) => void;
  /** With what was refused, by product. */
  readonly onDone: (refusals: ReadonlyMap<string, string>) => void;
}

function operationOf(
  action: Action,
  { id, published_at, unpublish_at }: StaffProductSummary,
  text: string,
): BulkOperation {
  const tags = text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const schedule = { action: "set_status" as const, id, published_at, unpublish_at };
  switch (action) {
    case "publish":
      return { ...schedule, status: "active" };
    case "draft":
      return { ...schedule, status: "draft" };
    case "archive":
      return { ...schedule, status: "archived" };
    case "add_tags":
    case "remove_tags":
      return { action, id, tags };
    case "set_category":
      return { action, id, category: text === "" ? null : text };
    case "delete":
    case "restore":
      return { action, id };
  }
}

export function BulkBar({ chosen, inBin, all, onAll, onDone }: BulkBarProps): ReactNode {
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const categories = useCategoryChoices();
  const actions = inBin ? binActions : shownActions;
  const [action, setAction] = useState<Action>(inBin ? "restore" : "publish");
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ done: number; refused: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const actionId = useId();
  const textId = useId();
  const takesTags = action === "add_tags" || action === "remove_tags";

  const run = async (): Promise<void> => {
    const operations = chosen.map((product) => operationOf(action, product, text));
    const { items } = await souk.products.staff.bulk.mutate({ operations });
    const refused = items.flatMap(({ id, error }) =>
      error === null ? [] : [[id, error.message] as const],
    );
    setOutcome({ done: items.length - refused.length, refused: refused.length });
    onDone(new Map(refused));
    await changed();
  };
  const apply = (): void => {
    setPending(true);
    setProblem(null);
    setOutcome(null);
    run()
      .catch((error: unknown) => setProblem(explainFault(error)))
      .finally(() => setPending(false));
  };

  return (
    <div className="mb-4 rounded-xl bg-paper-sunk px-3 py-3">
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex min-h-10 items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={all}
            onChange={({ target }) => onAll(target.checked)}
            className="size-5 accent-clay"
          />
          All on this page
        </label>
        <div className="w-44">
          <label htmlFor={actionId} className="mb-1 block text-xs font-semibold text-ink-soft">
            With what is chosen
          </label>
          <select
            id={actionId}
            value={action}
            onChange={({ target }) => {
              const next = actions.find(([key]) => key === target.value);
              if (next) setAction(next[0]);
              setText("");
            }}
            className={cellClass}
          >
            {actions.map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {(takesTags || action === "set_category") && (
          <div className="w-52">
            <label htmlFor={textId} className="mb-1 block text-xs font-semibold text-ink-soft">
              {takesTags ? "Tags, with commas between" : "Category"}
            </label>
            {takesTags ? (
              <input
                id={textId}
                value={text}
                onChange={({ target }) => setText(target.value)}
                className={cellClass}
              />
            ) : (
              <select
                id={textId}
                value={text}
                onChange={({ target }) => setText(target.value)}
                className={cellClass}
              >
                <option value="">In none</option>
                {categories.map(([slug, path]) => (
                  <option key={slug} value={slug}>
                    {path}
                  </option>
                ))}
              </select>
            )}
          </div>
        )}
        <CompactButton
          look="primary"
          pending={pending}
          disabled={chosen.length === 0 || (takesTags && text.trim() === "")}
          onClick={apply}
        >
          {chosen.length === 0 ? "Nothing is chosen" : `Apply to ${chosen.length}`}
        </CompactButton>
      </div>
      {outcome && (
        <p role="status" className="mt-3 text-sm font-semibold">
          {`${outcome.done} changed.`}
          {outcome.refused > 0 &&
            ` ${outcome.refused} refused: they are still chosen, and say why.`}
        </p>
      )}
      {problem && (
        <Notice tone="alarm" className="mt-3">
          <p>{problem}</p>
        </Notice>
      )}
    </div>
  );
}
