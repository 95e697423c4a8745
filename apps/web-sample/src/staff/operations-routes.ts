/** The addresses of what staff does every day: reviews, stock, prices, imports, settings. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readStockSearch, readTransfersSearch } from "./inventory/search.ts";
import { readHistorySearch } from "./prices/search.ts";
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

const stock = createRoute({
  getParentRoute: () => staff,
  path: "/inventory",
  validateSearch: readStockSearch,
  component: lazyRouteComponent(() => import("./inventory/stock-page.tsx"), "StaffStockPage"),
});

const variantStock = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/variants/$id",
  component: lazyRouteComponent(
    () => import("./inventory/variant-page.tsx"),
    "StaffVariantStockPage",
  ),
});

const transfers = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/transfers",
  validateSearch: readTransfersSearch,
  component: lazyRouteComponent(
    () => import("./inventory/transfers-page.tsx"),
    "StaffTransfersPage",
  ),
});

const newTransfer = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/transfers/new",
  component: lazyRouteComponent(
    () => import("./inventory/transfer-form.tsx"),
    "StaffNewTransferPage",
  ),
});

const transfer = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/transfers/$id",
  component: lazyRouteComponent(() => import("./inventory/transfer-page.tsx"), "StaffTransferPage"),
});

const holds = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/holds",
  component: lazyRouteComponent(() => import("./inventory/holds-page.tsx"), "StaffHoldsPage"),
});

const bundles = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/bundles",
  component: lazyRouteComponent(() => import("./inventory/bundles-page.tsx"), "StaffBundlesPage"),
});

const waiting = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/waiting",
  component: lazyRouteComponent(() => import("./inventory/waiting-page.tsx"), "StaffWaitingPage"),
});

const warehouses = createRoute({
  getParentRoute: () => staff,
  path: "/inventory/warehouses",
  component: lazyRouteComponent(
    () => import("./inventory/warehouses-page.tsx"),
    "StaffWarehousesPage",
  ),
});

const prices = createRoute({
  getParentRoute: () => staff,
  path: "/prices",
  component: lazyRouteComponent(() => import("./prices/price-lists-page.tsx"), "StaffPricesPage"),
});

const priceList = createRoute({
  getParentRoute: () => staff,
  path: "/prices/lists/$id",
  component: lazyRouteComponent(() => import("./prices/price-list-page.tsx"), "StaffPriceListPage"),
});

const priceHistory = createRoute({
  getParentRoute: () => staff,
  path: "/prices/history",
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import("./prices/history-page.tsx"), "StaffPriceHistoryPage"),
});

const groups = createRoute({
  getParentRoute: () => staff,
  path: "/prices/groups",
  component: lazyRouteComponent(() => import("./prices/groups-page.tsx"), "StaffGroupsPage"),
});

const group = createRoute({
  getParentRoute: () => staff,
  path: "/prices/groups/$id",
  component: lazyRouteComponent(() => import("./prices/group-page.tsx"), "StaffGroupPage"),
});

const imports = createRoute({
  getParentRoute: () => staff,
  path: "/imports",
  component: lazyRouteComponent(() => import("./imports/imports-page.tsx"), "StaffImportsPage"),
});

const importJob = createRoute({
  getParentRoute: () => staff,
  path: "/imports/$id",
  component: lazyRouteComponent(() => import("./imports/import-page.tsx"), "StaffImportPage"),
});

const settings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "StaffSettingsPage"),
});

export const operations = [
  reviews,
  review,
  stock,
  variantStock,
  transfers,
  newTransfer,
  transfer,
  holds,
  bundles,
  waiting,
  warehouses,
  prices,
  priceList,
  priceHistory,
  groups,
  group,
  imports,
  importJob,
  settings,
] as const;
