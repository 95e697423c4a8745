/** The searchable text of products. Owns `search_documents`, which each engine indexes its own way. */
import { sql } from "drizzle-orm";
import { asked } from "../../kernel/asked.ts";
import type { Context } from "../../kernel/context.ts";
import { publish } from "../../kernel/events.ts";
import { documentChanged } from "../events.ts";
import { normalise } from "../normalise.ts";
import { learnWords } from "./words.ts";

/** In the order of their weight. */
export interface SearchDocument {
  readonly title: string;
  readonly vendor: string;
  /** Tags, types, options, SKUs: words without a sentence. */
  readonly keywords: readonly string[];
  /** Plain text. */
  readonly body: string;
}

/** PostgreSQL refuses a tsvector of more than a megabyte; nobody searches that far down. */
const MAX_LENGTH = 50_000;

/** Stores what a product is found by. Answers whether that changed. */
export async function index(
  ctx: Context,
  productId: string,
  document: SearchDocument,
): Promise<boolean> {
  const title = normalise(document.title);
  const vendor = normalise(document.vendor);
  const keywords = normalise(document.keywords.join(" ")).slice(0, MAX_LENGTH);
  const body = normalise(document.body).slice(0, MAX_LENGTH);
  const changed = await ctx.db.execute(sql`
    insert into search_documents (product_id, store_id, title, vendor, keywords, body)
    values (${productId}, ${ctx.store.id}, ${title}, ${vendor}, ${keywords}, ${body})
    on conflict (product_id) do update set
      title = excluded.title, vendor = excluded.vendor,
      keywords = excluded.keywords, body = excluded.body
    where search_documents.store_id = ${ctx.store.id} and (
      search_documents.title <> excluded.title or search_documents.vendor <> excluded.vendor or
      search_documents.keywords <> excluded.keywords or search_documents.body <> excluded.body)
    returning product_id`);
  if (changed.length === 0) return false;
  await learnWords(ctx, `${title} ${vendor} ${keywords}`);
  await tellEngine(ctx, [productId]);
  return true;
}

/** After a vendor was renamed: of all these products at once. */
export async function renameVendor(
  ctx: Context,
  productIds: readonly string[],
  name: string,
): Promise<void> {
  const vendor = normalise(name);
  await ctx.db.execute(sql`
    update search_documents set vendor = ${vendor}
    where store_id = ${ctx.store.id} and product_id in (
      select asked.id from ${asked(JSON.stringify(productIds))})`);
  await learnWords(ctx, vendor);
  await tellEngine(ctx, productIds);
}

export async function remove(ctx: Context, productId: string): Promise<void> {
  await ctx.db.execute(
    sql`delete from search_documents where store_id = ${ctx.store.id} and product_id = ${productId}`,
  );
  await tellEngine(ctx, [productId]);
}

/** After a product's status or schedule changed: an engine puts those first that shoppers see. */
export const publicationChanged = (ctx: Context, productId: string): Promise<void> =>
  tellEngine(ctx, [productId]);

async function tellEngine(ctx: Context, productIds: readonly string[]): Promise<void> {
  if (ctx.ports.searchEngine === null) return;
  await publish(ctx, ...productIds.map(documentChanged));
}
