/** What all addresses of the staff console begin with. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root-route.ts";
import { NotFoundPage } from "../shell/not-found-page.tsx";

export const staff = createRoute({
  getParentRoute: () => root,
  path: "/staff",
  component: lazyRouteComponent(() => import("./staff-layout.tsx"), "StaffLayout"),
  notFoundComponent: NotFoundPage,
});
