/** One collection: its words, and what is in it. */
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { useCatalogueChanged, useCurrencies } from "../products/use-catalogue.ts";
import { TranslationsPanel } from "../translations/translations-panel.tsx";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead } from "../ui/panel.tsx";
import { CollectionForm } from "./collection-form.tsx";
import { PicksPanel } from "./picks-panel.tsx";
import { PublishedBadge } from "./published-badge.tsx";

const route = getRouteApi("/staff/collections/$id");

export function StaffCollectionPage(): ReactNode {
  const { id } = route.useParams();
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = useCatalogueChanged();
  const { can } = useAccess();
  const currencies = useCurrencies();
  const query = useQuery(useTRPC().products.collections.getForStaff.queryOptions({ id }));
  const [removing, setRemoving] = useState(false);
  if (query.error && query.data === undefined) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined || currencies === null) {
    return (
      <Loading label="The collection is loading" className="grid gap-6">
        <Skeleton className="h-10 w-72" />
        <Skeleton className="h-96 w-full" />
      </Loading>
    );
  }
  const collection = query.data;
  return (
    <>
      <BackLink to="/staff/collections">All collections</BackLink>
      <PageHead
        title={collection.name}
        windowTitle={`Collection: ${collection.name}`}
        badges={<PublishedBadge published={collection.is_published} />}
        actions={
          can("products:write") && (
            <CompactButton look="danger" onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden className="size-4" />
              Delete
            </CompactButton>
          )
        }
      />
      <div className="grid gap-6">
        {collection.kind === "manual" && <PicksPanel collection={collection} />}
        <CollectionForm
          key={collection.id}
          collection={collection}
          currency={currencies.own}
          onSaved={async ({ name }) => {
            await changed();
            toasts.say(`${name} is saved.`);
          }}
        />
        <TranslationsPanel kind="collection" id={collection.id} />
      </div>
      <Confirm
        open={removing}
        title={`Delete ${collection.name}?`}
        action="Delete the collection"
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await souk.products.collections.delete.mutate({ id });
          await navigate({ to: "/staff/collections" });
          await changed();
        }}
      >
        <p>Its products stay in the shop. The collection itself cannot come back.</p>
      </Confirm>
    </>
  );
}
