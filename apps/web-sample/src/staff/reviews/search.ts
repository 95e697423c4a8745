/** What the address of the review queue carries. */
import { judged, type RawSearch, textOf, wholeNumberOf } from "../../shell/search-params.ts";
import { oneOf } from "../search.ts";

/** What waits comes first, without being asked for. */
export const reviewViews = ["reported", "published", "rejected", "all"] as const;
export type ReviewView = (typeof reviewViews)[number];

export interface ReviewsSearch {
  readonly view?: ReviewView;
  readonly rating?: number;
  readonly order?: "oldest";
  /** Of one product only, by its id. */
  readonly product?: string;
}

const starsOf = (value: unknown): number | undefined => {
  const stars = wholeNumberOf(value);
  return stars !== undefined && stars >= 1 && stars <= 5 ? stars : undefined;
};

export const readReviewsSearch = ({ view, rating, order, product }: RawSearch): ReviewsSearch =>
  judged({
    view: oneOf(reviewViews, view),
    rating: starsOf(rating),
    order: oneOf(["oldest"], order),
    product: textOf(product),
  });
