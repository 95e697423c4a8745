/** Keeping a search engine's index in step with `search_documents`: by events, and by a rebuild. */
import { products } from "@souk/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type Consumer, headOf, subjectsSince } from "../../kernel/event-log.ts";
import type { IndexedProduct, SearchEngine } from "../../ports/search-engine.ts";
import { DOCUMENT_CHANGED } from "../events.ts";

const PAGE = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Follows the documents as they are now, so that an event may come twice, or late. */
export const engineConsumer = (ctx: Context, engine: SearchEngine): Consumer => ({
  name: "search-engine",
  // An engine may be away for a day: what it missed meanwhile must still reach it.
  neverGivesUp: true,
  handle: async ({ type, subjectId }) => {
    if (type === DOCUMENT_CHANGED) await follow(ctx, engine, [subjectId]);
  },
});

/**
 * Makes the engine's index anew, while the shop is open. What changes meanwhile may have reached only the
 * old index: the log tells what that was, and it is put again. Answers how many products there are.
 */
export async function rebuildIndex(ctx: Context, engine: SearchEngine): Promise<number> {
  const began = await headOf(ctx.db, ctx.store.id);
  let count = 0;
  async function* counted(): AsyncGenerator<readonly IndexedProduct[]> {
    for await (const page of everyDocument(ctx)) {
      count += page.length;
      yield page;
    }
  }
  await engine.rebuild(ctx.store.slug, counted());
  const changed = await subjectsSince(ctx.db, ctx.store.id, began, DOCUMENT_CHANGED);
  for (let at = 0; at < changed.length; at += PAGE) {
    await follow(ctx, engine, changed.slice(at, at + PAGE));
  }
  return count;
}

/** The first node that finds none makes the index. Answers how many products it took in. */
export async function ensureIndex(ctx: Context, engine: SearchEngine): Promise<number> {
  return (await engine.hasIndex(ctx.store.slug)) ? 0 : rebuildIndex(ctx, engine);
}

async function follow(ctx: Context, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  const documents = await documentsOf(ctx, sql`product_id in ${[...ids]}`);
  const there = new Set(documents.map(({ productId }) => productId));
  const gone = ids.filter((id) => !there.has(id));
  if (documents.length > 0) await engine.put(ctx.store.slug, documents);
  if (gone.length > 0) await engine.remove(ctx.store.slug, gone);
}

async function* everyDocument(ctx: Context): AsyncGenerator<readonly IndexedProduct[]> {
  let after = FIRST;
  for (;;) {
    const page = await documentsOf(
      ctx,
      sql`product_id > ${after} order by product_id limit ${PAGE}`,
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.productId;
  }
}

type DocumentRow = Omit<IndexedProduct, "productId" | "shown"> & { readonly product_id: string };

async function documentsOf(
  ctx: Context,
  which: ReturnType<typeof sql>,
): Promise<readonly IndexedProduct[]> {
  const { db, store } = ctx;
  const rows = await db.execute<DocumentRow & Record<string, unknown>>(sql`
    select product_id, title, vendor, keywords, body from search_documents
    where store_id = ${store.id} and ${which}`);
  const shown = await shownOf(
    ctx,
    rows.map(({ product_id: id }) => id),
  );
  return rows.map(({ product_id: productId, title, vendor, keywords, body }) => ({
    ...{ productId, title, vendor, keywords, body, shown: shown.get(productId) ?? null },
  }));
}

/** Of those that shoppers see at some time. */
async function shownOf(
  { db, store }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IndexedProduct["shown"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: products.id, from: products.publishedAt, until: products.unpublishAt })
    .from(products)
    .where(
      and(
        eq(products.storeId, store.id),
        inArray(products.id, [...ids]),
        eq(products.status, "active"),
      ),
    );
  return new Map(rows.map(({ id, from, until }) => [id, from && { from, until }]));
}
