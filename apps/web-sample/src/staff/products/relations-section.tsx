/** What is shown beside the product: alike, to go with it, or better. */
import { Trash2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { moved } from "../../ui/moved.ts";
import { Chip } from "../ui/badge.tsx";
import { cellClass } from "../ui/cell-field.tsx";
import { OrderButtons } from "../ui/ordering.tsx";
import { Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import type { RelationDraft } from "./draft.ts";
import { ProductSearch } from "./product-search.tsx";
import type { SectionProps } from "./section.ts";

const kinds: Readonly<Record<RelationDraft["kind"], string>> = {
  related: "Related",
  accessory: "Accessory",
  upgrade: "Upgrade",
};

interface RelationsSectionProps extends SectionProps {
  /** Of the product itself, which is not its own relation. */
  readonly ownId: string | null;
}

export function RelationsSection({ draft, change, ownId }: RelationsSectionProps): ReactNode {
  const { relations } = draft;
  const [kind, setKind] = useState<RelationDraft["kind"]>("related");
  const kindId = useId();
  const taken = relations.filter((one) => one.kind === kind).map(({ productId }) => productId);
  const except = new Set(ownId === null ? taken : [...taken, ownId]);
  return (
    <Panel title="Shown beside it">
      {relations.length > 0 && (
        <ul aria-label="Relations" className="mb-4 divide-y divide-line">
          {relations.map((relation, place) => (
            <li
              key={`${relation.kind} ${relation.productId}`}
              className="flex items-center gap-3 py-2 text-sm"
            >
              <Thumb picture={relation.picture} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{relation.title}</span>
                <Chip>{kinds[relation.kind]}</Chip>
              </span>
              <span className="flex shrink-0">
                <OrderButtons
                  label={relation.title}
                  place={place}
                  count={relations.length}
                  onMove={(from, to) => change({ relations: moved(relations, from, to) })}
                />
                <IconButton
                  label={`Take ${relation.title} away`}
                  onClick={() => change({ relations: relations.filter((one) => one !== relation) })}
                >
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
        <div>
          <label htmlFor={kindId} className="mb-1 block text-xs font-semibold text-ink-soft">
            As
          </label>
          <select
            id={kindId}
            value={kind}
            onChange={({ target }) => {
              const chosen = target.value;
              if (chosen === "related" || chosen === "accessory" || chosen === "upgrade") {
                setKind(chosen);
              }
            }}
            className={cellClass}
          >
            {Object.entries(kinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <ProductSearch
          label="Find a product"
          except={except}
          onChoose={({ id, title, picture }) =>
            change({ relations: [...relations, { kind, productId: id, title, picture }] })
          }
        />
      </div>
    </Panel>
  );
}
