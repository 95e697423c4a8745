/** Every address of the shop. Pages arrive when they are asked for; their data starts at once. */
import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { guestOrders } from "./orders/guest-orders.ts";
import { orderKey } from "./orders/order-key.ts";
import { readListingSearch } from "./products/listing-search.ts";
import { root } from "./root-route.ts";
import { ErrorPage } from "./shell/error-page.tsx";
import { localeOf, readingNow } from "./shell/reading.ts";
import {
  judged,
  localPathOf,
  parseSearch,
  type RawSearch,
  stringifySearch,
  textOf,
} from "./shell/search-params.ts";
import { queries, queryClient } from "./souk.ts";
import { staffRoutes } from "./staff/routes.ts";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./products/home-page.tsx"), "HomePage"),
});

const category = createRoute({
  getParentRoute: () => root,
  path: "/c/$slug",
  validateSearch: readListingSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(
      context.queries.products.category.queryOptions({
        slug: params.slug,
        ...localeOf(readingNow()),
      }),
    );
  },
  component: lazyRouteComponent(() => import("./products/category-page.tsx"), "CategoryPage"),
});

const departments = createRoute({
  getParentRoute: () => root,
  path: "/departments",
  component: lazyRouteComponent(() => import("./products/departments-page.tsx"), "DepartmentsPage"),
});

const collection = createRoute({
  getParentRoute: () => root,
  path: "/collections/$slug",
  validateSearch: readListingSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(
      context.queries.products.collections.get.queryOptions({
        slug: params.slug,
        ...localeOf(readingNow()),
      }),
    );
  },
  component: lazyRouteComponent(() => import("./products/collection-page.tsx"), "CollectionPage"),
});

const product = createRoute({
  getParentRoute: () => root,
  path: "/p/$slug",
  validateSearch: (raw: RawSearch): { variant?: string } =>
    judged({ variant: textOf(raw.variant) }),
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(
      context.queries.products.get.queryOptions({ id: params.slug, ...readingNow() }),
    );
  },
  component: lazyRouteComponent(() => import("./products/product-page.tsx"), "ProductPage"),
});

/** As mails and other storefronts name it. */
const productByItsLongName = createRoute({
  getParentRoute: () => root,
  path: "/products/$slug",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/p/$slug", params, replace: true });
  },
});

const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  validateSearch: readListingSearch,
  component: lazyRouteComponent(() => import("./products/search-page.tsx"), "SearchPage"),
});

const cart = createRoute({
  getParentRoute: () => root,
  path: "/cart",
  component: lazyRouteComponent(() => import("./cart/cart-page.tsx"), "CartPage"),
});

const checkout = createRoute({
  getParentRoute: () => root,
  path: "/checkout",
  component: lazyRouteComponent(() => import("./orders/checkout-page.tsx"), "CheckoutPage"),
});

const order = createRoute({
  getParentRoute: () => root,
  path: "/orders/$number",
  validateSearch: ({ placed }: RawSearch): { placed?: true } =>
    judged({ placed: String(placed) === "true" ? (true as const) : undefined }),
  beforeLoad: ({ context, location, params }) => {
    const token = guestOrders.tokenInHash(location.hash);
    if (token === null) return;
    guestOrders.keep(params.number, token);
    // It may have been asked for, and refused, before the key came.
    context.queryClient.removeQueries({ queryKey: orderKey(params.number) });
    // The address can be copied and shared; the key cannot stay in it.
    throw redirect({ to: "/orders/$number", params, hash: "", replace: true });
  },
  component: lazyRouteComponent(() => import("./orders/order-page.tsx"), "OrderPage"),
});

const readRedirect = (raw: RawSearch): { redirect?: string } =>
  judged({ redirect: localPathOf(raw.redirect) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readRedirect,
  component: lazyRouteComponent(() => import("./authentication/sign-in-page.tsx"), "SignInPage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  validateSearch: readRedirect,
  component: lazyRouteComponent(() => import("./authentication/register-page.tsx"), "RegisterPage"),
});

const checkMail = createRoute({
  getParentRoute: () => root,
  path: "/check-your-mail",
  component: lazyRouteComponent(
    () => import("./authentication/check-mail-page.tsx"),
    "CheckMailPage",
  ),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: "/verify-email/$token",
  component: lazyRouteComponent(
    () => import("./authentication/verify-email-page.tsx"),
    "VerifyEmailPage",
  ),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  component: lazyRouteComponent(
    () => import("./authentication/forgot-password-page.tsx"),
    "ForgotPasswordPage",
  ),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password/$token",
  component: lazyRouteComponent(
    () => import("./authentication/reset-password-page.tsx"),
    "ResetPasswordPage",
  ),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: "/confirm-email/$token",
  component: lazyRouteComponent(
    () => import("./authentication/confirm-email-page.tsx"),
    "ConfirmEmailPage",
  ),
});

const stopAlerts = createRoute({
  getParentRoute: () => root,
  path: "/stock-alerts/unsubscribe/$token",
  component: lazyRouteComponent(() => import("./inventory/stop-alerts-page.tsx"), "StopAlertsPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("./users/account-layout.tsx"), "AccountLayout"),
});

const accountOverview = createRoute({
  getParentRoute: () => account,
  path: "/",
  component: lazyRouteComponent(() => import("./users/overview-page.tsx"), "OverviewPage"),
});

const accountOrders = createRoute({
  getParentRoute: () => account,
  path: "/orders",
  component: lazyRouteComponent(() => import("./orders/orders-page.tsx"), "OrdersPage"),
});

const accountOrder = createRoute({
  getParentRoute: () => account,
  path: "/orders/$number",
  component: lazyRouteComponent(
    () => import("./orders/account-order-page.tsx"),
    "AccountOrderPage",
  ),
});

const accountReviews = createRoute({
  getParentRoute: () => account,
  path: "/reviews",
  component: lazyRouteComponent(() => import("./reviews/own-reviews-page.tsx"), "OwnReviewsPage"),
});

const accountWaiting = createRoute({
  getParentRoute: () => account,
  path: "/waiting",
  component: lazyRouteComponent(() => import("./inventory/waiting-page.tsx"), "WaitingPage"),
});

const accountAddresses = createRoute({
  getParentRoute: () => account,
  path: "/addresses",
  component: lazyRouteComponent(() => import("./users/addresses-page.tsx"), "AddressesPage"),
});

const accountProfile = createRoute({
  getParentRoute: () => account,
  path: "/profile",
  component: lazyRouteComponent(() => import("./users/profile-page.tsx"), "ProfilePage"),
});

const accountSecurity = createRoute({
  getParentRoute: () => account,
  path: "/security",
  component: lazyRouteComponent(() => import("./users/security-page.tsx"), "SecurityPage"),
});

const accountPrivacy = createRoute({
  getParentRoute: () => account,
  path: "/privacy",
  component: lazyRouteComponent(() => import("./privacy/privacy-page.tsx"), "PrivacyPage"),
});

const routeTree = root.addChildren([
  home,
  category,
  departments,
  collection,
  product,
  productByItsLongName,
  search,
  cart,
  checkout,
  order,
  signIn,
  register,
  checkMail,
  verifyEmail,
  forgotPassword,
  resetPassword,
  confirmEmail,
  stopAlerts,
  account.addChildren([
    accountOverview,
    accountOrders,
    accountOrder,
    accountReviews,
    accountWaiting,
    accountAddresses,
    accountProfile,
    accountSecurity,
    accountPrivacy,
  ]),
  staffRoutes,
]);

export const router = createRouter({
  routeTree,
  context: { queryClient, queries },
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
