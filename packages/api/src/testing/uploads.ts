/** What became of uploads, and their files, for tests. */
import { assets } from "@souk/db/schema";
import { eq } from "drizzle-orm";
import { consume, sequence } from "../kernel/event-log.ts";
import type { Asset } from "../media/contract.ts";
import * as media from "../media/service/index.ts";
import { storageOf } from "./files.ts";
import type { Shop } from "./index.ts";

/** The keys of its sizes that lie in the storage. */
export const storedOf = ({ test }: Shop, { sources }: Asset): string[] =>
  sources
    .map(({ url }) => url.replace("/media/", ""))
    .filter((key) => storageOf(test.database).files.has(key));

export async function assetRow({ test }: Shop, { id }: Asset) {
  const { system } = test.database;
  const [row] = await system.select().from(assets).where(eq(assets.id, id));
  return row;
}

/** As the worker does it; answers of each failure whether the event was given up. */
export async function cleanFiles(shop: Shop): Promise<boolean[]> {
  const ctx = shop.ctx();
  await sequence(ctx.db, shop.store.id);
  const failures: boolean[] = [];
  await consume(media.fileCleaner(ctx), {
    ...{ db: ctx.db, storeId: shop.store.id, node: "test", now: ctx.now },
    onFailure: (_event, _error, givenUp) => void failures.push(givenUp),
  });
  return failures;
}
