/**
 * Versions that caches go by. A unit of work that writes a table of a scope raises the scope's version
 * before it commits, by what its statements say: nobody can forget it, and no cache is late.
 */
import { sql } from "drizzle-orm";
import type { Db, Query } from "./database.ts";
import { observeNothing } from "./observe.ts";
import { cacheVersions } from "./schema/index.ts";
import { defineQuery, type Execute } from "./session.ts";
import { uuid7 } from "./uuid7.ts";

/** What shoppers see alike, by how often it changes, and the tables that it is made of. */
const TABLES = {
  catalog: [
    "attribute_values",
    "attributes",
    "brands",
    "bundle_components",
    "categories",
    "collection_products",
    "collections",
    "former_slugs",
    "media",
    "price_list_entries",
    "price_lists",
    "prices",
    "product_prices",
    "product_relations",
    "product_tags",
    "product_types",
    "products",
    "search_documents",
    "stores",
    "translations",
    "variants",
  ],
  reviews: ["review_pictures", "reviews"],
  stock: ["stock_levels", "stock_locations"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CacheScope = keyof typeof TABLES;

export const cacheScopes = Object.keys(TABLES) as readonly CacheScope[];

const scopeOf: ReadonlyMap<string, CacheScope> = new Map(
  cacheScopes.flatMap((scope) => TABLES[scope].map((table) => [table, scope] as const)),
);

const WRITTEN = /\b(?:insert\s+into|update|delete\s+from)\s+"?([a-z_]+)"?/gi;

const known = new Map<string, readonly CacheScope[]>();

/** The scopes that a statement changes something of. */
export function scopesWritten(text: string): readonly CacheScope[] {
  let scopes = known.get(text);
  if (scopes === undefined) {
    const found = [...text.matchAll(WRITTEN)].flatMap(
      ([, table]) => scopeOf.get(table ?? "") ?? [],
    );
    scopes = [...new Set(found)];
    known.set(text, scopes);
  }
  return scopes;
}

/** `execute`, noting which scopes it changes. */
export function noting(execute: Execute, written: Set<CacheScope>): Execute {
  return (text, params, shape) => {
    for (const scope of scopesWritten(text)) written.add(scope);
    return execute(text, params, shape);
  };
}

/** Two writers at once rarely meet in one of so many rows. */
const SHARDS = 16;

type Raise = { id: string; storeId: string; scope: string; shard: number };

const raise = defineQuery<Raise, unknown>((query, p) =>
  query
    .insert(cacheVersions)
    .values({ id: p.id, storeId: p.storeId, scope: p.scope, shard: p.shard, value: 1 })
    .onConflictDoUpdate({
      target: [cacheVersions.storeId, cacheVersions.scope, cacheVersions.shard],
      set: { value: sql`${cacheVersions.value} + 1` },
    }),
);

/** The last statements of a unit of work: whoever holds the rows is about to commit. */
export async function raiseVersions(
  query: Query,
  storeId: string,
  written: ReadonlySet<CacheScope>,
): Promise<void> {
  const shard = Math.floor(Math.random() * SHARDS);
  // In one order, so that two writers never wait for each other in a circle.
  for (const scope of cacheScopes.filter((scope) => written.has(scope))) {
    await observeNothing(() => raise(query, { id: uuid7(), storeId, scope, shard }));
  }
}

const sums = defineQuery<{ storeId: string }, { scope: string; version: number }[]>((query, p) =>
  query
    .select({
      scope: cacheVersions.scope,
      version: sql<number>`sum(${cacheVersions.value})`.mapWith(Number),
    })
    .from(cacheVersions)
    .where(sql`${cacheVersions.storeId} = ${p.storeId}`)
    .groupBy(cacheVersions.scope),
);

/** By scope; 0 for what never changed. Read it before what it is the version of. */
export async function versionsOf(
  db: Db,
  storeId: string,
): Promise<Readonly<Record<CacheScope, number>>> {
  const rows = await sums(db, { storeId });
  const versions = new Map(rows.map(({ scope, version }) => [scope, version]));
  return {
    catalog: versions.get("catalog") ?? 0,
    reviews: versions.get("reviews") ?? 0,
    stock: versions.get("stock") ?? 0,
  };
}
