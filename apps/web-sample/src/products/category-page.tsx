/** One category: what it is, what is below it, and everything in it. */
import { errorStatus } from "@souk/client";
import type { CategoryDetail } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
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

const route = getRouteApi("/c/$slug");

function CategoryHead({ category }: { readonly category: CategoryDetail }): ReactNode {
  const trail = category.breadcrumbs.filter(({ slug }) => slug !== category.slug);
  return (
    <div className="border-b border-line pt-5 pb-8 md:pt-8 md:pb-12">
      <Breadcrumbs trail={trail} here={category.name} />
      <h1 className="display-2 mt-5 md:mt-8">{category.name}</h1>
      {category.description && (
        <p className="mt-3 max-w-[60ch] text-lg text-ink-soft">{category.description}</p>
      )}
      {category.children.length > 0 && (
        <nav aria-label={`Within ${category.name}`} className="mt-6">
          <ul className="flex flex-wrap gap-2">
            {category.children.map(({ slug, name, product_count }) => (
              <li key={slug}>
                <Link
                  to="/c/$slug"
                  params={{ slug }}
                  className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong/50 bg-paper-raised px-3.5 text-[0.9375rem] font-medium sm:px-5 sm:text-base transition-colors hover:border-ink hover:bg-ink hover:text-paper"
                >
                  {name}
                  <span className="tabular text-sm opacity-75">{product_count}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function CategorySkeleton(): ReactNode {
  return (
    <div className="frame pt-8">
      <Loading label="The category is loading">
        <Skeleton className="h-4 w-48" />
        <Skeleton className="mt-8 h-12 w-64" />
        <Skeleton className="mt-4 mb-16 h-5 w-96 max-w-full" />
      </Loading>
      <div className="grid gap-x-12 lg:grid-cols-[15rem_1fr]">
        <Skeleton className="hidden h-96 w-full lg:block" />
        <ProductGridSkeleton count={6} width="beside-filters" />
      </div>
    </div>
  );
}

export function CategoryPage(): ReactNode {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const reading = useReading();
  const trpc = useTRPC();
  const category = useQuery(trpc.products.category.queryOptions({ slug, ...localeOf(reading) }));
  usePresentSlug(slug, category.data?.slug, (present) => {
    void navigate({ to: "/c/$slug", params: { slug: present }, search, replace: true });
  });

  if (category.isPending) return <CategorySkeleton />;
  if (category.isError) {
    if (errorStatus(category.error) === 404) return <NotFound what="category" />;
    return <PageError error={category.error} onRetry={() => void category.refetch()} />;
  }
  return (
    <div className="frame">
      <PageTitle title={category.data.name} />
      <CategoryHead category={category.data} />
      <div className="pt-6 md:pt-10">
        <Listing
          key={slug}
          search={search}
          within={{ category: slug }}
          onChange={(next) => void navigate({ search: next, resetScroll: false })}
        />
      </div>
    </div>
  );
}
