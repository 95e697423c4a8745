/** What the rest of Souk knows of a database: one query language and one unit of work. */
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Engine } from "./dialect.ts";

/** drizzle's builder without its own transactions and without what only PostgreSQL can do. */
export type Query = Omit<
  PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>,
  "transaction" | "query" | "_" | "refreshMaterializedView" | "selectDistinctOn"
>;

export interface TransactionOptions {
  /** PostgreSQL only; SQLite is always serializable. */
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
}

/** A handle to query by: outside of a unit of work each statement commits by itself. */
export interface Db extends Query {
  readonly engine: Engine;
  /**
   * Runs `work` in one unit of work: all of it, or nothing when it throws. Inside a unit of work
   * it is a savepoint. Serialization failures and deadlocks are retried, so `work` may run again.
   * Never wait for anything but the database inside: on SQLite it holds the only writer.
   */
  transaction<T>(work: (tx: Db) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs when the unit of work is durable; at once outside of one. */
  afterCommit(effect: () => void): void;
}

export interface Migration {
  readonly name: string;
  readonly applied: boolean;
}

export interface Database {
  readonly engine: Engine;
  /** A handle bound to one store: statements that name no store throw. */
  forStore(storeId: string): Db;
  /** For stores themselves, migrations and workers that serve all stores. */
  readonly system: Db;
  /** Milliseconds of one trivial query; rejects when the database cannot be reached. */
  ping(): Promise<number>;
  /** Brings the schema up to date under a lock; many nodes may call it at once. Returns new ones. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}
