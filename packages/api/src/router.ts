/** The list of domains, nothing else. */
import { accessRouter } from "./access/router.ts";
import { authenticationRouter } from "./authentication/router.ts";
import { cartRouter } from "./cart/router.ts";
import { coreRouter } from "./core/router.ts";
import { importsRouter } from "./imports/router.ts";
import { inventoryRouter } from "./inventory/router.ts";
import { router } from "./kernel/trpc.ts";
import { mediaRouter } from "./media/router.ts";
import { ordersRouter } from "./orders/router.ts";
import { paymentsRouter } from "./payments/router.ts";
import { pricesRouter } from "./prices/router.ts";
import { privacyRouter } from "./privacy/router.ts";
import { productsRouter } from "./products/router.ts";
import { reviewsRouter } from "./reviews/router.ts";
import { storesRouter } from "./stores/router.ts";
import { usersRouter } from "./users/router.ts";

export const appRouter = router({
  core: coreRouter,
  stores: storesRouter,
  authentication: authenticationRouter,
  users: usersRouter,
  access: accessRouter,
  products: productsRouter,
  prices: pricesRouter,
  imports: importsRouter,
  inventory: inventoryRouter,
  media: mediaRouter,
  cart: cartRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
  reviews: reviewsRouter,
  privacy: privacyRouter,
});
export type AppRouter = typeof appRouter;
