/** So many stars on average, or more. */
import type { Facets } from "@souk/client/contracts/products";
import type { ReactNode } from "react";
import { CheckField } from "../ui/form.tsx";
import { Stars } from "../ui/stars.tsx";
import { CountedLabel } from "./checklist.tsx";
import { without } from "./listing-changes.ts";
import type { ListingSearch } from "./listing-search.ts";

interface RatingFilterProps {
  readonly ratings: Facets["ratings"];
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  /** Two panels may be on the page: each has a group of its own. */
  readonly name: string;
}

export const ratingLabel = (stars: number): string =>
  stars === 5 ? "5 stars" : `${stars} stars and up`;

export function RatingFilter({ ratings, search, onChange, name }: RatingFilterProps): ReactNode {
  const chosen = search.min_rating;
  return (
    <>
      <CheckField
        type="radio"
        name={name}
        checked={chosen === undefined}
        onChange={() => onChange(without(search, "min_rating"))}
        label="Any rating"
      />
      {ratings.map(({ min_rating: stars, count }) => (
        <CheckField
          key={stars}
          type="radio"
          name={name}
          checked={chosen === stars}
          onChange={() => onChange({ ...search, min_rating: stars })}
          label={
            <CountedLabel
              count={count}
              label={
                <span className="inline-flex items-center gap-2">
                  <Stars value={stars * 100} className="text-[0.95rem]" />
                  <span aria-hidden>& up</span>
                  <span className="sr-only">{ratingLabel(stars)}</span>
                </span>
              }
            />
          }
        />
      ))}
    </>
  );
}
