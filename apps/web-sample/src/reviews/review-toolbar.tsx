/** Which reviews, and which of them first. */
import type { ReviewSort } from "@souk/client/contracts/reviews";
import { type ReactNode, useId } from "react";
import { CheckField } from "../ui/form.tsx";
import { sortLabels } from "./words.ts";

export interface ReviewFilters {
  readonly sort: ReviewSort;
  readonly rating: readonly number[];
  readonly pictured: boolean;
  readonly verified: boolean;
}

interface ReviewToolbarProps {
  readonly filters: ReviewFilters;
  readonly onChange: (next: ReviewFilters) => void;
}

const sorts = Object.keys(sortLabels) as ReviewSort[];

export function ReviewToolbar({ filters, onChange }: ReviewToolbarProps): ReactNode {
  const id = useId();
  const { sort, pictured, verified } = filters;
  const sorted = (text: string): void => {
    const next = sorts.find((known) => known === text);
    if (next !== undefined) onChange({ ...filters, sort: next });
  };
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line pb-4">
      <CheckField
        checked={pictured}
        onChange={() => onChange({ ...filters, pictured: !pictured })}
        label="With pictures"
      />
      <CheckField
        checked={verified}
        onChange={() => onChange({ ...filters, verified: !verified })}
        label="Bought here"
      />
      <div className="sm:ml-auto">
        <label htmlFor={id} className="sr-only">
          Sort reviews by
        </label>
        <select
          id={id}
          value={sort}
          onChange={(event) => sorted(event.target.value)}
          className="h-11 rounded-full border border-line-strong bg-paper-raised px-4 text-[0.95rem] font-medium"
        >
          {sorts.map((key) => (
            <option key={key} value={key}>
              {sortLabels[key]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
