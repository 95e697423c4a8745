/** SQLite as a Database: reads on their own connection, writes through the one writer. */
import type { Database, Db } from "../database.ts";
import { SqliteDialect } from "../dialect.ts";
import { migrateSqlite } from "../migrate/sqlite.ts";
import { observeStatement } from "../observe.ts";
import { type Execute, queryOver } from "../session.ts";
import { boundToStore } from "../tenancy.ts";
import { type CacheScope, noting, raiseVersions } from "../versions.ts";
import { SqliteConnection, type Synchronous } from "./connection.ts";
import { Fairness } from "./fairness.ts";
import { SqliteWriter, type UnitOfWork, type WriterOptions } from "./writer.ts";

export interface SqliteOptions extends Partial<WriterOptions> {
  readonly file: string;
  readonly synchronous?: Synchronous;
}

const DEFAULTS = { groupSize: 64, maxHoldMs: 30_000, busyMs: 10_000 } as const;
const dialect = new SqliteDialect();
type Guard = (execute: Execute) => Execute;
const unguarded: Guard = (execute) => execute;

export function openSqlite({ file, synchronous = "FULL", ...limits }: SqliteOptions): Database {
  const inMemory = file === ":memory:";
  const writing = new SqliteConnection({ file, readonly: false, synchronous });
  const reading = inMemory ? writing : new SqliteConnection({ file, readonly: true, synchronous });
  const writer = new SqliteWriter(writing, { ...DEFAULTS, ...limits });
  const fairness = new Fairness();

  const autocommit =
    (storeId: string | null): Execute =>
    async (text, params, shape) => {
      writer.assertOutside();
      const pause = fairness.pause();
      if (pause !== undefined) await pause;
      // In memory both share a connection: a plain read could see what another has not committed.
      if (!inMemory && reading.isReadOnly(text)) {
        observeStatement(text, params);
        return reading.run(text, params, shape);
      }
      return writer.transaction((unit) =>
        raising(unit, storeId, async (execute) => execute(text, params, shape)),
      );
    };

  const outside = (guard: Guard, storeId: string | null): Db => {
    const execute = guard(autocommit(storeId));
    return Object.assign(queryOver(dialect, { execute, engine: "sqlite" }), {
      engine: "sqlite" as const,
      transaction: <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
        writer.transaction((unit) =>
          raising(unit, storeId, (execute) => work(inside(unit, guard(execute)))),
        ),
      afterCommit: (effect: () => void): void => effect(),
    });
  };
  const system = outside(unguarded, null);
  const stores = new Map<string, Db>();

  return {
    engine: "sqlite",
    system,
    forStore(storeId) {
      const known = stores.get(storeId);
      if (known !== undefined) return known;
      const db = outside(boundToStore, storeId);
      stores.set(storeId, db);
      return db;
    },
    async ping() {
      const start = performance.now();
      reading.run("select 1");
      return performance.now() - start;
    },
    migrate: async () => migrateSqlite(writing.raw),
    async close() {
      await writer.idle();
      if (!inMemory) reading.raw.close();
      writing.raw.close();
    },
  };
}

/** `work`, and then the versions of what it changed. Nobody's cache holds what the system writes. */
async function raising<T>(
  unit: UnitOfWork,
  storeId: string | null,
  work: (execute: Execute) => Promise<T>,
): Promise<T> {
  const { execute } = unit;
  if (storeId === null) return work(execute);
  const written = new Set<CacheScope>();
  const result = await work(noting(execute, written));
  await raiseVersions(queryOver(dialect, { execute, engine: "sqlite" }), storeId, written);
  return result;
}

function inside(unit: UnitOfWork, execute: Execute): Db {
  const db: Db = Object.assign(queryOver(dialect, { execute, engine: "sqlite" }), {
    engine: "sqlite" as const,
    transaction: <T>(work: (tx: Db) => Promise<T>): Promise<T> => unit.savepoint(() => work(db)),
    afterCommit: unit.afterCommit,
  });
  return db;
}
