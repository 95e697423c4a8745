/** The front of the shop. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useReading } from "../shell/reading.ts";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState } from "../ui/states.tsx";
import { Collections } from "./collections.tsx";
import { DepartmentTiles } from "./department-tiles.tsx";
import { Hero } from "./hero.tsx";
import { Makers } from "./makers.tsx";
import { ProductGrid, ProductGridSkeleton } from "./product-grid.tsx";
import { Promises } from "./promises.tsx";

const NEWEST_COUNT = 8;
/** Which of the newest stand in the arches of the hero: neighbours are often of one kind. */
const HERO_PLACES: readonly number[] = [0, 4, 8];

export function HomePage(): ReactNode {
  const trpc = useTRPC();
  const reading = useReading();
  const newest = useQuery(
    trpc.products.list.queryOptions({
      ...reading,
      sort: "newest",
      in_stock: true,
      limit: NEWEST_COUNT + HERO_PLACES.length,
    }),
  );
  const products = newest.data?.items ?? [];
  const pictured = products.filter(({ picture }) => picture !== null);
  const inHero = HERO_PLACES.flatMap((place) => pictured[place] ?? []);

  return (
    <>
      <PageTitle title="Souk" />
      <Hero products={inHero} />
      <DepartmentTiles />
      <section aria-labelledby="newest" className="frame mt-20 md:mt-28">
        <div className="mb-8 flex flex-wrap items-end justify-between gap-4 md:mb-12">
          <h2 id="newest" className="display-2">
            Fresh from the workshop
          </h2>
          <ButtonLink to="/search" search={{ sort: "newest" }} look="secondary">
            See everything new
          </ButtonLink>
        </div>
        {newest.isPending && <ProductGridSkeleton count={NEWEST_COUNT} />}
        {newest.isError && (
          <ErrorState error={newest.error} onRetry={() => void newest.refetch()} />
        )}
        {newest.isSuccess && products.length === 0 && (
          <EmptyState title="The stalls are being set up">
            <p>There is nothing to buy here yet.</p>
          </EmptyState>
        )}
        {newest.isSuccess && (
          <ProductGrid products={products.filter((product) => !inHero.includes(product))} />
        )}
      </section>
      <Collections />
      <Makers />
      <Promises />
    </>
  );
}
