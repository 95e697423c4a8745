/** What a bundle is made of: it draws on the stock of its parts. */
import { SetBundleInput } from "@souk/client/contracts/bundles";
import type { VariantStock } from "@souk/client/contracts/inventory";
import { useSouk } from "@souk/client/react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { ActForm } from "../ui/act-form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Panel } from "../ui/panel.tsx";
import { PartStock } from "./bundle-part.tsx";
import { type EditedLine, LineEditor, linesToSend, placeOfLine } from "./line-editor.tsx";
import { useStockChanged } from "./use-inventory.ts";
import { variantName } from "./words.ts";

interface BundleProps {
  readonly stock: VariantStock;
}

const nameOf = ({ title, variant_title }: VariantStock["components"][number]): string =>
  variantName({ product_title: title, title: variant_title });

function BundleForm({ stock, onDone }: BundleProps & { readonly onDone: () => void }): ReactNode {
  const souk = useSouk();
  const changed = useStockChanged();
  const [lines, setLines] = useState<readonly EditedLine[]>(
    stock.components.map((part) => ({
      variant_id: part.variant_id,
      name: nameOf(part),
      sku: part.sku,
      quantity: String(part.quantity),
    })),
  );
  return (
    <ActForm
      label="Parts of the bundle"
      action="Save the parts"
      contract={SetBundleInput}
      place={placeOfLine}
      read={() => ({ variant_id: stock.id, components: linesToSend(lines) })}
      run={(input) => souk.inventory.bundles.set.mutate(input)}
      said="The bundle is saved."
      changed={changed}
      onDone={onDone}
    >
      <p className="text-sm text-ink-soft">
        A bundle has no stock of its own: as many can be sold as its parts allow.
      </p>
      <LineEditor name="components" lines={lines} onChange={setLines} without={stock.id} />
    </ActForm>
  );
}

export function Bundle({ stock }: BundleProps): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const changed = useStockChanged();
  const [state, setState] = useState<"shown" | "editing" | "ending">("shown");
  const show = (): void => setState("shown");
  const isBundle = stock.components.length > 0;
  const hasStock = stock.levels.some(
    ({ on_hand, reserved, allocated }) => on_hand + reserved + allocated > 0,
  );
  return (
    <Panel
      title={isBundle ? "Made of" : "Bundle"}
      actions={
        can("inventory:write") && (
          <>
            <CompactButton disabled={hasStock} onClick={() => setState("editing")}>
              {isBundle ? "Edit the parts" : "Make it a bundle"}
            </CompactButton>
            {isBundle && (
              <CompactButton look="danger" onClick={() => setState("ending")}>
                Take apart
              </CompactButton>
            )}
          </>
        )
      }
    >
      {isBundle ? (
        <ul aria-label="Parts" className="divide-y divide-line">
          {stock.components.map((part) => (
            <li key={part.variant_id} className="flex justify-between gap-4 py-2 text-[0.95rem]">
              <Link
                to="/staff/inventory/variants/$id"
                params={{ id: part.variant_id }}
                className="link min-w-0 break-words"
              >
                {nameOf(part)}
              </Link>
              <span className="tabular flex flex-wrap justify-end gap-x-3">
                <span className="whitespace-nowrap">{part.quantity} each</span>
                <PartStock part={part} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-[0.95rem] text-ink-soft">
          It is sold by itself, from its own stock.
          {hasStock &&
            " Before it can be a bundle, its stock must be 0 everywhere: adjust or count it."}
        </p>
      )}
      <Drawer open={state === "editing"} onClose={show} title="Parts of the bundle">
        {state === "editing" && <BundleForm stock={stock} onDone={show} />}
      </Drawer>
      <Confirm
        open={state === "ending"}
        onClose={show}
        title="Take the bundle apart?"
        action="Make it a plain variant"
        onConfirm={async () => {
          await souk.inventory.bundles.remove.mutate({ variant_id: stock.id });
          toasts.say("It is a plain variant now.");
          await changed();
        }}
      >
        <p>It then has a stock of its own, which begins at nothing.</p>
      </Confirm>
    </Panel>
  );
}
