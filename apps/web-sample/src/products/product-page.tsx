/** One product: its pictures, its variants, its story, and its neighbours. */
import { errorStatus } from "@souk/client";
import type { Product, Variant } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ProductReviews } from "../reviews/product-reviews.tsx";
import { countedReviews } from "../reviews/words.ts";
import { PageError } from "../shell/error-page.tsx";
import { NotFound } from "../shell/not-found-page.tsx";
import { useReading } from "../shell/reading.ts";
import { usePresentSlug } from "../shell/use-present-slug.ts";
import { Breadcrumbs } from "../ui/breadcrumbs.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { Stars, starsText } from "../ui/stars.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { BuyBox } from "./buy-box.tsx";
import { Gallery } from "./gallery.tsx";
import { ProductFacts } from "./product-facts.tsx";
import { ProductRelations } from "./product-relations.tsx";
import { RelatedProducts } from "./related-products.tsx";
import { chosenVariant } from "./variant-choice.ts";

const route = getRouteApi("/p/$slug");

const columnsClass =
  "grid gap-x-16 gap-y-8 md:grid-cols-[1.15fr_1fr] lg:gap-x-24 items-start pt-5 md:pt-8";

function ProductSkeleton(): ReactNode {
  return (
    <Loading label="The product is loading" className="frame pt-8">
      <Skeleton className="h-4 w-56" />
      <div className={columnsClass}>
        <Skeleton className="aspect-square w-full rounded-xl" />
        <div className="grid gap-5">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-12 w-4/5" />
          <Skeleton className="h-7 w-28" />
          <Skeleton className="h-12 w-full rounded-full" />
        </div>
      </div>
    </Loading>
  );
}

/** The brand where there is one; it is the maker under the name that people know. */
function MakerLink({ product: { brand, vendor } }: { readonly product: Product }): ReactNode {
  const search = brand ? { brand: [brand.slug] } : { vendor: [vendor] };
  return (
    <Link to="/search" search={search} className="link text-ink-soft">
      {brand?.name ?? vendor}
    </Link>
  );
}

interface ProductViewProps {
  readonly product: Product;
  readonly variant: Variant;
}

function ProductView({ product, variant }: ProductViewProps): ReactNode {
  const navigate = route.useNavigate();
  const choose = ({ id }: Variant): void =>
    void navigate({ search: { variant: id }, replace: true, resetScroll: false });
  return (
    <div className="frame">
      <PageTitle title={product.title} />
      <div className="pt-5 md:pt-8">
        <Breadcrumbs trail={product.breadcrumbs} here={product.title} />
      </div>
      <div className={columnsClass}>
        <Gallery
          key={product.id}
          title={product.title}
          pictures={product.pictures}
          preferred={variant.picture}
        />
        <div className="md:sticky md:top-8">
          <MakerLink product={product} />
          <h1 className="display-2 mt-2">{product.title}</h1>
          {product.subtitle && <p className="mt-3 text-lg text-ink-soft">{product.subtitle}</p>}
          {product.rating.count > 0 && (
            <a href="#reviews" className="mt-4 inline-flex min-h-9 items-center gap-2 text-sm">
              <Stars
                value={product.rating.average}
                label={`${starsText(product.rating.average)} of 5 stars`}
              />
              <span className="link">{countedReviews(product.rating.count)}</span>
            </a>
          )}
          <div className="mt-6">
            <BuyBox product={product} variant={variant} onChoose={choose} />
          </div>
          <ProductFacts product={product} variant={variant} />
        </div>
      </div>
      <ProductReviews key={product.id} product={product} />
      <ProductRelations product={product} />
      <RelatedProducts product={product} />
    </div>
  );
}

export function ProductPage(): ReactNode {
  const { slug } = route.useParams();
  const { variant: variantId } = route.useSearch();
  const navigate = route.useNavigate();
  const reading = useReading();
  const product = useQuery(useTRPC().products.get.queryOptions({ id: slug, ...reading }));
  usePresentSlug(slug, product.data?.slug, (present) => {
    void navigate({
      to: "/p/$slug",
      params: { slug: present },
      search: (before) => before,
      replace: true,
    });
  });

  if (product.isPending) return <ProductSkeleton />;
  if (product.isError) {
    if (errorStatus(product.error) === 404) return <NotFound what="product" />;
    return <PageError error={product.error} onRetry={() => void product.refetch()} />;
  }
  const variant = chosenVariant(product.data, variantId);
  if (!variant) return <NotFound what="product" />;
  return <ProductView product={product.data} variant={variant} />;
}
