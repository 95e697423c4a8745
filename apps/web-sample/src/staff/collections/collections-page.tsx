/** All collections of the shop, and the way to a new one. */
import {
  type CollectionRule,
  CreateCollectionInput,
  type StaffCollection,
} from "@souk/client/contracts/collections";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Form, SelectField, TextField } from "../../ui/form.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { sortWords } from "./collection-form.tsx";
import { PublishedBadge } from "./published-badge.tsx";

const columns: readonly Column<StaffCollection>[] = [
  {
    head: "Collection",
    cell: ({ id, name, picture }) => (
      <div className="flex items-center gap-3">
        <Thumb picture={picture} />
        <Link to="/staff/collections/$id" params={{ id }} className="link font-semibold">
          {name}
        </Link>
      </div>
    ),
  },
  { head: "Shown", cell: ({ is_published }) => <PublishedBadge published={is_published} /> },
  {
    head: "Filled",
    cell: ({ kind, rules, picked_count }) =>
      kind === "rules"
        ? `By ${rules.length === 1 ? "a rule" : `${rules.length} rules`}`
        : `By hand: ${picked_count}`,
  },
  { head: "Order", cell: ({ sort }) => sortWords[sort] },
];

export function StaffCollectionsPage(): ReactNode {
  const { can } = useAccess();
  const query = useQuery(useTRPC().products.collections.listAll.queryOptions());
  const [making, setMaking] = useState(false);
  const items = query.data?.items;
  return (
    <>
      <PageHead
        title="Collections"
        windowTitle="All collections"
        actions={
          can("products:write") && (
            <CompactButton look="primary" onClick={() => setMaking(true)}>
              <Plus aria-hidden className="size-4" />
              New collection
            </CompactButton>
          )
        }
      />
      <div className="grid gap-6">
        {making && (
          <Panel title="New collection">
            <NewCollectionForm onCancel={() => setMaking(false)} />
          </Panel>
        )}
        <Panel title="In the shop">
          {query.isPending ? (
            <Loading label="The collections are loading">
              <Skeleton className="h-24 w-full" />
            </Loading>
          ) : items === undefined ? (
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          ) : items.length === 0 ? (
            <p className="text-[0.95rem] text-ink-soft">There is no collection yet.</p>
          ) : (
            <DataTable
              caption="Collections"
              columns={columns}
              rows={items}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
      </div>
    </>
  );
}

const begin: CollectionRule = { field: "in_stock", op: "is", value: true };

function NewCollectionForm({ onCancel }: { readonly onCancel: () => void }): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = useCatalogueChanged();
  const submission = useSubmission({
    contract: CreateCollectionInput,
    read: (form) => ({
      name: typed(form, "name") ?? "",
      kind: form.get("kind"),
      // There is no collection by rules without one.
      rules: form.get("kind") === "rules" ? [begin] : [],
      // Nobody sees it before something is in it.
      is_published: false,
    }),
    send: async (input) => {
      const { id } = await souk.products.collections.create.mutate(input);
      await navigate({ to: "/staff/collections/$id", params: { id } });
      await changed();
    },
  });
  return (
    <Form
      submission={submission}
      label="New collection"
      className="grid items-start gap-4 sm:grid-cols-2"
    >
      <TextField name="name" label="Name" required maxLength={120} />
      <SelectField
        name="kind"
        label="How it is filled"
        required
        defaultValue="manual"
        hint="It stays so. By rules, it begins with all that is in stock."
      >
        <option value="manual">By hand</option>
        <option value="rules">By rules</option>
      </SelectField>
      <div className="flex justify-end gap-2 sm:col-span-2">
        <CompactButton onClick={onCancel}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          Make the collection
        </CompactButton>
      </div>
    </Form>
  );
}
