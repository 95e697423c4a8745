/** The addresses of the staff console. Its code is asked for by nobody who stays in the shop. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { catalogue } from "./catalogue-routes.ts";
import { operations } from "./operations-routes.ts";
import {
  readAuditSearch,
  readSecuritySearch,
  readStaffOrdersSearch,
  readUsersSearch,
} from "./search.ts";
import { staff } from "./staff-route.ts";

const overview = createRoute({
  getParentRoute: () => staff,
  path: "/",
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "StaffOverviewPage"),
});

const security = createRoute({
  getParentRoute: () => staff,
  path: "/security",
  validateSearch: readSecuritySearch,
  component: lazyRouteComponent(() => import("./security/security-page.tsx"), "StaffSecurityPage"),
});

const users = createRoute({
  getParentRoute: () => staff,
  path: "/users",
  validateSearch: readUsersSearch,
  component: lazyRouteComponent(() => import("./users/users-page.tsx"), "StaffUsersPage"),
});

const user = createRoute({
  getParentRoute: () => staff,
  path: "/users/$id",
  component: lazyRouteComponent(() => import("./users/user-page.tsx"), "StaffUserPage"),
});

const orders = createRoute({
  getParentRoute: () => staff,
  path: "/orders",
  validateSearch: readStaffOrdersSearch,
  component: lazyRouteComponent(() => import("./orders/orders-page.tsx"), "StaffOrdersPage"),
});

const order = createRoute({
  getParentRoute: () => staff,
  path: "/orders/$number",
  component: lazyRouteComponent(() => import("./orders/order-page.tsx"), "StaffOrderPage"),
});

const team = createRoute({
  getParentRoute: () => staff,
  path: "/team",
  component: lazyRouteComponent(() => import("./team/team-page.tsx"), "StaffTeamPage"),
});

const apiKeys = createRoute({
  getParentRoute: () => staff,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("./api-keys/api-keys-page.tsx"), "StaffApiKeysPage"),
});

const audit = createRoute({
  getParentRoute: () => staff,
  path: "/audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("./audit/audit-page.tsx"), "StaffAuditPage"),
});

export const staffRoutes = staff.addChildren([
  overview,
  security,
  users,
  user,
  orders,
  order,
  ...catalogue,
  team,
  apiKeys,
  audit,
  ...operations,
]);
