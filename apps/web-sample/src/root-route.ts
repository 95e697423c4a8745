/** The route that all others hang on. */
import { createRootRouteWithContext } from "@tanstack/react-router";
import { ErrorPage } from "./shell/error-page.tsx";
import { Layout } from "./shell/layout.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import type { queries, queryClient } from "./souk.ts";

export interface RouterContext {
  readonly queryClient: typeof queryClient;
  readonly queries: typeof queries;
}

export const root = createRootRouteWithContext<RouterContext>()({
  component: Layout,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});
