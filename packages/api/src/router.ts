/** The list of domains, nothing else. */
import { accessRouter } from "./access/router.ts";
import { authenticationRouter } from "./authentication/router.ts";
import { cartRouter } from "./cart/router.ts";
import { coreRouter } from "./core/router.ts";
import { importsRouter } from "./imports/router.ts";
import { router } from "./kernel/trpc.ts";
import { mediaRouter } from "./media/router.ts";
import { ordersRouter } from "./orders/router.ts";
import { paymentsRouter } from "./payments/router.ts";
import { pricesRouter } from "./prices/router.ts";
import { privacyRouter } from "./privacy/router.ts";
import { productsRouter } from "./products/router.ts";
import { storesRouter } from "./stores/router.ts";
import { usersRouter } from "./users/router.ts";

export const appRouter = router({
  core: coreRouter,
  stores: storesRouter,
  authentication: authenticationRouter,
  users: usersRouter,
  access: accessRouter,
  products: productsRouter,
  imports: importsRouter,
  media: mediaRouter,
  prices: pricesRouter,
  cart: cartRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
  privacy: privacyRouter,
});
export type AppRouter = typeof appRouter;
