/** Product types: what products of a kind have in common, attribute by attribute. */
import {
  CreateProductTypeInput,
  type ProductType,
  UpdateProductTypeInput,
} from "@souk/client/contracts/product-types";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { cx } from "../../ui/cx.ts";
import { Form, TextField } from "../../ui/form.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { AttributesPanel } from "./attributes-panel.tsx";

const route = getRouteApi("/staff/product-types");

export function StaffTypesPage(): ReactNode {
  const { can } = useAccess();
  const { id: chosenId } = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const types = useQuery(trpc.products.types.list.queryOptions());
  const attributes = useQuery(trpc.products.types.attributes.queryOptions());
  const writes = can("products:write");
  const choose = (id: string | undefined): void => void navigate({ search: { id }, replace: true });
  const failed = types.error ?? attributes.error;
  const chosen = types.data?.items.find(({ id }) => id === chosenId);
  return (
    <>
      <PageHead title="Product types" />
      {failed ? (
        <Failure
          error={failed}
          onRetry={() => {
            void types.refetch();
            void attributes.refetch();
          }}
        />
      ) : types.data === undefined || attributes.data === undefined ? (
        <Loading label="The product types are loading">
          <Skeleton className="h-64 w-full" />
        </Loading>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <Panel title="Types">
            <ul aria-label="Product types" className="mb-4 grid gap-0.5">
              <Choice chosen={chosen === undefined} onChoose={() => choose(undefined)}>
                Every product
              </Choice>
              {types.data.items.map(({ id, name, product_count }) => (
                <Choice key={id} chosen={id === chosen?.id} onChoose={() => choose(id)}>
                  {name}
                  <span className="tabular ml-auto text-sm text-ink-soft">
                    {product_count}
                    <span className="sr-only"> products</span>
                  </span>
                </Choice>
              ))}
            </ul>
            {writes && <NewTypeForm onMade={choose} />}
          </Panel>
          <div className="grid gap-6">
            {chosen && writes && (
              <TypePanel key={chosen.id} type={chosen} onGone={() => choose(undefined)} />
            )}
            <AttributesPanel
              key={chosen?.id ?? "every"}
              title={chosen ? `Attributes of ${chosen.name}` : "Attributes of every product"}
              typeId={chosen?.id ?? null}
              attributes={
                chosen?.attributes ??
                attributes.data.items.filter(({ product_type_id }) => product_type_id === null)
              }
              writes={writes}
            />
          </div>
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ chosen, onChoose, children }: ChoiceProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        aria-current={chosen || undefined}
        onClick={onChoose}
        className={cx(
          "flex min-h-10 w-full items-center gap-2 rounded-lg px-3 text-left",
          chosen ? "bg-clay-wash font-semibold" : "hover:bg-paper-sunk",
        )}
      >
        {children}
      </button>
    </li>
  );
}

function NewTypeForm({ onMade }: { readonly onMade: (id: string) => void }): ReactNode {
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const submission = useSubmission({
    contract: CreateProductTypeInput,
    read: (form) => ({ name: typed(form, "name") ?? "" }),
    send: async (input) => {
      const { id, name } = await souk.products.types.create.mutate(input);
      submission.formRef.current?.reset();
      await changed();
      toasts.say(`${name} is made.`);
      onMade(id);
    },
  });
  return (
    <Form submission={submission} label="New product type" className="grid gap-3">
      <TextField name="name" label="New type" required maxLength={120} />
      <div className="flex justify-end">
        <CompactButton type="submit" pending={submission.pending}>
          Make it
        </CompactButton>
      </div>
    </Form>
  );
}

interface TypePanelProps {
  readonly type: ProductType;
  readonly onGone: () => void;
}

function TypePanel({ type, onGone }: TypePanelProps): ReactNode {
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const [removing, setRemoving] = useState(false);
  const submission = useSubmission({
    contract: UpdateProductTypeInput,
    read: (form) => ({ id: type.id, name: typed(form, "name") ?? "" }),
    send: async (input) => {
      const { name } = await souk.products.types.update.mutate(input);
      await changed();
      toasts.say(`${name} is saved.`);
    },
  });
  return (
    <Panel title={type.name}>
      <Form
        submission={submission}
        label="Product type"
        className="grid items-start gap-3 sm:grid-cols-[1fr_auto]"
      >
        <TextField name="name" label="Name" required maxLength={120} defaultValue={type.name} />
        <div className="flex gap-2 sm:pt-8">
          <CompactButton type="submit" look="primary" pending={submission.pending}>
            Rename
          </CompactButton>
          <CompactButton
            look="danger"
            disabled={type.product_count > 0}
            onClick={() => setRemoving(true)}
          >
            Delete
          </CompactButton>
        </div>
      </Form>
      <Confirm
        open={removing}
        title={`Delete ${type.name}?`}
        action="Delete the type"
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await souk.products.types.delete.mutate({ id: type.id });
          onGone();
          await changed();
        }}
      >
        <p>No product is of it. Its attributes go with it.</p>
      </Confirm>
    </Panel>
  );
}
