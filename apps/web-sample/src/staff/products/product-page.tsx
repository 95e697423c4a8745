/** One product of the shop: all that can be edited of it, its stock, and its other languages. */
import type { StaffProduct } from "@souk/client/contracts/product-admin";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Copy, ExternalLink, Trash2, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { TranslationsPanel } from "../translations/translations-panel.tsx";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton, CompactLink } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead } from "../ui/panel.tsx";
import { ProductForm } from "./product-form.tsx";
import { ProductBadge } from "./standing.tsx";
import { StockSection } from "./stock-section.tsx";
import { useCatalogueChanged, useCurrencies } from "./use-catalogue.ts";

const route = getRouteApi("/staff/products/$id");

export function StaffProductPage(): ReactNode {
  const { id } = route.useParams();
  const query = useQuery(useTRPC().products.staff.get.queryOptions({ id }));
  const currencies = useCurrencies();
  if (query.error && query.data === undefined) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined || currencies === null) {
    return (
      <Loading label="The product is loading" className="grid gap-6">
        <Skeleton className="h-10 w-72" />
        <Skeleton className="h-96 w-full" />
      </Loading>
    );
  }
  return (
    <Editor
      // Another product, or the same one that came back from the bin, is another form.
      key={`${query.data.id} ${query.data.deleted_at}`}
      product={query.data}
      currency={currencies.own}
      others={currencies.others}
    />
  );
}

interface EditorProps {
  readonly product: StaffProduct;
  readonly currency: string;
  readonly others: readonly string[];
}

function Editor({ product, currency, others }: EditorProps): ReactNode {
  const { can } = useAccess();
  const changed = useCatalogueChanged();
  return (
    <>
      <BackLink to="/staff/products">All products</BackLink>
      <PageHead
        title={product.title}
        windowTitle={`Product: ${product.title}`}
        badges={<ProductBadge product={product} />}
        actions={can("products:write") && <Actions product={product} />}
      />
      <div className="grid gap-6">
        <ProductForm
          stored={product}
          currency={currency}
          others={others}
          onSaved={async (saved) => {
            toasts.say(`${saved.title} is saved.`);
            await changed();
          }}
        />
        {can("inventory:read") && <StockSection product={product} />}
        <TranslationsPanel kind="product" id={product.id} />
      </div>
    </>
  );
}

function Actions({ product }: { readonly product: StaffProduct }): ReactNode {
  const { id, slug, title, is_published, deleted_at } = product;
  const souk = useSouk();
  const navigate = useNavigate();
  const changed = useCatalogueChanged();
  const [removing, setRemoving] = useState(false);
  const [pending, setPending] = useState(false);
  const run = (work: () => Promise<void>): void => {
    setPending(true);
    work()
      .catch((error: unknown) => toasts.say(explainFault(error)))
      .finally(() => setPending(false));
  };
  if (deleted_at !== null) {
    return (
      <CompactButton
        look="primary"
        pending={pending}
        onClick={() =>
          run(async () => {
            await souk.products.staff.restore.mutate({ id });
            await changed();
            toasts.say(`${title} is out of the bin.`);
          })
        }
      >
        <Undo2 aria-hidden className="size-4" />
        Restore
      </CompactButton>
    );
  }
  return (
    <>
      {is_published && (
        <CompactLink to="/p/$slug" params={{ slug }}>
          <ExternalLink aria-hidden className="size-4" />
          See it in the shop
        </CompactLink>
      )}
      <CompactButton
        pending={pending}
        onClick={() =>
          run(async () => {
            const copy = await souk.products.staff.duplicate.mutate({ id });
            await changed();
            toasts.say("This is the copy: a draft without stock.");
            await navigate({ to: "/staff/products/$id", params: { id: copy.id } });
          })
        }
      >
        <Copy aria-hidden className="size-4" />
        Duplicate
      </CompactButton>
      <CompactButton look="danger" onClick={() => setRemoving(true)}>
        <Trash2 aria-hidden className="size-4" />
        Put into the bin
      </CompactButton>
      <Confirm
        open={removing}
        title={`Put ${title} into the bin?`}
        action="Put into the bin"
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await souk.products.staff.remove.mutate({ id });
          await changed();
        }}
      >
        <p>Nobody sees or buys it from then on. It can come back, as a draft.</p>
      </Confirm>
    </>
  );
}
