/** A second store in the same database, to see that nothing crosses between them. */
import { ensureRoles } from "../access/service/index.ts";
import { appRouter } from "../router.ts";
import * as stores from "../stores/service.ts";
import { testContext } from "./context.ts";
import type { Shop } from "./index.ts";

/** It has the shop's clock and terms, and goes when the shop is closed. */
export async function openNeighbour(shop: Shop, slug = "neighbour"): Promise<Shop> {
  const { database } = shop.test;
  const { id: _id, ...terms } = shop.store;
  const store = await stores.open(database.system, { ...terms, slug });
  await ensureRoles(testContext(database, store));
  const ctx: Shop["ctx"] = (overrides = {}) =>
    testContext(database, store, { now: () => shop.ctx().now(), ...overrides });
  return {
    ...shop,
    store,
    ctx,
    as: (actor, request = {}) => appRouter.createCaller(ctx({ actor, request })),
  };
}
