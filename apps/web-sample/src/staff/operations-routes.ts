/** The addresses of what staff does every day: reviews, stock, prices, imports, settings. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readReviewsSearch } from "./reviews/search.ts";
import { staff } from "./staff-route.ts";

const reviews = createRoute({
  getParentRoute: () => staff,
  path: "/reviews",
  validateSearch: readReviewsSearch,
  component: lazyRouteComponent(() => import("./reviews/reviews-page.tsx"), "StaffReviewsPage"),
});

const review = createRoute({
  getParentRoute: () => staff,
  path: "/reviews/$id",
  component: lazyRouteComponent(() => import("./reviews/review-page.tsx"), "StaffReviewPage"),
});

export const operations = [reviews, review] as const;
