/** The departments as doors. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useDepartments } from "../shell/departments.ts";
import { cx } from "../ui/cx.ts";
import { Picture } from "../ui/picture.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";

/** As many as stand in one row on a wide screen. */
const IN_A_ROW = 6;
/** On the first page. */
const AT_FIRST = 2 * IN_A_ROW;

// Centred rows, so that an odd number of doors looks meant.
const gridClass =
  "flex flex-wrap justify-center gap-x-4 gap-y-8 sm:gap-x-6 *:w-[calc(50%-0.5rem)] " +
  "sm:*:w-[calc(33.333%-1rem)]";
const oneRowClass = "lg:flex-nowrap lg:*:w-auto lg:*:flex-1";
const rowsClass = "lg:*:w-[calc(16.666%-1.25rem)]";

interface DoorsProps {
  /** Those beyond are left out; all of them when absent. */
  readonly most?: number;
}

export function Doors({ most }: DoorsProps): ReactNode {
  const departments = useDepartments();
  if (departments.isPending) {
    return (
      <Loading label="Departments are loading" className={cx(gridClass, oneRowClass)}>
        {["a", "b", "c", "d", "e", "f"].map((place) => (
          <div key={place} className="arch">
            <Skeleton className="aspect-[4/5] w-full" />
          </div>
        ))}
      </Loading>
    );
  }
  if (departments.isError) {
    return <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />;
  }
  const shown = departments.data.slice(0, most);
  return (
    <ul className={cx(gridClass, shown.length > IN_A_ROW ? rowsClass : oneRowClass)}>
      {shown.map(({ slug, name, picture, product_count }) => (
        <li key={slug}>
          <Link to="/c/$slug" params={{ slug }} className="group block">
            <div className="arch bg-paper-sunk">
              <Picture
                picture={picture}
                decorative
                className="aspect-[4/5] transition-transform duration-700 ease-out-soft group-hover:scale-105"
              />
            </div>
            <p className="mt-4 text-center font-display text-xl leading-tight group-hover:underline decoration-1 underline-offset-4">
              {name}
            </p>
            <p className="text-center text-sm text-ink-soft">
              {product_count} {product_count === 1 ? "piece" : "pieces"}
            </p>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function DepartmentTiles(): ReactNode {
  const { data: departments } = useDepartments();
  if (departments?.length === 0) return null;
  return (
    <section aria-labelledby="departments" className="frame mt-20 md:mt-28">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 md:mb-12">
        <h2 id="departments" className="display-2">
          Walk through a door
        </h2>
        {departments && departments.length > AT_FIRST && (
          <Link to="/departments" className="link inline-flex min-h-9 items-center">
            All {departments.length} departments
          </Link>
        )}
      </div>
      <Doors most={AT_FIRST} />
    </section>
  );
}
