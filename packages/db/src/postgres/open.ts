/** PostgreSQL as a Database: a pool for each store, whose connections carry the store's setting. */
import { PgDialect } from "drizzle-orm/pg-core";
import postgres from "postgres";
import type { Database, Db, TransactionOptions } from "../database.ts";
import { isRetryable } from "../errors.ts";
import { migratePostgres } from "../migrate/postgres.ts";
import { observeStatement } from "../observe.ts";
import { type Execute, queryOver } from "../session.ts";
import { boundToStore } from "../tenancy.ts";
import { type CacheScope, noting, raiseVersions, scopesWritten } from "../versions.ts";

export interface PostgresOptions {
  readonly url: string;
  /** Connections of one store's pool. */
  readonly poolSize?: number;
  /** Seconds to wait for a connection before a call fails. */
  readonly connectTimeoutSeconds?: number;
}

const ALL_STORES = "*";
const SYSTEM_POOL_SIZE = 3;
const MAX_ATTEMPTS = 8;
const IDLE_SECONDS = 60;
/** The server ends statements and transactions that nobody waits for any more. */
const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_TRANSACTION_TIMEOUT_MS = 15_000;

const dialect = new PgDialect();

/** Whose units of work a pool runs. */
interface Scope {
  /** Null: the system's; nobody's cache holds what it writes. */
  readonly storeId: string | null;
  readonly guard: (execute: Execute) => Execute;
}
const ofSystem: Scope = { storeId: null, guard: (execute) => execute };

export function openPostgres(options: PostgresOptions): Database {
  const { poolSize = 10 } = options;
  const systemPool = connect(options, ALL_STORES, SYSTEM_POOL_SIZE);
  const system = outside(systemPool, ofSystem);
  const stores = new Map<string, { pool: postgres.Sql; db: Db }>();

  return {
    engine: "postgres",
    system,
    forStore(storeId) {
      let store = stores.get(storeId);
      if (store === undefined) {
        const pool = connect(options, storeId, poolSize);
        store = { pool, db: outside(pool, { storeId, guard: boundToStore }) };
        stores.set(storeId, store);
      }
      return store.db;
    },
    async ping() {
      const start = performance.now();
      await systemPool`select 1`;
      return performance.now() - start;
    },
    migrate: () => migratePostgres(systemPool),
    async close() {
      const pools = [systemPool, ...[...stores.values()].map(({ pool }) => pool)];
      await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })));
    },
  };
}

function connect(options: PostgresOptions, storeId: string, max: number): postgres.Sql {
  const client = postgres(options.url, {
    max,
    idle_timeout: IDLE_SECONDS,
    connect_timeout: options.connectTimeoutSeconds ?? 5,
    onnotice: () => undefined,
    connection: {
      application_name: "souk",
      TimeZone: "UTC",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
      // Row-level security reads it; a connection never serves another store.
      "app.store_id": storeId,
    },
  });
  // The column codecs decode dates and encode JSON themselves.
  const asText = (value: unknown): unknown => value;
  for (const type of [1082, 1083, 1114, 1184]) {
    client.options.parsers[type] = asText;
    client.options.serializers[type] = asText;
  }
  for (const type of [114, 3802]) client.options.serializers[type] = asText;
  return client;
}

type Connection = postgres.Sql | postgres.TransactionSql;

function executeOn(connection: Connection): Execute {
  return (text, params, shape) => {
    observeStatement(text, params);
    const pending = connection.unsafe(text, params.map(toPostgres), { prepare: true });
    return shape === "arrays" ? (pending.values() as unknown as Promise<unknown[]>) : pending;
  };
}

const toPostgres = (value: unknown): never =>
  (value instanceof Date ? value.toISOString() : (value ?? null)) as never;

function outside(pool: postgres.Sql, scope: Scope): Db {
  return Object.assign(
    queryOver(dialect, { execute: scope.guard(autocommit(pool, scope)), engine: "postgres" }),
    {
      engine: "postgres" as const,
      transaction: <T>(
        work: (tx: Db) => Promise<T>,
        options: TransactionOptions = {},
      ): Promise<T> => withRetries(() => transactionOn(pool, scope, work, options)),
      afterCommit: (effect: () => void): void => effect(),
    },
  );
}

/** A statement that raises a version needs a transaction; all others commit by themselves. */
function autocommit(pool: postgres.Sql, { storeId }: Scope): Execute {
  const plain = executeOn(pool);
  if (storeId === null) return plain;
  return (text, params, shape) => {
    if (scopesWritten(text).length === 0) return plain(text, params, shape);
    return withRetries(async () => {
      const { rows } = await pool.begin(async (connection) => ({
        rows: await raising(connection, storeId, async (written) =>
          noting(executeOn(connection), written)(text, params, shape),
        ),
      }));
      return rows as unknown[];
    });
  };
}

/** `work`, and then the versions of what it changed. */
async function raising<T>(
  connection: postgres.TransactionSql,
  storeId: string | null,
  work: (written: Set<CacheScope>) => Promise<T>,
): Promise<T> {
  const written = new Set<CacheScope>();
  const result = await work(written);
  if (storeId !== null) {
    const query = queryOver(dialect, { execute: executeOn(connection), engine: "postgres" });
    await raiseVersions(query, storeId, written);
  }
  return result;
}

async function transactionOn<T>(
  pool: postgres.Sql,
  { storeId, guard }: Scope,
  work: (tx: Db) => Promise<T>,
  { isolation }: TransactionOptions,
): Promise<T> {
  const effects: (() => void)[] = [];
  const mode = isolation === undefined ? "" : `isolation level ${isolation}`;
  // Boxed, since begin() would take a returned array for a list of queries.
  const { result } = await pool.begin(mode, async (connection) => ({
    result: await raising(connection, storeId, (written) =>
      work(inside(connection, { guard, written, effects })),
    ),
  }));
  for (const effect of effects) effect();
  return result as T;
}

interface UnitOfWork {
  readonly guard: Scope["guard"];
  readonly written: Set<CacheScope>;
  readonly effects: (() => void)[];
}

function inside(connection: postgres.TransactionSql, unit: UnitOfWork): Db {
  const { guard, written, effects } = unit;
  const execute = guard(noting(executeOn(connection), written));
  return Object.assign(queryOver(dialect, { execute, engine: "postgres" }), {
    engine: "postgres" as const,
    transaction: async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
      const before = effects.length;
      try {
        const { result } = await connection.savepoint(async (nested) => ({
          result: await work(inside(nested, unit)),
        }));
        return result as T;
      } catch (error) {
        effects.length = before;
        throw error;
      }
    },
    afterCommit: (effect: () => void): void => {
      effects.push(effect);
    },
  });
}

async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetryable(error) || tried >= MAX_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** tried));
    }
  }
}
