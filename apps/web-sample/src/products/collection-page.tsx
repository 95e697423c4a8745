/** One collection: what it is, and everything in it, in its own order. */
import { errorStatus } from "@souk/client";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageError } from "../shell/error-page.tsx";
import { NotFound } from "../shell/not-found-page.tsx";
import { localeOf, useReading } from "../shell/reading.ts";
import { usePresentSlug } from "../shell/use-present-slug.ts";
import { Breadcrumbs } from "../ui/breadcrumbs.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { Listing } from "./listing.tsx";
import { ProductGridSkeleton } from "./product-grid.tsx";

const route = getRouteApi("/collections/$slug");

export function CollectionPage(): ReactNode {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const reading = useReading();
  const trpc = useTRPC();
  const collection = useQuery(
    trpc.products.collections.get.queryOptions({ slug, ...localeOf(reading) }),
  );
  usePresentSlug(slug, collection.data?.slug, (present) => {
    void navigate({ to: "/collections/$slug", params: { slug: present }, search, replace: true });
  });

  if (collection.isPending) {
    return (
      <div className="frame pt-8">
        <Loading label="The collection is loading">
          <Skeleton className="mt-8 h-12 w-64" />
          <Skeleton className="mt-4 mb-16 h-5 w-96 max-w-full" />
        </Loading>
        <ProductGridSkeleton count={6} width="beside-filters" />
      </div>
    );
  }
  if (collection.isError) {
    if (errorStatus(collection.error) === 404) return <NotFound what="collection" />;
    return <PageError error={collection.error} onRetry={() => void collection.refetch()} />;
  }
  const { name, description, sort } = collection.data;
  return (
    <div className="frame">
      <PageTitle title={name} />
      <div className="border-b border-line pt-5 pb-8 md:pt-8 md:pb-12">
        <Breadcrumbs trail={[]} here={name} />
        <h1 className="display-2 mt-5 md:mt-8">{name}</h1>
        {description && <p className="mt-3 max-w-[60ch] text-lg text-ink-soft">{description}</p>}
      </div>
      <div className="pt-6 md:pt-10">
        <Listing
          key={slug}
          search={search}
          within={{ collection: slug }}
          ownSort={sort}
          onChange={(next) => void navigate({ search: next, resetScroll: false })}
        />
      </div>
    </div>
  );
}
