/** The attributes of one product type, or of every product: in order, each to be changed in its place. */
import type { Attribute } from "@souk/client/contracts/product-types";
import { useSouk } from "@souk/client/react";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CheckField } from "../../ui/form.tsx";
import { moved } from "../../ui/moved.ts";
import { toasts } from "../../ui/toast.tsx";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { TranslationsPanel } from "../translations/translations-panel.tsx";
import { Chip } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { OrderButtons } from "../ui/ordering.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAct } from "../ui/use-act.ts";
import { AttributeForm, kindText } from "./attribute-form.tsx";

interface AttributesPanelProps {
  readonly title: string;
  readonly typeId: string | null;
  readonly attributes: readonly Attribute[];
  readonly writes: boolean;
}

export function AttributesPanel(props: AttributesPanelProps): ReactNode {
  const { title, typeId, attributes, writes } = props;
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const [opened, setOpened] = useState<string | "new" | null>(null);
  const [removing, setRemoving] = useState<Attribute | null>(null);
  const [withValues, setWithValues] = useState(false);
  const order = useAct({
    run: async (ordered: readonly Attribute[]) => {
      for (const [position, attribute] of ordered.entries()) {
        if (attribute.position === position) continue;
        await souk.products.types.updateAttribute.mutate({ id: attribute.id, position });
      }
    },
    say: () => "The new order is saved.",
    changed,
  });
  const saved = async ({ name }: Attribute): Promise<void> => {
    await changed();
    toasts.say(`${name} is saved.`);
    setOpened(null);
  };
  const form = {
    typeId,
    position: attributes.length,
    onSaved: saved,
    onCancel: () => setOpened(null),
  };
  return (
    <Panel
      title={title}
      intro="What products say of themselves, and what shoppers may filter by."
      actions={
        writes && (
          <CompactButton onClick={() => setOpened("new")}>
            <Plus aria-hidden className="size-4" />
            Add an attribute
          </CompactButton>
        )
      }
    >
      {attributes.length === 0 && opened !== "new" && (
        <p className="text-[0.95rem] text-ink-soft">There is none yet.</p>
      )}
      <ul aria-label={title} className="divide-y divide-line">
        {attributes.map((attribute, place) => (
          <li key={attribute.id} className="py-3">
            <div className="flex flex-wrap items-center gap-3">
              <div className="min-w-48 flex-1">
                <p className="font-semibold">
                  {attribute.name}{" "}
                  <code className="ml-1 text-xs font-normal text-ink-soft">{attribute.code}</code>
                </p>
                <p className="line-clamp-2 text-sm text-ink-soft">{kindText(attribute)}</p>
              </div>
              {attribute.is_required && <Chip>Required</Chip>}
              {attribute.is_filterable && <Chip>Filter</Chip>}
              {writes && (
                <span className="flex items-center">
                  <OrderButtons
                    label={attribute.name}
                    place={place}
                    count={attributes.length}
                    onMove={(from, to) =>
                      !order.isPending && order.mutate(moved(attributes, from, to))
                    }
                  />
                  <CompactButton
                    look="quiet"
                    aria-expanded={opened === attribute.id}
                    onClick={() => setOpened(opened === attribute.id ? null : attribute.id)}
                  >
                    Edit<span className="sr-only"> {attribute.name}</span>
                  </CompactButton>
                  <CompactButton look="danger" onClick={() => setRemoving(attribute)}>
                    Delete<span className="sr-only"> {attribute.name}</span>
                  </CompactButton>
                </span>
              )}
            </div>
            {opened === attribute.id && (
              <div className="mt-3 grid gap-4">
                <AttributeForm {...form} attribute={attribute} />
                <TranslationsPanel kind="attribute" id={attribute.id} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {opened === "new" && <AttributeForm {...form} />}
      <Confirm
        open={removing !== null}
        title={`Delete ${removing?.name ?? "the attribute"}?`}
        action="Delete the attribute"
        onClose={() => {
          setRemoving(null);
          setWithValues(false);
        }}
        onConfirm={async () => {
          if (removing === null) return;
          const { id } = removing;
          await souk.products.types.deleteAttribute.mutate({ id, delete_values: withValues });
          await changed();
        }}
      >
        <CheckField
          label="Also when products have a value of it: those values go, too"
          checked={withValues}
          onChange={({ target }) => setWithValues(target.checked)}
        />
      </Confirm>
    </Panel>
  );
}
